//! Where an area's letters contradict each other, or refer to one that is not held. Each names the passages that it
//! rests on. They are statements about the documents held: another letter can change each.

mod counts;
mod dates;
mod references;
#[cfg(test)]
mod tests;

pub use references::{Gap, gaps};

use serde::Serialize;

use super::clocks::{Clock, ClockState, clocks};
use crate::record::{LetterRecord, Quote};
use crate::rules::RuleSet;

/// Something that the letters of one area say against each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contradiction {
    /// Such as `count` or `deadline`.
    pub check: &'static str,
    /// One sentence.
    pub detail: String,
    pub passages: Vec<Passage>,
}

/// A passage, and the letter it stands in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Passage {
    /// The letter's id.
    pub letter: String,
    pub at: Quote,
}

/// The contradictions between an area's letters, which are in order of date.
pub fn contradictions(letters: &[&LetterRecord], rules: &RuleSet) -> Vec<Contradiction> {
    let mut found = counts::counts(letters, rules);
    found.extend(dates::dates(letters, rules));
    found.extend(deadlines(letters, rules));
    found.extend(references::not_held(letters, rules));
    found
}

fn deadlines(letters: &[&LetterRecord], rules: &RuleSet) -> Vec<Contradiction> {
    let late = clocks(letters, rules).into_iter().filter(|clock| clock.state == ClockState::Late);
    late.map(|clock| {
        let Clock { what, letter, set_by, period, done, reason, .. } = clock;
        let done = done.map(|done| Passage { letter: done.letter, at: done.at });
        let passages = [Passage { letter, at: set_by }].into_iter().chain(done).collect();
        Contradiction { check: "deadline", detail: format!("{period} to {what}: {reason}"), passages }
    })
    .collect()
}

impl Passage {
    fn new(letter: &LetterRecord, at: &Quote) -> Self {
        Self { letter: letter.letter.id.clone(), at: at.clone() }
    }
}
