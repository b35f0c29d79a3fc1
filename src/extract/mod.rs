//! Documents and rules to letter records: no I/O, and nothing here knows a particular letter.
//!
//! [`letter_records`] finds the letters of a [`Document`], then in each its fields, findings with their
//! judgements and evidence, observations, events, deadlines, counts and people. What a passage looks like is
//! in the rules; what is here is how passages go together: a list, a table's rows, a group of blocks under
//! an opening, a verdict before or after what it judges, the arithmetic of a tally.

mod assemble;
pub mod date;
mod events;
mod fields;
mod findings;
mod grades;
mod letter;
mod matching;
mod number;
mod observations;
mod outcome;
mod people;
mod statement;
mod tally;
mod view;

use crate::document::Document;
use crate::record::{LetterRecord, Quoter, Source};
use crate::rules::RuleSet;
use view::View;

/// The letters of a document, in reading order; none where no family is recognised.
///
/// Records hold what the letter says. [`crate::check`] adds what is doubtful about it.
pub fn letter_records(document: &Document, rules: &RuleSet, source: &Source) -> Vec<LetterRecord> {
    let view = View::new(document);
    let quoter = Quoter::new(document);
    letter::find_letters(&view, rules)
        .iter()
        .map(|letter| assemble::record(&view, &quoter, rules, letter, source))
        .collect()
}
