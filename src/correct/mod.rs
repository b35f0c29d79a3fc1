//! What people decide in place of the rules: `corrections.toml`, which lies beside the store's database.
//!
//! A correction is tied to a letter's words, not to a finding's number or a place in a file, so that it holds
//! when the letter is read again, by other rules or from another copy. [`CorrectionFile`] reads the file,
//! [`apply`] finds each correction's words in the letters held and changes what is said of them, and [`add`]
//! writes one more to the file. A correction whose words are not found is told of and stays in the file.

mod add;
mod anchor;
mod apply;
mod change;
mod entry;
mod file;
mod lost;
mod passage;
mod plain;
mod record;

#[cfg(test)]
mod tests;

pub use add::{add, anchor_of_finding, anchor_of_passage};
pub use apply::{Applied, Sources, apply, of_area};
pub use change::{Change, LINKS, LinkChange, STATUSES, link_kind, status};
pub use file::{CorrectionFile, FILE, is_there};
pub use lost::Lost;

use std::ops::Range;

use serde::Serialize;

use crate::record::PartialDate;

/// One entry of the file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Correction {
    #[serde(flatten)]
    pub anchor: Anchor,
    #[serde(flatten)]
    pub change: Change,
    pub by: String,
    pub date: PartialDate,
    pub why: String,
    /// Where its `exact` stands in the file, in bytes.
    #[serde(skip)]
    pub at: Range<usize>,
}

/// The words of a letter that a correction is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Anchor {
    /// The id of the letter when the correction was written.
    pub letter: String,
    /// A finding's statement, or a passage of the letter.
    pub exact: String,
    /// The words before and after it, which tell it from the same words elsewhere in the letter.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub prefix: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub suffix: String,
}

impl Correction {
    /// "Decided by Jo Example on 24 November 2026: The deciding sentence is on page 6."
    pub fn reason(&self) -> String {
        format!("Decided by {} on {}: {}", self.by, self.date.prose(), self.why)
    }
}
