use serde::Serialize;

use crate::query::words;
use crate::record::{LetterRecord, PartialDate};

/// A letter that was counted.
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
