use crate::bench::{Bench, stderr, stdout};

fn trace(asked: &[&str]) -> String {
    let bench = Bench::holding("northmere");
    stdout(&bench.run(&[&["trace"], asked].concat()).success())
}

/// The parts stand in the text, in this order.
fn assert_told(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        match rest.find(part) {
            Some(at) => rest = &rest[at + part.len()..],
            None => panic!("{part:?} does not follow in:\n{text}"),
        }
    }
}

#[test]
fn each_letter_in_turn_tells_what_it_says_and_what_became_of_it() {
    assert_told(
        &trace(&["quality of EHC plans"]),
        &[
            "8 June 2018: inspection letter",
            "significant weakness 6: identified (new)",
            "17 November 2021: revisit letter",
            "significant weakness 6: not sufficient progress (persisted)",
            "not made sufficient progress",
            "→ persisted",
            "15 March 2024: inspection report",
            "area for priority action 2: identified (persisted)",
            "5 March 2025: stocktake letter",
            "area for priority action 2: restated, not judged",
            "the area said:",
            "next steps:",
        ],
    );
}

#[test]
fn a_weakness_that_vanished_is_not_carried_forward() {
    assert_told(
        &trace(&["exclusion"]),
        &[
            "significant weakness 7: not sufficient progress (persisted)",
            "→ not carried forward",
            "15 March 2024: inspection report",
            "names nothing about this",
        ],
    );
}

#[test]
fn a_theme_and_a_finding_can_be_followed() {
    assert!(trace(&["ehc_plan_quality"]).contains("theme: Quality of EHC plans"));
    let story = trace(&["northmere/2021-11-17/revisit_letter/significant_weakness/6"]);
    assert_told(
        &story,
        &["8 June 2018", "significant weakness 6", "linked to", "15 March 2024", "linked to"],
    );
}

#[test]
fn lines_keep_to_80_columns() {
    for line in trace(&["EHC plans"]).lines().filter(|line| !line.contains(": ")) {
        assert!(line.chars().count() <= 80, "{line}");
    }
}

#[test]
fn the_json_has_every_letter_with_citations() {
    let bench = Bench::holding("northmere");
    let thread = bench.json(&["trace", "EHC plans", "--area", "Northmere", "--json"]);
    let letters = thread["letters"].as_array().unwrap();
    assert_eq!(letters.len(), 6);
    let revisit = letters.iter().find(|letter| letter["kind"] == "revisit_letter").unwrap();
    let finding = &revisit["findings"][0];
    assert!(finding["at"]["file"].as_str().unwrap().ends_with("2021-11-17-revisit-letter.txt"));
    assert!(finding["judged_by"]["end"].as_u64() > finding["judged_by"]["start"].as_u64());
}

#[test]
fn words_that_no_finding_names_say_so() {
    let bench = Bench::holding("northmere");
    let assert = bench.run(&["trace", "frobnicaton"]).success().stdout_eq("");
    let said = stderr(&assert);
    assert!(said.contains("No finding in the 6 letters held about Northmere names this."), "{said}");
    assert!(said.contains("“frobnicaton” occurs in no letter held"), "{said}");
}

#[test]
fn wording_shows_how_a_statement_changed_from_letter_to_letter() {
    let bench = Bench::holding("northmere");
    let plain = stdout(&bench.run(&["trace", "local offer"]).success());
    assert!(!plain.contains("since the inspection letter"), "{plain}");
    let shown = stdout(&bench.run(&["trace", "local offer", "--wording"]).success());
    assert!(shown.contains("since the inspection letter of 8 June 2018:"), "{shown}");
    assert!(shown.contains("{+") || shown.contains("[-"), "{shown}");
}
