use throughline::record::LetterRecord;

use crate::bench::{Bench, GOOD, corpus, letter, stderr, stdout};

#[test]
fn each_line_is_one_letter_record() {
    let bench = Bench::new();
    let files = [corpus(GOOD), corpus("wexcombe/2022-04-28-revisit-letter.pdf")];
    let assert = bench.run(&["extract", "--format", "jsonl", &files[0], &files[1]]).success();
    let records: Vec<LetterRecord> =
        stdout(&assert).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let ids: Vec<&str> = records.iter().map(|record| record.letter.id.as_str()).collect();
    assert_eq!(ids, ["northmere/2021-11-17/revisit_letter", "wexcombe/2022-04-28/revisit_letter"]);
}

#[test]
fn every_quotation_is_a_slice_of_the_text() {
    let bench = Bench::new();
    let file = corpus("wexcombe/2022-04-28-revisit-letter.pdf");
    let record: LetterRecord =
        serde_json::from_str(&stdout(&bench.run(&["extract", &file]).success())).unwrap();
    let text: Vec<char> = stdout(&bench.run(&["text", &file]).success()).chars().collect();
    for finding in &record.findings {
        let span = finding.at.span;
        assert_eq!(text[span.start..span.end].iter().collect::<String>(), finding.at.quote);
    }
    assert!(!record.findings.is_empty());
}

#[test]
fn one_bad_file_does_not_keep_the_others_from_being_printed() {
    let bench = Bench::new();
    let assert = bench.run(&["extract", "nowhere.pdf", &corpus(GOOD)]).code(1);
    assert_eq!(stdout(&assert).lines().count(), 1);
    assert!(stderr(&assert).contains("nowhere.pdf: there is no such file"), "{}", stderr(&assert));
}

#[test]
fn nothing_is_stored() {
    let bench = Bench::new();
    bench.run(&["extract", &corpus(GOOD)]).success();
    assert!(!bench.path(".throughline").exists());
}

/// Without page marks every quotation of a text stands on page 1: the line is what finds it.
#[test]
fn quotations_of_text_files_have_their_line() {
    let bench = Bench::new();
    let bytes = letter(GOOD);
    let lines: Vec<&str> = std::str::from_utf8(&bytes).unwrap().lines().collect();
    bench.write("letter.txt", &bytes);
    let record = bench.json(&["extract", "letter.txt"]);
    let findings = record["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 12);
    for finding in findings {
        let line = lines[finding["span"]["line"].as_u64().unwrap() as usize - 1];
        let opening: String = finding["quote"].as_str().unwrap().chars().take(20).collect();
        assert!(line.contains(&opening), "{opening} is not in: {line}");
    }
}
