//! `open`: the source of a finding, in a viewer at its page.

use crate::bench::{Bench, stderr, stdout};

const FINDING: &str = "wexcombe/2022-04-28/revisit_letter/significant_weakness/5";
const IN_A_TEXT: &str = "wexcombe/2018-08-10/inspection_letter/significant_weakness/1";

/// Runs `open` where no desktop is.
fn open(bench: &Bench, arguments: &[&str]) -> snapbox::cmd::OutputAssert {
    let command = bench.command().env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY");
    command.env_remove("THROUGHLINE_VIEWER").arg("open").args(arguments).assert()
}

#[test]
fn the_place_and_the_call_are_printed_and_nothing_is_opened() {
    let bench = Bench::holding("wexcombe");
    let printed = |arguments: &[&str]| stdout(&open(&bench, arguments).success());
    let both = printed(&[FINDING, "--print", "--viewer", "no-such-viewer -p {page} {file}"]);
    let (place, call) = both.trim_end().split_once('\n').unwrap();
    let (file, at) = place.rsplit_once(": ").unwrap();
    assert!(file.ends_with("2022-04-28-revisit-letter.pdf") && at == "page 2", "{place}");
    assert!(call.starts_with("no-such-viewer -p 2 ") && call.contains(file), "{call}");
    assert!(
        printed(&[IN_A_TEXT, "--print"]).contains(".txt: page 3, line 121"),
        "{}",
        printed(&[IN_A_TEXT, "--print"])
    );
    assert!(printed(&["wexcombe/2022", "--print"]).contains(": page 1\n"));
}

#[cfg(unix)]
#[test]
fn a_viewer_gets_the_page_and_the_file_as_arguments_of_their_own() {
    use std::os::unix::fs::PermissionsExt;
    let bench = Bench::holding("wexcombe");
    bench.write(
        "my viewer",
        "#!/bin/sh\nfor argument; do echo \"<$argument>\"; done > \"$(dirname \"$0\")/called\"\n",
    );
    std::fs::set_permissions(bench.path("my viewer"), std::fs::Permissions::from_mode(0o755)).unwrap();
    let viewer = format!("'{}' --page {{page}} 'a b; exit 1' {{file}}", bench.path("my viewer").display());
    let assert = open(&bench, &[FINDING, "--of", "judgement", "--viewer", &viewer]).success();
    assert!(stderr(&assert).contains("at page 2 with"), "{}", stderr(&assert));
    let called = bench.read("called");
    let arguments: Vec<&str> = called.lines().collect();
    assert_eq!(arguments[..3], ["<--page>", "<2>", "<a b; exit 1>"]);
    assert!(arguments[3].ends_with("2022-04-28-revisit-letter.pdf>") && arguments.len() == 4, "{called}");
}

#[test]
fn a_viewer_that_is_missing_or_fails_is_named() {
    let bench = Bench::holding("wexcombe");
    let said = |viewer: &str| stderr(&open(&bench, &[FINDING, "--viewer", viewer]).code(2));
    assert!(said("no-such-viewer").contains("there is no such program"), "{}", said("no-such-viewer"));
    if cfg!(unix) {
        assert!(said("false").contains("it ended at once with exit code 1"), "{}", said("false"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn without_a_desktop_the_place_is_said_and_the_code_is_2() {
    let bench = Bench::holding("wexcombe");
    let assert = open(&bench, &[FINDING]).code(2);
    assert!(stdout(&assert).ends_with("2022-04-28-revisit-letter.pdf: page 2\n"), "{}", stdout(&assert));
    assert!(stderr(&assert).starts_with("error[no-desktop]"), "{}", stderr(&assert));
}

#[test]
fn a_source_that_moved_or_changed_is_said_so() {
    let bench = Bench::new();
    bench.write("letter.txt", crate::bench::letter(crate::bench::GOOD));
    bench.run(&["ingest", "letter.txt"]).success();
    let id = bench.json(&["list", "--json"])[0]["id"].as_str().unwrap().to_owned();
    bench.write("letter.txt", "Another letter");
    assert!(stderr(&open(&bench, &[&id]).code(2)).contains("has changed since it was ingested"));
    std::fs::remove_file(bench.path("letter.txt")).unwrap();
    let said = stderr(&open(&bench, &[&id]).code(2));
    assert!(
        said.starts_with("error[missing-path]: letter.txt") && said.contains("ingest it from where"),
        "{said}"
    );
}
