//! `coverage`: what no rule took.

use crate::bench::{Bench, GOOD, corpus, letter, stdout};

#[test]
fn a_passage_among_the_findings_is_listed_and_is_exit_code_1() {
    let bench = Bench::new();
    let text = String::from_utf8(letter(GOOD)).unwrap();
    bench.write(
        "letter.txt",
        text.replacen("Main findings\n", "Main findings\n\nNobody knows what this says.\n", 1),
    );
    let coverage = bench.run(&["coverage", "letter.txt", "--json"]).code(1);
    let coverage: serde_json::Value = serde_json::from_str(&stdout(&coverage)).unwrap();
    let unclaimed = coverage["letters"][0]["unclaimed"].as_array().unwrap();
    assert!(unclaimed.iter().any(|it| it["quote"] == "Nobody knows what this says."), "{unclaimed:?}");
}

#[test]
fn dates_counts_and_silent_rules_are_listed_apart() {
    let bench = Bench::new();
    let text = String::from_utf8(letter("wexcombe/2018-08-10-inspection-letter.txt")).unwrap();
    let more = "Main findings\n";
    assert!(text.contains(more));
    bench.write(
        "letter.txt",
        text.replacen(
            more,
            "A new team will begin on 3 March 2019. Leaders have 60 working days.\n\nMain findings\n",
            1,
        ),
    );
    let coverage = bench.run(&["coverage", "letter.txt", "--json"]);
    let coverage: serde_json::Value = serde_json::from_str(&stdout(&coverage)).unwrap();
    let dated = coverage["letters"][0]["dated"].to_string();
    assert!(dated.contains("on 3 March 2019.") && dated.contains("60 working days."), "{dated}");
    let silent = coverage["silent"].as_array().unwrap();
    assert!(
        silent.iter().all(|rule| rule["id"].as_str().unwrap().starts_with("send/inspection-letter#")),
        "{silent:?}"
    );
    assert!(
        silent.iter().all(|rule| rule["place"].as_str().unwrap().starts_with("rules/send/")),
        "{silent:?}"
    );
    assert!(!silent.is_empty());
}

#[test]
fn everything_else_is_listed_when_asked_for() {
    let bench = Bench::new();
    let file = corpus("wexcombe/2025-06-12-stocktake-letter.txt");
    let short = stdout(&bench.run(&["coverage", &file]).success());
    let all = stdout(&bench.run(&["coverage", &file, "--all"]).success());
    assert!(!short.contains("read by no rule:") && all.contains("read by no rule:"), "{short}\n{all}");
}

#[test]
fn a_file_without_a_letter_and_one_that_is_missing_are_named() {
    let bench = Bench::new();
    bench.write("note.txt", "Nothing to see.");
    let said = stdout(&bench.run(&["coverage", "note.txt", "nowhere.txt"]).code(1));
    assert!(said.contains("note.txt: no letter was found"), "{said}");
}
