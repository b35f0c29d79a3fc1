//! Documents and rules to letter records: no I/O, and nothing here knows a particular letter.
//!
//! [`letter_records`] finds the letters of a [`Document`], then in each its fields, findings with their
//! judgements and evidence, observations, events, deadlines, counts and people. What a passage looks like is
//! in the rules; what is here is how passages go together: a list, a table's rows, a group of blocks under
//! an opening, a verdict before or after what it judges, the arithmetic of a tally.

mod assemble;
pub mod date;
mod events;
mod expected;
mod fields;
mod findings;
mod fired;
mod grades;
mod head;
mod letter;
mod maker;
mod matching;
mod number;
mod observations;
mod outcome;
mod people;
mod reading;
mod recognition;
mod statement;
mod tally;
mod unclaimed;
mod view;

pub use fired::{Fired, Gave};
pub use reading::LetterReading;
pub use recognition::{Recognition, Stopped, recognitions};

use crate::document::Document;
use crate::record::{LetterRecord, Quoter, Source};
use crate::rules::RuleSet;
use view::View;

pub use view::sentences;

/// The letters of a document, in reading order; none where no family is recognised.
///
/// Records hold what the letter says. [`crate::check`] adds what is doubtful about it.
pub fn letter_records(document: &Document, rules: &RuleSet, source: &Source) -> Vec<LetterRecord> {
    read_letters(document, rules, source).into_iter().map(|reading| reading.record).collect()
}

/// The letters of a document, each with what the rules did to read it.
pub fn read_letters<'r>(document: &Document, rules: &'r RuleSet, source: &Source) -> Vec<LetterReading<'r>> {
    let view = View::new(document);
    let quoter = Quoter::new(document);
    let letters = letter::find_letters(&view, rules);
    letters.into_iter().map(|letter| assemble::read(&view, &quoter, rules, letter, source)).collect()
}
