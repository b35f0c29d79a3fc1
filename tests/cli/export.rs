use std::collections::BTreeMap;

use throughline::record::LetterRecord;

use crate::bench::Bench;

type Table = Vec<BTreeMap<String, String>>;

fn table(bench: &Bench, name: &str) -> Table {
    let text = bench.read(name);
    csv::Reader::from_reader(text.as_bytes()).deserialize().map(|row| row.unwrap()).collect()
}

#[test]
fn tables_have_a_row_for_each_finding_with_all_it_takes_to_cite_it() {
    let bench = Bench::holding("northmere");
    bench.run(&["export", "--format", "csv", "-o", "tables"]).success();
    let findings = table(&bench, "tables/findings.csv");
    assert_eq!(findings.len(), 40);
    let row = findings
        .iter()
        .find(|row| row["finding_id"] == "northmere/2021-11-17/revisit_letter/significant_weakness/6")
        .unwrap();
    assert_eq!(row["area"], "Northmere");
    assert_eq!(row["letter_dated"], "2021-11-17");
    assert_eq!(row["judgement"], "not_sufficient");
    assert_eq!((row["page"].as_str(), row["line"].as_str()), ("1", "70"));
    assert_eq!(row["file_sha256"].len(), 64);
    assert!(row["rule"].starts_with("send/"));
    let length = row["char_end"].parse::<usize>().unwrap() - row["char_start"].parse::<usize>().unwrap();
    assert_eq!(row["quote"].chars().count(), length);
    assert_eq!(table(&bench, "tables/letters.csv").len(), 6);
    for name in ["evidence", "observations", "events", "checks", "links", "statuses", "evidence_map"] {
        assert!(!table(&bench, &format!("tables/{name}.csv")).is_empty(), "{name}");
    }
}

#[test]
fn jsonl_has_records_links_and_statuses() {
    let bench = Bench::holding("northmere");
    bench.run(&["export", "--format", "jsonl", "-o", "records"]).success();
    let letters = bench.read("records/letters.jsonl");
    let letters: Vec<LetterRecord> =
        letters.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(letters.len(), 6);
    assert!(bench.read("records/links.jsonl").lines().count() > 12);
    assert!(bench.read("records/evidence_map.jsonl").contains("significant_weakness/6"));
    assert!(bench.read("records/statuses.jsonl").contains("not_carried_forward"));
}

#[test]
fn the_same_store_gives_the_same_bytes() {
    let bench = Bench::holding("northmere");
    for folder in ["one", "two"] {
        bench.run(&["export", "--format", "csv", "-o", folder]).success();
    }
    for name in ["findings.csv", "links.csv", "statuses.csv"] {
        assert_eq!(bench.read(&format!("one/{name}")), bench.read(&format!("two/{name}")), "{name}");
    }
}
