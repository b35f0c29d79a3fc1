//! `explain`: which rules made a finding.

use crate::bench::{Bench, GOOD, corpus, letter, stderr, stdout};

const FINDING: &str = "northmere/2021-11-17/revisit_letter/significant_weakness/6";

#[test]
fn a_finding_held_is_explained_rule_by_rule_with_file_and_line() {
    let bench = Bench::holding("northmere");
    let said = stdout(&bench.run(&["explain", FINDING]).success());
    assert!(said.starts_with("significant weakness 6: not sufficient progress\n"), "{said}");
    for wanted in [
        "of the family “Revisit letter”",
        "“Joint area SEND revisit in Northmere” (page 1, line 10)",
        "in the section `main_findings`",
        "rules/send/revisit-letter.toml:",
        "This sentence judges it: not sufficient progress.",
        "Its theme is “Quality of EHC plans”: it has “EHC plans were of poor quality” (weight 1,",
    ] {
        let flat = said.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat.contains(wanted), "{wanted} is not in: {said}");
    }
}

#[test]
fn the_place_of_a_rule_is_the_line_of_its_table() {
    let bench = Bench::new();
    let explained = bench.json(&["explain", "--json", "--file", &corpus(GOOD), FINDING]);
    let steps = explained[0]["steps"].as_array().unwrap();
    let places: Vec<&str> = steps.iter().filter_map(|step| step["rule"]["place"].as_str()).collect();
    assert!(places.len() >= 6, "{places:?}");
    for place in places {
        let (file, line) = place.rsplit_once(':').unwrap();
        let text =
            std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
        let line: usize = line.parse().unwrap();
        let header = text.lines().nth(line - 1).unwrap();
        assert!(line == 1 || header.trim().starts_with('['), "{place}: {header}");
    }
}

#[test]
fn a_finding_without_a_verdict_says_where_its_judgement_comes_from() {
    let bench = Bench::new();
    let file = corpus("wexcombe/2018-08-10-inspection-letter.txt");
    let said = stdout(&bench.run(&["explain", "--file", &file]).success());
    assert!(said.contains("No verdict judges it: “identified” is what the rule itself gives."), "{said}");
    assert!(said.contains("A list of findings opens here."), "{said}");
}

#[test]
fn what_cannot_be_explained_is_said() {
    let bench = Bench::new();
    bench.write("letter.txt", letter(GOOD));
    bench.run(&["--quiet", "ingest", "letter.txt"]).success();
    let said = stderr(&bench.run(&["explain", "northmere/2021-11-17/revisit_letter"]).code(2));
    assert!(said.contains("error[letter-explained]"), "{said}");
    let said = stderr(&bench.run(&["explain", "--file", "letter.txt", "wexcombe"]).code(2));
    assert!(said.contains("error[no-finding]: letter.txt"), "{said}");
    bench.write("letter.txt", "other words");
    let said = stderr(&bench.run(&["explain", FINDING]).code(2));
    assert!(said.contains("error[source-changed]"), "{said}");
}
