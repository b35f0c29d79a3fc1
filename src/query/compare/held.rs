use std::collections::BTreeSet;

use serde::Serialize;

use super::could::{Could, Place};
use crate::query::words;
use crate::record::{LetterRecord, PartialDate};

/// Of how many letters and areas a cell, a row, a column or the matrix speaks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Held {
    pub letters_held: usize,
    /// Those that could have said it, by the measure.
    pub letters_could: usize,
    pub areas_held: usize,
    pub areas_could: usize,
}

impl Held {
    pub(super) fn of(could: &Could<'_>, letters: &[&LetterRecord], place: &[Place<'_>]) -> Self {
        let held: Vec<&LetterRecord> =
            letters.iter().copied().filter(|record| could.is_at(record, place)).collect();
        let able: Vec<&LetterRecord> =
            held.iter().copied().filter(|record| could.could_say(record, place)).collect();
        Self {
            letters_held: held.len(),
            letters_could: able.len(),
            areas_held: areas(&held),
            areas_could: areas(&able),
        }
    }
}

fn areas(letters: &[&LetterRecord]) -> usize {
    letters.iter().map(|record| words::area(record)).collect::<BTreeSet<_>>().len()
}

/// A letter that was asked about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeldLetter {
    pub id: String,
    pub area: String,
    pub kind: String,
    pub date: Option<PartialDate>,
    /// How many it holds.
    pub findings: usize,
    /// "revisit letter of 14 December 2021".
    #[serde(skip)]
    pub name: String,
}

impl HeldLetter {
    pub(super) fn new(record: &LetterRecord) -> Self {
        Self {
            id: record.letter.id.clone(),
            area: words::area(record).to_owned(),
            kind: record.letter.kind.clone(),
            date: record.placed(),
            findings: record.findings.len(),
            name: words::letter(record),
        }
    }
}
