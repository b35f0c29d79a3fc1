//! Areas that were abolished, and those that took over: each keeps its letters, and one points to the other.

use crate::bench::{Bench, stderr, stdout};

const AREAS: &str = r#"
[[area]]
name = "Saltmarsh"
code = "A1"
region = "Coast"
succeeded_by = ["A2", "A3"]

[[area]]
name = "East Saltmarsh"
code = "A2"
region = "Coast"

[[area]]
name = "West Saltmarsh"
code = "A3"
region = "Coast"
"#;

const FAMILY: &str = r#"
[family]
kind = "harbour_letter"
label = "Harbour letter"
title = "^(?P<title>inspection of (?P<area>.+))$"

[[field]]
field = "dated"
pattern = "^{date}$"

[[finding]]
kind = "repair"
judgement = "identified"
shape = "list"
opens = "^to be mended:$"
"#;

/// Letters about the abolished area and about one of the two that took over.
fn bench() -> Bench {
    let bench = Bench::new();
    let pack =
        "format = 2\nid = \"harbours\"\nversion = \"1\"\ntitle = \"t\"\nsource = \"s\"\nlicence = \"MIT\"\n";
    bench.write("mine/pack.toml", pack);
    bench.write("mine/areas.toml", AREAS);
    bench.write("mine/vocabulary.toml", "[[finding_kind]]\nname = \"repair\"\nlabel = \"repair\"\n");
    bench.write("mine/letter.toml", FAMILY);
    for (area, year) in [("Saltmarsh", 2018), ("East Saltmarsh", 2024)] {
        let text = format!("Inspection of {area}\n\n3 May {year}\n\nTo be mended:\n\n- The quay lights.\n");
        bench.write(&format!("letters/{year}.txt"), text);
    }
    bench.run(&["--rules", "mine", "ingest", "letters"]).success();
    bench
}

fn run(bench: &Bench, arguments: &[&str]) -> (String, String) {
    let assert = bench.run(&[&["--rules", "mine"], arguments].concat()).success();
    (stdout(&assert), stderr(&assert))
}

#[test]
fn an_area_that_took_over_says_that_letters_about_the_one_before_are_held() {
    let bench = bench();
    let wanted = "East Saltmarsh took over from Saltmarsh, about which letters are held too: see them with --area \"Saltmarsh\"";
    for command in [&["trace", "quay"][..], &["timeline"], &["brief"]] {
        let (said, note) = run(&bench, &[command, &["--area", "East Saltmarsh"]].concat());
        assert!(note.contains(wanted), "{command:?}: {note}");
        assert!(!said.contains("2018"), "{command:?}: {said}");
    }
}

#[test]
fn an_abolished_area_keeps_its_letters_and_names_those_that_took_over() {
    let bench = bench();
    let (said, note) = run(&bench, &["trace", "quay", "--area", "Saltmarsh"]);
    assert!(said.contains("2018"), "{said}");
    let wanted = "Saltmarsh was abolished; letters are held about East Saltmarsh too, which took over: \
                  see them with --area \"East Saltmarsh\"";
    assert!(note.contains(wanted), "{note}");
}

#[test]
fn an_area_without_letters_points_to_those_of_the_one_before() {
    let bench = bench();
    let assert = bench.run(&["--rules", "mine", "timeline", "--area", "West Saltmarsh"]).code(2);
    assert!(stderr(&assert).contains("West Saltmarsh took over from Saltmarsh"), "{}", stderr(&assert));
}
