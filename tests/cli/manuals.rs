//! Completions and manual pages, which are made of the commands themselves, and help.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::bench::{Bench, stderr, stdout};

/// The commands that the program's help lists.
fn commands(bench: &Bench) -> Vec<String> {
    let help = stdout(&bench.run(&["--help"]).success());
    let lines = help.lines().filter(|line| line.starts_with("  ") && line.as_bytes()[2].is_ascii_lowercase());
    let names = lines
        .take_while(|line| !line.contains("throughline "))
        .filter_map(|line| line.split_whitespace().next());
    names.map(str::to_owned).collect()
}

/// Whether a program can be run here.
fn is_installed(program: &str) -> bool {
    let run = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    run.is_ok()
}

#[test]
fn help_lists_every_command_once_and_in_80_columns() {
    let bench = Bench::new();
    let commands = commands(&bench);
    for known in ["ingest", "why-not", "brief", "open", "config", "man"] {
        assert_eq!(commands.iter().filter(|name| *name == known).count(), 1, "{known} in {commands:?}");
    }
    let help = bench.command().env("COLUMNS", "80").arg("--help").assert().success();
    let wide: Vec<String> = stdout(&help).lines().filter(|line| line.len() > 80).map(str::to_owned).collect();
    assert!(wide.is_empty(), "{wide:?}");
}

#[test]
fn every_command_has_examples_that_hold_on_80_columns() {
    let bench = Bench::new();
    let examples = |command: &str, columns: &str| -> Vec<String> {
        let help = bench.command().env("COLUMNS", columns).args([command, "--help"]).assert().success();
        let all = stdout(&help);
        all.lines().filter(|line| line.trim_start().starts_with("throughline ")).map(str::to_owned).collect()
    };
    let missing: Vec<String> =
        commands(&bench).into_iter().filter(|it| examples(it, "100").is_empty()).collect();
    assert!(missing.is_empty(), "no examples in the help of {missing:?}");
    let narrow = commands(&bench).into_iter().flat_map(|command| examples(&command, "80"));
    let wide = commands(&bench).into_iter().flat_map(|command| examples(&command, "100"));
    let cut: Vec<String> =
        narrow.zip(wide).filter(|(cut, whole)| cut != whole).map(|(_, whole)| whole).collect();
    assert!(cut.is_empty(), "too wide: {cut:#?}");
}

#[test]
fn the_script_of_every_shell_knows_every_command() {
    let bench = Bench::new();
    let commands = commands(&bench);
    assert!(commands.len() > 20, "{commands:?}");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = stdout(&bench.run(&["completions", shell]).success());
        let missing: Vec<&String> = commands.iter().filter(|name| !script.contains(name.as_str())).collect();
        assert!(missing.is_empty(), "{shell}: {missing:?}");
    }
    let said = stderr(&bench.run(&["completions", "tcsh"]).code(2));
    assert!(said.contains("possible values: bash"), "{said}");
}

#[test]
fn bash_can_read_its_script() {
    if !is_installed("bash") {
        eprintln!("skipped: bash is not installed");
        return;
    }
    let bench = Bench::new();
    bench.run(&["completions", "bash", "-o", "script"]).success().stdout_eq("");
    let read = Command::new("bash").arg("-n").arg(bench.path("script")).output().unwrap();
    assert!(read.status.success() && read.stderr.is_empty(), "{}", String::from_utf8_lossy(&read.stderr));
}

#[test]
fn manual_pages_are_written_for_every_command_and_are_the_same_each_time() {
    let bench = Bench::new();
    bench.run(&["man", "-o", "one"]).success().stdout_eq("");
    bench.run(&["man", "-o", "two"]).success();
    let pages = names(&bench.path("one"));
    assert_eq!(pages, names(&bench.path("two")));
    for command in commands(&bench) {
        assert!(pages.contains(&format!("throughline-{command}.1")), "{command}");
    }
    assert!(pages.contains(&"throughline-rules-check.1".to_owned()), "{pages:?}");
    for page in &pages {
        assert_eq!(bench.read(&format!("one/{page}")), bench.read(&format!("two/{page}")), "{page}");
    }
    let printed = stdout(&bench.run(&["man", "rules", "check"]).success());
    assert_eq!(printed, bench.read("one/throughline-rules-check.1"));
    assert!(bench.read("one/throughline-brief.1").contains("throughline brief \\-\\-area"), "no example");
    assert!(stderr(&bench.run(&["man", "breif"]).code(2)).contains("did you mean “brief”?"));
}

#[test]
fn groff_has_nothing_to_say_about_the_manual_pages() {
    if !is_installed("groff") {
        eprintln!("skipped: groff is not installed");
        return;
    }
    let bench = Bench::new();
    bench.run(&["man", "-o", "pages"]).success();
    for page in names(&bench.path("pages")) {
        let file = bench.path("pages").join(&page);
        let set = Command::new("groff").args(["-man", "-Tutf8", "-ww", "-z"]).arg(file).output().unwrap();
        assert!(
            set.status.success() && set.stderr.is_empty(),
            "{page}: {}",
            String::from_utf8_lossy(&set.stderr)
        );
    }
}

fn names(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}
