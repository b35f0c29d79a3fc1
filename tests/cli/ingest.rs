use snapbox::str;

use crate::bench::{Bench, GOOD, copy, corpus, letter, stdout};

#[test]
fn the_summary_counts_letters_and_findings_by_area_and_kind() {
    let bench = Bench::new();
    bench.run(&["ingest", &corpus("northmere")]).success().stdout_eq(str![[r#"
area       kind               letters  findings
Northmere  inspection letter        1        12
Northmere  inspection report        1         6
Northmere  notice letter            1         4
Northmere  revisit letter           1        12
Northmere  statement page           1         0
Northmere  stocktake letter         1         6

6 files read: 6 letters, 40 findings.
To look at: 6 letters whose areas are not in the gazetteer, [..]
...

"#]]);
}

#[test]
fn the_same_files_again_change_nothing() {
    let bench = Bench::holding("northmere");
    let before = bench.json(&["list", "--json"]);
    bench.run(&["ingest", &corpus("northmere")]).success().stdout_eq(str![[r#"
0 files read: 0 letters, 0 findings.
6 files unchanged, not read again.

"#]]);
    assert_eq!(bench.json(&["list", "--json"]), before);
}

#[test]
fn a_changed_file_replaces_its_letters() {
    let bench = Bench::new();
    bench.write("letter.txt", letter(GOOD));
    bench.run(&["ingest", "letter.txt"]).success();
    bench.write("letter.txt", letter("elverdale/2018-11-16-dfe-notice-letter.txt"));
    bench.run(&["ingest", "./letter.txt"]).success();
    let held = bench.json(&["list", "--json"]);
    assert_eq!(held.as_array().unwrap().len(), 1);
    assert_eq!(held[0]["area"], "Elverdale");
}

#[test]
fn other_rules_read_every_file_again() {
    let bench = Bench::new();
    bench.write("letter.txt", letter(GOOD));
    let rules = concat!(env!("CARGO_MANIFEST_DIR"), "/rules/send");
    copy(rules.as_ref(), &bench.path("rules"));
    bench.run(&["ingest", "letter.txt", "--rules", "rules"]).success();
    let again = bench.run(&["ingest", "letter.txt", "--rules", "rules"]).success();
    assert!(stdout(&again).contains("1 file unchanged"), "{}", stdout(&again));
    let pack = bench.read("rules/pack.toml").replace("version = \"", "version = \"9");
    bench.write("rules/pack.toml", pack);
    let other = bench.run(&["ingest", "letter.txt", "--rules", "rules"]).success();
    assert!(stdout(&other).contains("1 file read: 1 letter, 12 findings."), "{}", stdout(&other));
}

#[test]
fn another_version_of_the_program_reads_every_file_again() {
    let bench = Bench::new();
    bench.write("letter.txt", letter(GOOD));
    bench.run(&["ingest", "letter.txt"]).success();
    let database = rusqlite::Connection::open(bench.path(".throughline/letters.sqlite")).unwrap();
    database.execute("UPDATE sources SET read_by = 'throughline 0.0.1'", []).unwrap();
    drop(database);
    let again = bench.run(&["ingest", "letter.txt"]).success();
    assert!(stdout(&again).contains("1 file read: 1 letter, 12 findings."), "{}", stdout(&again));
    let again = bench.run(&["ingest", "letter.txt"]).success();
    assert!(stdout(&again).contains("1 file unchanged"), "{}", stdout(&again));
}

#[test]
fn help_that_several_files_need_is_said_once() {
    let bench = Bench::new();
    for name in ["letters/a.txt", "letters/b.txt", "letters/c.txt"] {
        bench.write(name, "");
    }
    bench.run(&["-q", "ingest", "letters"]).code(1).stderr_eq(str![[r#"
error[empty-file]: letters/a.txt: the file is empty
error[empty-file]: letters/b.txt: the file is empty
error[empty-file]: letters/c.txt: the file is empty
 |
 = help: download or copy the file again

"#]]);
}

#[test]
fn quiet_says_nothing_when_all_is_well() {
    let bench = Bench::new();
    bench.run(&["-q", "ingest", &corpus("wexcombe")]).success().stdout_eq("").stderr_eq("");
}
