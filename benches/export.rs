//! Time of the program over a store of 900 letters about 150 invented areas: the full export in each form, and a
//! brief on one area, each with its goal where it has one.
//!
//!     cargo bench --bench export
//!
//! Wall time of the whole program, the least of three runs. Parquet where it is built.

#[path = "common/made.rs"]
mod made;

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use throughline::Store;
use throughline::record::LetterRecord;
use throughline::rules;
use throughline::store::{IngestedSource, PROGRAM};

const RUNS: usize = 3;
const AREAS: usize = 150;
const FINDINGS: usize = 12;

fn main() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let store = folder.path().join("store");
    fill(&store);
    let out = folder.path().join("out");
    let out = out.to_string_lossy();
    time(&store, "export --format csv", &["export", "--format", "csv", "-o", &out], Some(1000));
    for form in ["jsonl", "sqlite", "xlsx"] {
        time(&store, &format!("export --format {form}"), &["export", "--format", form, "-o", &out], None);
    }
    if cfg!(feature = "parquet") {
        time(&store, "export --format parquet", &["export", "--format", "parquet", "-o", &out], None);
    }
    time(&store, "brief", &["brief", "--area", "Area 7"], Some(200));
}

fn fill(folder: &Path) {
    let rules = rules::built_in().rules;
    let letters = made::areas(AREAS, FINDINGS, &rules).into_iter().flatten();
    let sources: Vec<IngestedSource> = letters.map(source).collect();
    let mut store = Store::open_or_create(folder).expect("a store");
    store.replace(&sources).expect("a store that can be written");
    println!("{} letters with {FINDINGS} findings each", sources.len());
}

fn source(letter: LetterRecord) -> IngestedSource {
    IngestedSource {
        path: letter.source.path.clone(),
        sha256: letter.source.sha256.clone(),
        media_type: letter.source.media_type.clone(),
        pages: letter.source.pages,
        text: String::new(),
        rules_sha256: letter.rules.sha256.clone(),
        read_by: PROGRAM.to_owned(),
        ocr: false,
        letters: vec![letter],
        warnings: Vec::new(),
    }
}

fn time(store: &Path, what: &str, arguments: &[&str], goal: Option<u128>) {
    let least = (0..RUNS).map(|_| once(store, arguments)).min().unwrap_or_default().as_millis();
    let goal = goal.map_or_else(String::new, |goal| {
        let verdict = if least < goal { "reached" } else { "missed" };
        format!("  goal {goal} ms: {verdict}")
    });
    println!("{what:24} {least:5} ms{goal}");
}

fn once(store: &Path, arguments: &[&str]) -> Duration {
    let mut program = Command::new(env!("CARGO_BIN_EXE_throughline"));
    program.arg("--quiet").arg("--store").arg(store).args(arguments);
    let start = Instant::now();
    let output = program.output().expect("the program runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    start.elapsed()
}
