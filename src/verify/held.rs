use std::collections::BTreeMap;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::carriers::json::{Context, Walk};
use super::claim::{Claim, SourceName};
use super::report::Report;
use crate::diagnostic::{Diagnostic, Severity};
use crate::record::{Finding, LetterRecord};
use crate::store::{DATABASE, PROGRAM, Store, StoreError, StoredLetter};
use crate::text::hex;

/// Every quotation of every letter of every source, copies included.
///
/// # Errors
/// When the store cannot be read.
pub fn claims_of_store(store: &Store) -> Result<Vec<Claim>, StoreError> {
    let mut walk = Walk::default();
    for state in store.sources()? {
        let source = store.source(&state.path)?.ok_or_else(|| unreadable(store, &state.path))?;
        source.letters.iter().for_each(|record| walk.record(record));
    }
    Ok(walk.claims)
}

/// A source whose letters are not of the form that this program reads.
fn unreadable(store: &Store, source: &str) -> StoreError {
    let detail = format!("the letters of {source} cannot be read; ingest it again");
    StoreError::Damaged { path: store.dir().join(DATABASE), detail }
}

/// The quotations of findings that persons added, which stand in the corrections and not in the store.
pub fn claims_of_added(letters: &[StoredLetter]) -> Vec<Claim> {
    let mut walk = Walk::default();
    for letter in letters {
        let mut record = letter.record.clone();
        record.findings.retain(Finding::is_added);
        if !record.findings.is_empty() {
            walk.findings(&record);
        }
    }
    walk.claims
}

/// The file of each letter held, by the letter's id.
///
/// # Errors
/// When the store cannot be read.
pub fn known_letters(store: &Store) -> Result<BTreeMap<String, SourceName>, StoreError> {
    let of = |letter: StoredLetter| {
        let LetterRecord { letter, source, .. } = letter.record;
        (letter.id, SourceName { file: source.path, sha256: Some(source.sha256) })
    };
    Ok(store.letters()?.into_iter().map(of).collect())
}

/// A note for each source that is as it was, and whose text this version of the program reads otherwise than the one
/// that the store has it from.
///
/// # Errors
/// When the store cannot be read.
pub fn read_otherwise(store: &Store, report: &Report) -> Result<Vec<Diagnostic>, StoreError> {
    let now: BTreeMap<&str, &str> =
        report.texts.iter().map(|(file, text)| (file.as_str(), text.as_str())).collect();
    let mut notes = Vec::new();
    for state in store.sources()? {
        let Some(now) = now.get(state.sha256.as_str()) else { continue };
        let held = store.source(&state.path)?;
        if held.is_some_and(|held| hex(&Sha256::digest(held.text)) != *now) {
            notes.push(otherwise(&state.path, &state.read_by));
        }
    }
    Ok(notes)
}

fn otherwise(path: &str, read_by: &str) -> Diagnostic {
    let message =
        format!("the file is as it was, and its text reads otherwise: {read_by} read it then, {PROGRAM} now");
    let help = "ingest it again: its letters are then found in the text as it reads now";
    Diagnostic::new(Severity::Warning, "reads-otherwise", message).in_file(path).help(help)
}

impl Walk {
    fn record(&mut self, record: &LetterRecord) {
        if let Ok(value) = serde_json::to_value(record) {
            self.value(&value, &Context::default());
        }
    }

    fn findings(&mut self, record: &LetterRecord) {
        let (file, sha256) = (record.source.path.clone(), Some(record.source.sha256.clone()));
        let context = Context::of(SourceName { file, sha256 }, record.source.ocr_pages > 0);
        let findings = serde_json::to_value(&record.findings).unwrap_or(Value::Null);
        self.value(&findings, &context);
    }
}
