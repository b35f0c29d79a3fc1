//! Which letters are copies of one letter, and which merely share an id.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::record::LetterRecord;
use crate::text::{fold_str, hex};

/// A letter's record and the file it stands in.
pub struct Copy {
    pub path: String,
    pub fingerprint: String,
    pub record: LetterRecord,
}

/// A letter, from the first file that holds it, and the other files that hold it too.
pub struct Distinct {
    /// The path of the file that `record` is from.
    pub first: String,
    pub record: LetterRecord,
    pub also_in: Vec<String>,
}

/// The same for copies of one letter in different files: made from the statements of its findings. A letter
/// that has none is told by its observations, and one that has neither by all its words. `text` is the
/// canonical text of its file.
pub fn fingerprint(record: &LetterRecord, text: &str) -> String {
    let statements: Vec<&str> = record.findings.iter().map(|finding| finding.statement.as_str()).collect();
    let observations: Vec<&str> =
        record.observations.iter().map(|observation| observation.at.quote.as_str()).collect();
    let span = record.letter.span;
    let words: String;
    let (told_by, passages) = if !statements.is_empty() {
        ("findings", statements)
    } else if !observations.is_empty() {
        ("observations", observations)
    } else {
        words = text.chars().skip(span.start).take(span.end.saturating_sub(span.start)).collect();
        ("words", vec![words.as_str()])
    };
    let mut hasher = Sha256::new();
    hasher.update(told_by);
    for passage in passages {
        hasher.update("\n");
        hasher.update(bare(passage));
    }
    hex(&hasher.finalize())
}

/// A passage without case, spaces and punctuation.
fn bare(passage: &str) -> String {
    fold_str(passage).to_lowercase().chars().filter(|character| character.is_alphanumeric()).collect()
}

/// Brings copies of one letter together, and tells different letters of one id apart: those after the first
/// get ids that end in `-2`, `-3` and so on. `copies` holds every copy of each id, ordered by path and by
/// place in the file; the order stays.
pub fn distinct(copies: Vec<Copy>) -> Vec<Distinct> {
    let mut letters: Vec<Distinct> = Vec::new();
    // For each id, its letters: what tells them apart, and where they stand in `letters`.
    let mut by_id: BTreeMap<String, Vec<(String, usize)>> = BTreeMap::new();
    for copy in copies {
        let same_id = by_id.entry(copy.record.letter.id.clone()).or_default();
        match same_id.iter().find(|(fingerprint, _)| *fingerprint == copy.fingerprint) {
            Some(&(_, index)) => letters[index].add(copy.path),
            None => {
                same_id.push((copy.fingerprint, letters.len()));
                let record = numbered(copy.record, same_id.len());
                letters.push(Distinct { first: copy.path, record, also_in: Vec::new() });
            }
        }
    }
    letters
}

impl Distinct {
    fn add(&mut self, path: String) {
        if path != self.first && !self.also_in.contains(&path) {
            self.also_in.push(path);
        }
    }
}

/// The record with ids for the `nth` letter of its id, from 1.
fn numbered(mut record: LetterRecord, nth: usize) -> LetterRecord {
    if nth == 1 {
        return record;
    }
    let plain = std::mem::take(&mut record.letter.id);
    record.letter.id = format!("{plain}-{nth}");
    for finding in &mut record.findings {
        if let Some(rest) = finding.id.strip_prefix(&plain) {
            finding.id = format!("{}{rest}", record.letter.id);
        }
    }
    record
}

/// The id that a letter is kept under, for one that `distinct` may have numbered.
pub fn kept_id(id: &str) -> &str {
    match id.rsplit_once('-') {
        Some((plain, nth)) if nth.bytes().all(|byte| byte.is_ascii_digit()) => plain,
        _ => id,
    }
}
