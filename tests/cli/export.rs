use std::collections::BTreeMap;

use rusqlite::Connection;
use sha2::{Digest, Sha256};
use throughline::record::LetterRecord;

use crate::bench::{Bench, stderr, stdout};

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
fn the_manifest_has_the_hash_and_rows_of_every_file() {
    let bench = Bench::holding("northmere");
    bench.run(&["export", "--format", "csv", "-o", "tables"]).success();
    let manifest: serde_json::Value = serde_json::from_str(&bench.read("tables/manifest.json")).unwrap();
    let files = manifest["files"].as_array().unwrap();
    assert_eq!(files.len(), std::fs::read_dir(bench.path("tables")).unwrap().count() - 1);
    for file in files {
        let name = file["path"].as_str().unwrap();
        let bytes = std::fs::read(bench.path("tables").join(name)).unwrap();
        assert_eq!(file["sha256"], hex(&Sha256::digest(&bytes)), "{name}");
    }
    let findings = files.iter().find(|file| file["path"] == "findings.csv").unwrap();
    assert_eq!(findings["rows"], 40);
    assert_eq!(manifest["sources"].as_array().unwrap().len(), 6);
    let used = &manifest["read_with"][0];
    assert_eq!((&used["pack"], used["sha256"].as_str().unwrap().len()), (&"send".into(), 64));
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn the_descriptor_has_every_column_of_every_table() {
    let bench = Bench::holding("northmere");
    bench.run(&["export", "--format", "csv", "-o", "tables"]).success();
    let package: serde_json::Value = serde_json::from_str(&bench.read("tables/datapackage.json")).unwrap();
    assert_eq!(package["licenses"][0]["name"], "OGL-UK-3.0");
    for resource in package["resources"].as_array().unwrap() {
        let text = bench.read(&format!("tables/{}", resource["path"].as_str().unwrap()));
        let fields = resource["schema"]["fields"].as_array().unwrap().iter();
        let names: Vec<&str> = fields.map(|field| field["name"].as_str().unwrap()).collect();
        assert_eq!(text.lines().next().unwrap(), names.join(","));
    }
}

#[test]
fn a_database_has_the_rows_of_the_tables_and_its_keys_hold() {
    let bench = Bench::holding("northmere");
    bench.run(&["export", "--format", "csv", "-o", "tables"]).success();
    bench.run(&["export", "-o", "held.sqlite"]).success();
    assert!(bench.path("held.sqlite.manifest.json").exists());
    let database = Connection::open(bench.path("held.sqlite")).unwrap();
    let count = |table: &str| {
        let query = format!("SELECT count(*) FROM {table}");
        database.query_row(&query, [], |row| row.get::<_, i64>(0)).unwrap() as usize
    };
    for name in ["letters", "findings", "finding_themes", "evidence", "links", "statuses", "codes"] {
        assert_eq!(count(name), table(&bench, &format!("tables/{name}.csv")).len(), "{name}");
    }
    for (view, of) in
        [("labelled_findings", "findings"), ("labelled_links", "links"), ("labelled_statuses", "statuses")]
    {
        assert_eq!(count(view), count(of), "{view}");
    }
    let mut check = database.prepare("PRAGMA foreign_key_check").unwrap();
    assert!(check.query([]).unwrap().next().unwrap().is_none(), "a foreign key points nowhere");
    let unlabelled = "SELECT count(*) FROM labelled_findings
                      WHERE finding_kind_label IS NULL OR letter_kind_label IS NULL
                         OR (judgement IS NOT NULL AND judgement_label IS NULL)";
    assert_eq!(database.query_row(unlabelled, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
}

#[test]
fn one_file_is_named_by_the_user_or_goes_to_standard_output() {
    let bench = Bench::holding("wexcombe");
    bench.run(&["export", "-o", "held.xlsx"]).success();
    bench.run(&["export", "--format", "xlsx", "-o", "folder"]).success();
    let printed = bench.run(&["export", "--format", "xlsx"]).success();
    let printed = &printed.get_output().stdout;
    assert!(printed.starts_with(b"PK"));
    assert_eq!(std::fs::read(bench.path("held.xlsx")).unwrap(), *printed);
    assert!(bench.path("folder/throughline.xlsx").exists() && bench.path("folder/manifest.json").exists());
}

#[test]
fn an_export_without_form_or_place_says_what_to_give() {
    let bench = Bench::holding("wexcombe");
    assert!(stderr(&bench.run(&["export", "-o", "folder"]).code(2)).contains("give --format"));
    assert!(stderr(&bench.run(&["export", "--format", "csv"]).code(2)).contains("-o tables/"));
}

#[test]
#[cfg(not(feature = "parquet"))]
fn without_parquet_the_error_says_how_to_get_it() {
    let bench = Bench::holding("wexcombe");
    let said = stderr(&bench.run(&["export", "--format", "parquet", "-o", "out"]).code(2));
    assert!(said.contains("--features parquet"), "{said}");
}

#[test]
#[cfg(feature = "parquet")]
fn each_table_is_a_parquet_file() {
    let bench = Bench::holding("wexcombe");
    bench.run(&["export", "--format", "parquet", "-o", "out"]).success();
    let files = std::fs::read_dir(bench.path("out")).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "parquet")).collect();
    assert!(files.len() > 20);
    for path in files {
        let bytes = std::fs::read(&path).unwrap();
        assert!(bytes.starts_with(b"PAR1") && bytes.ends_with(b"PAR1"), "{}", path.display());
    }
}

#[test]
fn the_data_dictionary_is_up_to_date() {
    let made = stdout(&Bench::new().run(&["export", "--dictionary"]).success());
    let help = "renew it with `throughline export --dictionary > docs/data-dictionary.md`";
    let written = std::fs::read_to_string("docs/data-dictionary.md").unwrap();
    assert!(written == made, "docs/data-dictionary.md is not up to date: {help}");
}
