//! What a scrutiny panel needs to know about one area before it meets, as data.

mod matters;
mod questions;

use serde::Serialize;

use super::contradictions::Contradicted;
use super::trace::{Dated, Mention};
use super::{Cited, DateBound, LetterFilter, Story, words};
use crate::record::{Judgement, LetterRecord, PartialDate};
use crate::rules::RuleSet;
use crate::store::StoredLetter;
use matters::Matters;

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Brief {
    pub area: String,
    pub since: Option<String>,
    pub letters: Vec<LetterLine>,
    /// One row for each weakness as it was first named.
    pub weaknesses: Vec<WeaknessRow>,
    /// Findings that no later letter held judges to be settled, as they were last named.
    pub open: Vec<Mention>,
    pub questions: Vec<Question>,
}

/// A letter the brief rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LetterLine {
    pub id: String,
    pub kind: String,
    pub date: Option<PartialDate>,
    pub outcome: Option<String>,
    /// "statement of action required".
    pub outcome_in_words: Option<String>,
    pub outcome_quote: Option<Cited>,
    /// Dates that the letter gives for what comes next, other than for one finding.
    pub dates: Vec<Dated>,
    pub file: String,
    pub sha256: String,
    /// "letter.pdf, pages 1 to 9".
    pub place: String,
    /// Pages of the file.
    pub first_page: u32,
    pub last_page: Option<u32>,
    /// "revisit letter of 14 December 2021".
    #[serde(skip)]
    pub name: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WeaknessRow {
    pub statement: Cited,
    /// One for each of the brief's letters; empty where the letter does not name it.
    pub named: Vec<Vec<Named>>,
}

/// A finding as one letter names it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Named {
    pub id: String,
    pub judgement: Option<Judgement>,
    /// Who gave the judgement, where a person did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judged_by: Option<String>,
    pub page: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
}

/// Something in the documents that a panel may ask about.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum Question {
    /// A weakness that was still open and that later letters do not name.
    NotCarriedForward { finding: Mention, reason: String },
    /// A weakness that no later letter held names, though no list leaves it out.
    NotNamedAgain { finding: Mention },
    /// A weakness that was settled and named again.
    Recurred { finding: Mention, reason: String },
    /// A letter that contradicts itself or another, or refers to one that is not held.
    Contradicted { found: Contradicted },
}

/// The brief on an area from its letters since a date.
pub fn brief(story: &Story<'_>, rules: &RuleSet, since: Option<DateBound>) -> Brief {
    let filter = LetterFilter { from: since.clone(), ..LetterFilter::default() };
    let letters: Vec<&StoredLetter> =
        story.letters.iter().copied().filter(|letter| filter.admits(&letter.record)).collect();
    let matters = Matters { story, letters: &letters };
    Brief {
        area: story.area().to_owned(),
        since: since.map(|since| since.to_string()),
        letters: letters.iter().map(|letter| letter_line(story, &letter.record)).collect(),
        weaknesses: matters.weaknesses(),
        open: matters.open(),
        questions: questions::questions(&matters, rules),
    }
}

fn letter_line(story: &Story<'_>, record: &LetterRecord) -> LetterLine {
    let letter = &record.letter;
    let general = record.events.iter().filter(|event| !is_about_a_finding(event.of.as_deref()));
    let dates = general.map(|event| Dated::new(story, record, event));
    LetterLine {
        id: letter.id.clone(),
        kind: letter.kind.clone(),
        date: record.placed(),
        outcome: letter.outcome.clone(),
        outcome_in_words: letter.outcome.as_deref().map(|outcome| story.vocabulary.outcome(outcome)),
        outcome_quote: letter.outcome_quote.as_ref().map(|quote| Cited::new(record, quote)),
        dates: dates.collect(),
        file: record.source.path.clone(),
        sha256: record.source.sha256.clone(),
        place: Cited::place_of(record),
        first_page: letter.span.page,
        last_page: letter.span.last_page,
        name: words::letter(record),
    }
}

/// An event is about a letter, `revisit_letter`, or a finding, `area_for_improvement 2`.
fn is_about_a_finding(of: Option<&str>) -> bool {
    of.is_some_and(|of| of.contains(' '))
}
