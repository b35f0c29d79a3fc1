//! What a scrutiny panel needs to know before it meets, as data: about one area, or about one theme in several.
//!
//! The names of the fields are those that brief templates use; `docs/briefs.md` lists them.

mod dates;
mod letters;
mod matters;
mod open;
mod questions;
mod theme;

pub use dates::{Ahead, Overdue};
pub use letters::{LetterLine, Tally};
pub use open::{Deciding, OpenMatter, Said};
pub use questions::{Asked, Contradicted, Questions};
pub use theme::{AreaOnTheme, ThemeBrief, theme_brief};

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Cited, DateBound, LetterFilter, Story};
use crate::rules::RuleSet;
use crate::store::StoredLetter;
use matters::Matters;

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Brief {
    pub area: String,
    pub since: Option<String>,
    /// The ids of the rule packs that the letters were read with, in order: `send` where all are about SEND.
    pub packs: Vec<String>,
    /// In order of date.
    pub letters: Vec<LetterLine>,
    /// The latest letter that comes to a conclusion.
    pub latest_outcome: Option<LetterLine>,
    pub latest_letter: Option<LetterLine>,
    /// How many findings each letter that has some judges how.
    pub judgements: Vec<Tally>,
    /// The letters that name findings: the columns of the weaknesses.
    pub naming: Vec<LetterLine>,
    /// One row for each weakness as it was first named.
    pub weaknesses: Vec<WeaknessRow>,
    /// Findings that no later letter held judges to be settled, as they were last named.
    pub open: Vec<OpenMatter>,
    /// What letters say comes after the latest letter held.
    pub ahead: Vec<Ahead>,
    pub questions: Questions,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WeaknessRow {
    pub statement: Cited,
    /// One for each letter of [`Brief::naming`]; empty where the letter does not name it.
    pub cells: Vec<Vec<Named>>,
}

/// A finding as one letter names it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Named {
    /// The finding's id.
    pub id: String,
    /// "not sufficient progress", and who judged so where a person did.
    pub judgement: String,
    /// The sentence that judges, else the statement.
    pub at: Cited,
}

/// The brief on an area from its letters since a date.
pub fn brief(story: &Story<'_>, rules: &RuleSet, since: Option<DateBound>) -> Brief {
    let filter = LetterFilter { from: since.clone(), ..LetterFilter::default() };
    let held: Vec<&StoredLetter> =
        story.letters.iter().copied().filter(|letter| filter.admits(&letter.record)).collect();
    let matters = Matters { story, letters: &held };
    let letters: Vec<LetterLine> = held.iter().map(|letter| LetterLine::new(story, &letter.record)).collect();
    let names =
        |line: &&LetterLine| held.iter().any(|letter| line.is(&letter.record) && letters::names(letter));
    Brief {
        area: story.area().to_owned(),
        since: since.map(|since| since.to_string()),
        packs: held
            .iter()
            .map(|letter| letter.record.rules.pack.clone())
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect(),
        latest_outcome: letters.iter().rev().find(|line| line.outcome.is_some()).cloned(),
        latest_letter: letters.last().cloned(),
        judgements: letters::tallies(story, &held),
        naming: letters.iter().filter(names).cloned().collect(),
        weaknesses: matters.weaknesses(),
        open: open::open(&matters),
        ahead: dates::ahead(story, rules, &held),
        questions: questions::questions(&matters, rules),
        letters,
    }
}
