//! What the rows of tables are made from: things of letters and of findings, each with its number.

use crate::export::Held;
use crate::record::{Finding, LetterRecord};

/// Something of a letter, and its number there, from 1.
pub struct OfLetter<'a, T> {
    pub record: &'a LetterRecord,
    pub number: usize,
    pub it: &'a T,
}

impl<T> OfLetter<'_, T> {
    pub fn id(&self) -> &str {
        &self.record.letter.id
    }
}

/// Something of a finding, and its number there, from 1.
pub struct OfFinding<'a, T> {
    pub record: &'a LetterRecord,
    pub finding: &'a Finding,
    pub number: usize,
    pub it: &'a T,
}

impl<T> OfFinding<'_, T> {
    pub fn letter_id(&self) -> &str {
        &self.record.letter.id
    }

    pub fn finding_id(&self) -> &str {
        &self.finding.id
    }
}

/// All that the letters list of one kind.
pub fn of_letters<'a, T: 'a>(
    held: &Held<'a>,
    list: fn(&LetterRecord) -> &[T],
) -> impl Iterator<Item = OfLetter<'a, T>> + use<'a, T> {
    held.records().flat_map(move |record| {
        list(record).iter().zip(1..).map(move |(it, number)| OfLetter { record, number, it })
    })
}

/// All that the findings list of one kind.
pub fn of_findings<'a, T: 'a>(
    held: &Held<'a>,
    list: fn(&Finding) -> &[T],
) -> impl Iterator<Item = OfFinding<'a, T>> + use<'a, T> {
    held.findings().flat_map(move |(record, finding)| {
        list(finding).iter().zip(1..).map(move |(it, number)| OfFinding { record, finding, number, it })
    })
}
