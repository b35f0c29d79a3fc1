use crate::bench::{Bench, corpus, stderr, stdout};

/// The faults that are planted in the letters of `corpus/`, as its README lists them.
#[test]
fn faults_planted_in_the_corpus_are_listed() {
    let bench = Bench::new();
    bench.run(&["ingest", &corpus("")]).success();
    let assert = bench.run(&["check"]).code(1);
    let listed = stdout(&assert);
    for fault in [
        "Tuesday 4 October 2018, but that day is a Thursday",
        "Monday 24 July 2025, but that day is a Thursday",
        "8 with sufficient progress, but 7 were",
        "70 working days to submit the written statement",
    ] {
        let listed = listed.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(listed.contains(fault), "{fault}:\n{listed}");
    }
    assert!(stderr(&assert).ends_with("5 contradictions in 2 areas.\n"), "{}", stderr(&assert));
}

#[test]
fn a_clean_chain_has_none() {
    let bench = Bench::holding("wexcombe");
    let assert = bench.run(&["check", "--area", "Wexcombe"]).success();
    assert_eq!(stdout(&assert), "");
}

#[test]
fn a_letter_that_is_referred_to_and_not_held_is_listed() {
    let bench = Bench::new();
    bench.run(&["ingest", &corpus("wexcombe/2018-09-07-dfe-notice-letter.pdf")]).success();
    let assert = bench.run(&["check", "--json"]).code(1);
    let found: serde_json::Value = serde_json::from_str(&stdout(&assert)).unwrap();
    assert_eq!(found[0]["contradictions"][0]["check"], "not_held", "{found}");
}

#[test]
fn a_timeline_has_letters_events_and_ends_of_periods_in_order() {
    let bench = Bench::holding("northmere");
    let timeline = bench.json(&["timeline", "--area", "Northmere", "--json"]);
    let entries = timeline["entries"].as_array().unwrap();
    let passed: Vec<_> = entries.iter().filter(|entry| entry["kind"] == "passed").collect();
    assert_eq!(passed.len(), 1, "{passed:?}");
    assert_eq!(passed[0]["date"], "2018-09-28");
    let dates: Vec<&str> = entries.iter().filter_map(|entry| entry["date"].as_str()).collect();
    assert!(dates.is_sorted(), "{dates:?}");
    let shown = stdout(&bench.run(&["timeline"]).success());
    assert!(shown.contains("last day to submit the written statement (passed)"), "{shown}");
}
