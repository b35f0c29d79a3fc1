//! Tidy tables (RFC 4180): one header row, one row for each thing, ISO dates, spans in code points.
//!
//! Every table carries the letter's id, and `findings.csv` everything needed to cite a row: codes, dates,
//! rule and its version, quotation, page, file and the file's hash.

mod findings;
mod letters;
mod links;

use csv::{Terminator, WriterBuilder};

use super::ExportFile;
use crate::query::{Library, Story};
use crate::rules::RuleSet;

pub fn files(library: &Library, rules: &RuleSet) -> Vec<ExportFile> {
    // Each area is linked once for all the tables that tell of it.
    let stories: Vec<Story<'_>> = library.stories(rules).collect();
    vec![
        letters::letters(library),
        findings::findings(library),
        findings::evidence(library),
        letters::grades(library),
        letters::observations(library),
        letters::events(library),
        letters::checks(library),
        findings::corrections(library),
        links::links(&stories),
        links::statuses(&stories),
        links::evidence_map(library, rules),
        links::contradictions(&stories, rules),
    ]
}

/// A table under its header row.
fn table(name: &'static str, header: &[&str], rows: Vec<Vec<String>>) -> ExportFile {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail, and every row is as long as the header.
    let count = rows.len();
    let written =
        writer.write_record(header).and_then(|()| rows.iter().try_for_each(|row| writer.write_record(row)));
    debug_assert!(written.is_ok(), "{name}: {written:?}");
    ExportFile { name, bytes: writer.into_inner().unwrap_or_default(), rows: count }
}

/// The text of a value, or nothing where it is not known.
fn or_blank<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}
