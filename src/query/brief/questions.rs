use serde::Serialize;

use super::dates::{Overdue, overdue};
use super::letters::LetterLine;
use super::matters::Matters;
use crate::link::{FindingStatus, Status};
use crate::query::Cited;
use crate::query::contradictions::{self, Contradicting};
use crate::query::trace::{Mention, carries_the_matter};
use crate::rules::RuleSet;

/// Of the contradictions, those that [`Overdue`] tells already.
const DEADLINE: &str = "deadline";

/// What the documents leave open or contradict. Says nothing of the area itself.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Questions {
    /// How many there are in all.
    pub number: usize,
    /// Weaknesses that were still open and that a later list leaves out.
    pub not_carried_forward: Vec<Asked>,
    /// Weaknesses that no later letter held names, though no list leaves them out.
    pub not_named_again: Vec<Asked>,
    /// Weaknesses that were settled and named again.
    pub recurred: Vec<Asked>,
    pub overdue: Vec<Overdue>,
    /// Letters that contradict themselves or another, or refer to one that is not held.
    pub contradicted: Vec<Contradicted>,
}

/// A weakness that a panel may ask about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Asked {
    /// The finding's id.
    pub id: String,
    /// "significant weakness 7".
    pub name: String,
    /// The letter it stands in, in words.
    pub letter: String,
    pub at: Cited,
    /// One sentence.
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Contradicted {
    /// Such as `weekday` or `count`.
    pub check: String,
    /// One sentence.
    pub detail: String,
    /// The letter, in words, where it contradicts itself.
    pub letter: Option<String>,
    /// The passages that it rests on; of a letter without one, other words of it.
    pub at: Vec<Cited>,
}

pub fn questions(matters: &Matters<'_>, rules: &RuleSet) -> Questions {
    let lost = matters.not_named_again();
    let lost =
        lost.iter().map(|finding| asked(matters, finding, "No later letter held names it.".to_owned()));
    let mut questions = Questions {
        number: 0,
        not_carried_forward: with_status(matters, Status::NotCarriedForward),
        not_named_again: lost.collect(),
        recurred: with_status(matters, Status::Recurred),
        overdue: overdue(matters.story, rules, matters.letters),
        contradicted: contradicted(matters, rules),
    };
    let findings = [&questions.not_carried_forward, &questions.not_named_again, &questions.recurred];
    questions.number = findings.iter().map(|asked| asked.len()).sum::<usize>()
        + questions.overdue.len()
        + questions.contradicted.len();
    questions
}

fn contradicted(matters: &Matters<'_>, rules: &RuleSet) -> Vec<Contradicted> {
    let held = |passage: &Contradicting| {
        matters.letters.iter().any(|letter| letter.record.letter.id == passage.letter)
    };
    let found = contradictions::contradicted(matters.story, rules).into_iter();
    let found = found.filter(|found| found.check != DEADLINE && found.passages.iter().all(held));
    let in_words = |found: contradictions::Contradicted| Contradicted {
        letter: match found.passages.as_slice() {
            [one] => Some(one.name.clone()),
            _ => None,
        },
        at: found.passages.into_iter().filter_map(|passage| words_of(matters, passage)).collect(),
        check: found.check,
        detail: found.detail,
    };
    found.map(in_words).collect()
}

fn words_of(matters: &Matters<'_>, passage: Contradicting) -> Option<Cited> {
    let letter = || matters.letters.iter().find(|letter| letter.record.letter.id == passage.letter);
    passage.at.or_else(|| LetterLine::new(matters.story, &letter()?.record).at)
}

/// The findings that have a status, with the reason; of one matter in several letters, the last before the
/// letter that gives the status.
fn with_status(matters: &Matters<'_>, wanted: Status) -> Vec<Asked> {
    let found = matters.findings().filter_map(|(record, finding)| {
        let mut statuses = matters.story.statuses_of(&finding.id);
        let given = statuses.find(|given| given.status == wanted && given.as_of != record.letter.id)?;
        if has_it_later(matters, given) {
            return None;
        }
        Some(asked(matters, &matters.mention(record, finding), given.reason.clone()))
    });
    found.collect()
}

fn asked(matters: &Matters<'_>, finding: &Mention, reason: String) -> Asked {
    let letter = matters.story.letter_in_words(&finding.letter);
    Asked { id: finding.id.clone(), name: finding.name.clone(), letter, at: finding.at.clone(), reason }
}

/// Whether a later finding of the same matter has the same status from the same letter.
fn has_it_later(matters: &Matters<'_>, given: &FindingStatus) -> bool {
    let story = matters.story;
    let later = story.links.iter().filter(|link| carries_the_matter(link) && link.from == given.finding);
    let later = later.filter(|link| {
        story.finding(&link.to).is_some_and(|(letter, _)| letter.record.letter.id != given.as_of)
    });
    later
        .flat_map(|link| story.statuses_of(&link.to))
        .any(|other| other.status == given.status && other.as_of == given.as_of)
}
