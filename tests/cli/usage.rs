use std::process::Stdio;

use snapbox::str;

use crate::bench::{Bench, stderr, stdout};

#[test]
fn a_wrong_call_is_code_2() {
    let bench = Bench::new();
    bench.run(&["frobnicate"]).code(2);
    bench.run(&["ingest"]).code(2);
    bench.run(&["list", "--no-such-option"]).code(2);
}

#[test]
fn without_a_store_every_reader_says_what_to_do() {
    let bench = Bench::new();
    bench.run(&["list"]).code(2).stdout_eq("").stderr_eq(str![[r#"
error[store-missing]: .throughline: there is no store here
 |
 = help: read some letters first with `throughline ingest FILE...`, or point --store at another folder

"#]]);
    for arguments in [
        &["show", "x"][..],
        &["search", "x"],
        &["trace", "x"],
        &["compare"],
        &["brief", "--area", "x"],
        &["export", "--format", "csv", "-o", "out"],
    ] {
        let assert = bench.run(arguments).code(2);
        assert!(stderr(&assert).contains("store-missing"), "{arguments:?}: {}", stderr(&assert));
    }
}

#[test]
fn the_store_is_an_option_anywhere_or_a_variable() {
    let bench = Bench::holding("wexcombe");
    std::fs::rename(bench.path(".throughline"), bench.path("kept")).unwrap();
    bench.run(&["--store", "kept", "list"]).success();
    bench.run(&["list", "--store", "kept"]).success();
    bench.command().env("THROUGHLINE_STORE", "kept").arg("list").assert().success();
    bench.run(&["list"]).code(2);
}

#[test]
fn unknown_values_are_refused_with_near_ones() {
    let bench = Bench::holding("wexcombe");
    let cases = [
        (&["list", "--area", "Wexcomb"][..], "Wexcombe"),
        (&["list", "--kind", "revist_letter"], "revisit_letter"),
        (&["search", "x", "--judgement", "not_suficient"], "not_sufficient"),
        (&["search", "x", "--theme", "co-producton"], "co_production"),
        (&["list", "--region", "West Midland"], "West Midlands"),
        (&["compare", "--by", "theme,yaer"], "year"),
        (&["show", "wexcombe/2022-04-28/revisit_leter"], "wexcombe/2022-04-28/revisit_letter"),
    ];
    for (arguments, near) in cases {
        let assert = bench.run(arguments).code(2);
        assert!(stderr(&assert).contains(near), "{arguments:?}: {}", stderr(&assert));
    }
    let assert = bench.run(&["list", "--from", "last year"]).code(2);
    assert!(stderr(&assert).contains("2018-03"), "{}", stderr(&assert));
}

#[test]
fn a_period_that_ends_before_it_begins_is_refused() {
    let bench = Bench::holding("wexcombe");
    for arguments in [&["list"][..], &["search", "waiting"], &["compare"]] {
        let assert = bench.run(&[arguments, &["--from", "2025", "--to", "2018"]].concat()).code(2);
        assert!(stderr(&assert).starts_with("error[no-period]"), "{arguments:?}: {}", stderr(&assert));
    }
    bench.run(&["list", "--from", "2018-08", "--to", "2018"]).success();
}

#[test]
fn nothing_asked_for_is_a_wrong_call() {
    let bench = Bench::holding("wexcombe");
    for arguments in [&["search", ""][..], &["trace", ""], &["show", ""], &["search", "x", "--limit", "0"]] {
        bench.run(arguments).code(2);
    }
}

#[test]
fn a_place_that_cannot_be_written_is_named_and_why() {
    let bench = Bench::holding("wexcombe");
    bench.write("file", "not a folder");
    let cases = [
        (&["brief", "--area", "Wexcombe", "-o", "nowhere/brief.md"][..], "there is no such folder"),
        (&["export", "--format", "csv", "-o", "file"], "a file stands where a folder is needed"),
    ];
    for (arguments, why) in cases {
        let said = stderr(&bench.run(arguments).code(2));
        assert!(said.contains(why) && !said.contains("os error"), "{said}");
    }
}

#[test]
fn a_folder_is_no_place_for_results_and_a_file_holds_no_rules() {
    let bench = Bench::holding("wexcombe");
    bench.write("file", "not a folder");
    let cases = [
        (&["list", "-o", "."][..], "this is a folder, and a file is needed"),
        (&["list", "--rules", "nowhere"], "there is no such folder"),
        (&["list", "--rules", "file"], "this is a file, and rules are a folder of files"),
    ];
    for (arguments, why) in cases {
        let said = stderr(&bench.run(arguments).code(2));
        assert!(said.contains(why) && !said.contains("os error"), "{said}");
    }
}

#[test]
fn a_number_that_is_none_is_said_what_it_should_be() {
    let bench = Bench::new();
    let cases =
        [["search", "x", "--limit", "ten"], ["search", "x", "--limit", "0"], ["why-not", "x", "--page", "0"]];
    for arguments in cases {
        let said = stderr(&bench.run(&arguments).code(2));
        assert!(said.contains("a whole number of 1 or more"), "{said}");
    }
}

#[test]
fn a_call_without_a_command_is_told_where_they_are_listed() {
    let bench = Bench::new();
    bench.run(&["--quiet"]).code(2).stdout_eq("").stderr_eq(str![[r#"
error[no-command]: the call names no command
 |
 = help: `throughline --help` lists the commands

"#]]);
}

#[test]
fn coverage_of_no_file_counts_nothing() {
    let bench = Bench::new();
    let assert = bench.run(&["coverage", "nowhere.pdf"]).code(1).stdout_eq("");
    assert!(stderr(&assert).starts_with("error[missing-path]"), "{}", stderr(&assert));
}

#[test]
fn variables_about_colour_are_heeded() {
    let bench = Bench::holding("wexcombe");
    let coloured = |variables: &[&str], arguments: &[&str]| {
        let variables = variables.iter().map(|name| (*name, "1"));
        let assert = bench.command().envs(variables).args(arguments).assert();
        let output = assert.get_output();
        [&output.stdout, &output.stderr].into_iter().any(|bytes| bytes.contains(&b'\x1b'))
    };
    for arguments in [&["list"][..], &["--help"], &["show", "no-such-id"], &["lits"]] {
        assert!(!coloured(&[], arguments), "{arguments:?}");
        assert!(coloured(&["CLICOLOR_FORCE"], arguments), "{arguments:?}");
        assert!(!coloured(&["CLICOLOR_FORCE", "NO_COLOR"], arguments), "{arguments:?}");
        assert!(
            !coloured(&["CLICOLOR_FORCE"], &[&["--color", "never"], arguments].concat()),
            "{arguments:?}"
        );
        assert!(coloured(&["NO_COLOR"], &[&["--color", "always"], arguments].concat()), "{arguments:?}");
    }
}

#[test]
fn colour_only_where_it_is_wanted() {
    let bench = Bench::holding("wexcombe");
    let coloured = |arguments: &[&str]| stdout(&bench.run(arguments).success()).contains('\u{1b}');
    assert!(!coloured(&["list"]));
    assert!(coloured(&["list", "--color", "always"]));
    assert!(!coloured(&["--color", "never", "list"]));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let bench = Bench::holding("wexcombe");
    let mut child = std::process::Command::new(snapbox::cmd::cargo_bin!("throughline"))
        .args(["show", "wexcombe/2018-08-10/inspection_letter", "--json"])
        .current_dir(bench.path(""))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.success());
}

#[test]
fn a_limit_of_reading_can_be_changed() {
    let bench = Bench::new();
    bench.write("letter.txt", "Dear Director\n");
    bench.run(&["text", "letter.txt", "--read-limit", "file-bytes=5"]).code(1).stderr_eq(str![[r#"
error[over-limit]: letter.txt: the file is over a limit: it is larger than 5 (limit `file-bytes`)
 |
 = help: raise it with `--read-limit file-bytes=10`, or save the part that holds the letter as a file of its own

"#]]);
    bench.run(&["text", "letter.txt", "--read-limit", "file-bytes=1MiB"]).success();
    let assert = bench.run(&["text", "letter.txt", "--read-limit", "page=5"]).code(2);
    assert!(stderr(&assert).contains("did you mean `pages`?"), "{}", stderr(&assert));
    let help = bench.run(&["ingest", "--help"]).success();
    assert!(stdout(&help).contains("stream-bytes=32MiB"), "{}", stdout(&help));
}
