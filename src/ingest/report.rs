use std::path::PathBuf;

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::record::{LetterRecord, PartialDate};
use crate::store::IngestedSource;

/// What one run of ingest found, and what it did not.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// In the order of their files.
    pub letters: Vec<LetterFound>,
    pub unchanged: Vec<String>,
    pub without_letter: Vec<NoLetter>,
    /// Paths that gave nothing, each with the reason and what to do.
    pub failed: Vec<Diagnostic>,
    pub warnings: Vec<Diagnostic>,
    /// Files in folders that were not read for their ending.
    pub passed_over: Vec<PathBuf>,
    /// How many files were read in this run.
    pub files_read: usize,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LetterFound {
    pub id: String,
    pub area: Option<String>,
    pub kind: String,
    pub date: Option<PartialDate>,
    /// How many it holds.
    pub findings: usize,
    /// The checks of the letter that failed, such as `weekday`.
    pub failed_checks: Vec<String>,
    pub file: String,
}

/// A file that was read and holds no letter of a known family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NoLetter {
    pub file: String,
    /// The words it opens with.
    pub seen: String,
}

impl Report {
    pub(super) fn read(&mut self, source: &IngestedSource, seen: String) {
        self.files_read += 1;
        if source.letters.is_empty() {
            self.without_letter.push(NoLetter { file: source.path.clone(), seen });
        }
        self.letters.extend(source.letters.iter().map(|record| LetterFound {
            id: record.letter.id.clone(),
            area: record.letter.area.as_ref().map(|area| area.name.clone()),
            kind: record.letter.kind.clone(),
            date: record.placed(),
            findings: record.findings.len(),
            failed_checks: failed_checks(record),
            file: source.path.clone(),
        }));
    }
}

fn failed_checks(record: &LetterRecord) -> Vec<String> {
    record.checks.iter().filter(|check| !check.ok).map(|check| check.check.clone()).collect()
}
