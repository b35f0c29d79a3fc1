//! The letters held, one row each.

use serde::Serialize;

use super::{LetterFilter, Library, words};
use crate::record::PartialDate;
use crate::rules::RuleSet;
use crate::store::StoredLetter;

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    pub id: String,
    pub area: Option<String>,
    pub region: Option<String>,
    pub kind: String,
    pub date: Option<PartialDate>,
    pub outcome: Option<String>,
    /// "statement of action required".
    #[serde(skip)]
    pub outcome_in_words: Option<String>,
    /// How many the letter holds.
    pub findings: usize,
    /// Checks that failed, and what was doubtful about reading the file.
    pub warnings: Vec<String>,
    pub file: String,
    /// Other files that hold the same letter.
    pub also_in: Vec<String>,
}

/// The letters that the filter admits, in the library's order.
pub fn list(library: &Library, rules: &RuleSet, filter: &LetterFilter) -> Vec<Row> {
    library
        .letters()
        .iter()
        .filter(|letter| filter.admits(&letter.record))
        .map(|letter| row(letter, rules))
        .collect()
}

fn row(letter: &StoredLetter, rules: &RuleSet) -> Row {
    let record = &letter.record;
    let area = record.letter.area.as_ref();
    Row {
        id: record.letter.id.clone(),
        area: area.map(|area| area.name.clone()),
        region: area.and_then(|area| area.region.clone()),
        kind: record.letter.kind.clone(),
        date: record.placed(),
        outcome: record.letter.outcome.clone(),
        outcome_in_words: record.letter.outcome.as_deref().map(|outcome| rules.vocabulary.outcome(outcome)),
        findings: record.findings.len(),
        warnings: warnings(letter),
        file: record.source.path.clone(),
        also_in: letter.also_in.clone(),
    }
}

/// What a reader of the letter should know of, in words.
pub fn warnings(letter: &StoredLetter) -> Vec<String> {
    let failed = letter.record.checks.iter().filter(|check| !check.ok);
    let failed = failed.map(|check| format!("{}: {}", check.check.replace('_', " "), check.detail));
    let doubtful = letter.warnings.iter().map(|warning| match warning.page {
        Some(page) => format!("{}: {}", words::pages(page, None), warning.message),
        None => warning.message.clone(),
    });
    failed.chain(doubtful).collect()
}
