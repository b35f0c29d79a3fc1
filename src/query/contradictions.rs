//! Where letters contradict themselves or each other, or refer to one that is not held.

use serde::Serialize;

use super::{Cited, Story, words};
use crate::check::contradictions;
use crate::record::{Check, LetterRecord};
use crate::rules::RuleSet;

/// The checks of one letter that find it at odds with itself. Its others are about how well it was read.
const OF_ONE_LETTER: [&str; 3] = ["stated_count", "weekday", "date_order"];

/// Something that letters say against each other, or that one says against itself.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contradicted {
    /// Such as `weekday`, `count` or `deadline`.
    pub check: String,
    /// One sentence.
    pub detail: String,
    pub passages: Vec<Contradicting>,
}

/// A letter that takes part in a contradiction, with the passage where there is one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contradicting {
    /// The letter's id.
    pub letter: String,
    /// "revisit letter of 14 December 2021".
    pub name: String,
    pub file: String,
    pub at: Option<Cited>,
}

/// Those of an area's letters: each letter's own first, in order of date, then those between letters.
pub fn contradicted(story: &Story<'_>, rules: &RuleSet) -> Vec<Contradicted> {
    let of_one = story.letters.iter().flat_map(|letter| {
        let wrong = |check: &&Check| !check.ok && OF_ONE_LETTER.contains(&check.check.as_str());
        letter.record.checks.iter().filter(wrong).map(|check| of_letter(&letter.record, check))
    });
    of_one.chain(across(story, rules)).collect()
}

/// What was doubtful about reading the area's letters.
pub fn doubts(story: &Story<'_>) -> Vec<Contradicted> {
    let doubts = story.letters.iter().flat_map(|letter| {
        let doubtful = |check: &&Check| !check.ok && !OF_ONE_LETTER.contains(&check.check.as_str());
        letter.record.checks.iter().filter(doubtful).map(|check| of_letter(&letter.record, check))
    });
    doubts.collect()
}

/// Those between letters.
pub fn across(story: &Story<'_>, rules: &RuleSet) -> Vec<Contradicted> {
    let records: Vec<&LetterRecord> = story.letters.iter().map(|letter| &letter.record).collect();
    let found = contradictions(&records, rules).into_iter().map(|found| {
        let passages = found.passages.iter().filter_map(|passage| {
            let record = records.iter().find(|record| record.letter.id == passage.letter)?;
            Some(contradicting(record, Some(Cited::new(record, &passage.at))))
        });
        Contradicted { check: found.check.to_owned(), passages: passages.collect(), detail: found.detail }
    });
    found.collect()
}

fn of_letter(record: &LetterRecord, check: &Check) -> Contradicted {
    let at = check.at.as_ref().map(|at| Cited::new(record, at));
    let passages = vec![contradicting(record, at)];
    Contradicted { check: check.check.clone(), detail: check.detail.clone(), passages }
}

fn contradicting(record: &LetterRecord, at: Option<Cited>) -> Contradicting {
    Contradicting {
        letter: record.letter.id.clone(),
        name: words::letter(record),
        file: record.source.path.clone(),
        at,
    }
}
