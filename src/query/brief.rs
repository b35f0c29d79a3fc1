//! What a scrutiny panel needs to know about one area before it meets, as data.

use std::collections::BTreeMap;

use serde::Serialize;

use super::trace::{Because, Dated, Mention, carries_the_matter, mention};
use super::{Cited, DateBound, LetterFilter, Story, words};
use crate::link::Status;
use crate::record::{Check, Finding, Judgement, LetterRecord, PartialDate};
use crate::store::StoredLetter;

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
    pub outcome_quote: Option<Cited>,
    /// Dates that the letter gives for what comes next, other than for one finding.
    pub dates: Vec<Dated>,
    pub file: String,
    pub sha256: String,
    /// Of the file.
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
    pub page: u32,
}

/// Something in the documents that a panel may ask about.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum Question {
    /// A weakness that was still open and that later letters do not name.
    NotCarriedForward { finding: Mention, letter: String, reason: String },
    /// A weakness that was settled and named again.
    Recurred { finding: Mention, letter: String, reason: String },
    /// A letter that contradicts itself or another.
    FailedCheck { letter: String, file: String, detail: String, at: Option<Cited> },
}

/// The brief on an area from its letters since a date.
pub fn brief(story: &Story<'_>, since: Option<DateBound>) -> Brief {
    let filter = LetterFilter { from: since.clone(), ..LetterFilter::default() };
    let letters: Vec<&StoredLetter> =
        story.letters.iter().copied().filter(|letter| filter.admits(&letter.record)).collect();
    let maker = Maker { story, letters };
    Brief {
        area: story.area().to_owned(),
        since: since.map(|since| since.to_string()),
        letters: maker.letters.iter().map(|letter| letter_line(&letter.record)).collect(),
        weaknesses: maker.weaknesses(),
        open: maker.open(),
        questions: maker.questions(),
    }
}

struct Maker<'a> {
    story: &'a Story<'a>,
    letters: Vec<&'a StoredLetter>,
}

impl<'a> Maker<'a> {
    fn findings(&self) -> impl Iterator<Item = (&'a LetterRecord, &'a Finding)> {
        self.letters
            .iter()
            .flat_map(|letter| letter.record.findings.iter().map(|finding| (&letter.record, finding)))
    }

    /// Whether a letter of the brief names the same matter earlier.
    fn was_named_before(&self, id: &str) -> bool {
        let held = |id: &str| self.findings().any(|(_, finding)| finding.id == id);
        self.story.links.iter().any(|link| carries_the_matter(link) && link.to == id && held(&link.from))
    }

    fn is_named_after(&self, id: &str) -> bool {
        self.story.links.iter().any(|link| carries_the_matter(link) && link.from == id)
    }

    fn weaknesses(&self) -> Vec<WeaknessRow> {
        let first_named = self.findings().filter(|(_, finding)| !self.was_named_before(&finding.id));
        first_named
            .map(|(record, finding)| WeaknessRow {
                statement: Cited::new(record, &finding.at),
                named: self.named(&finding.id),
            })
            .collect()
    }

    /// The finding and what later letters make of it, by letter.
    fn named(&self, first: &str) -> Vec<Vec<Named>> {
        let mut ids = vec![first.to_owned()];
        let mut next = 0;
        while let Some(id) = ids.get(next).cloned() {
            let later = self.story.links.iter().filter(|link| carries_the_matter(link) && link.from == id);
            let later: Vec<String> =
                later.map(|link| link.to.clone()).filter(|to| !ids.contains(to)).collect();
            ids.extend(later);
            next += 1;
        }
        let of = |letter: &&StoredLetter| {
            let findings = letter.record.findings.iter().filter(|finding| ids.contains(&finding.id));
            findings
                .map(|finding| Named {
                    id: finding.id.clone(),
                    judgement: finding.judgement,
                    page: finding
                        .judgement_quote
                        .as_ref()
                        .map_or(finding.at.span.page, |quote| quote.span.page),
                })
                .collect()
        };
        self.letters.iter().map(of).collect()
    }

    fn open(&self) -> Vec<Mention> {
        let dropped = self.with_status(Status::NotCarriedForward);
        let open = self.findings().filter(|(_, finding)| {
            !is_settled(finding.judgement)
                && !self.is_named_after(&finding.id)
                && !dropped.contains_key(finding.id.as_str())
        });
        open.map(|(record, finding)| self.mention(record, finding)).collect()
    }

    fn mention(&self, record: &LetterRecord, finding: &Finding) -> Mention {
        mention(self.story, record, finding, Because::Asked)
    }

    /// The findings that have a status, with the letter that gives it and the reason.
    fn with_status(&self, status: Status) -> BTreeMap<&'a str, (&'a str, &'a str)> {
        let given = self.story.statuses.iter().filter(|given| given.status == status);
        given.map(|given| (given.finding.as_str(), (given.as_of.as_str(), given.reason.as_str()))).collect()
    }

    fn questions(&self) -> Vec<Question> {
        let dropped = self.asked(Status::NotCarriedForward, |finding, letter, reason| {
            Question::NotCarriedForward { finding, letter, reason }
        });
        let recurred = self.asked(Status::Recurred, |finding, letter, reason| Question::Recurred {
            finding,
            letter,
            reason,
        });
        let failed = self.letters.iter().flat_map(|letter| {
            let checks = letter.record.checks.iter().filter(|check| !check.ok);
            checks.map(|check| failed_check(&letter.record, check))
        });
        dropped.into_iter().chain(recurred).chain(failed).collect()
    }

    fn asked(&self, status: Status, question: impl Fn(Mention, String, String) -> Question) -> Vec<Question> {
        let given = self.with_status(status);
        let asked = self.findings().filter_map(|(record, finding)| {
            let (as_of, reason) = given.get(finding.id.as_str())?;
            let mention = self.mention(record, finding);
            Some(question(mention, self.story.letter_in_words(as_of), (*reason).to_owned()))
        });
        asked.collect()
    }
}

fn is_settled(judgement: Option<Judgement>) -> bool {
    matches!(judgement, Some(Judgement::Sufficient | Judgement::Effective))
}

fn failed_check(record: &LetterRecord, check: &Check) -> Question {
    Question::FailedCheck {
        letter: words::letter(record),
        file: record.source.path.clone(),
        detail: check.detail.clone(),
        at: check.at.as_ref().map(|at| Cited::new(record, at)),
    }
}

fn letter_line(record: &LetterRecord) -> LetterLine {
    let letter = &record.letter;
    let general = record.events.iter().filter(|event| !is_about_a_finding(event.of.as_deref()));
    let dates =
        general.map(|event| Dated { kind: event.kind, date: event.date, at: Cited::new(record, &event.at) });
    LetterLine {
        id: letter.id.clone(),
        kind: letter.kind.clone(),
        date: record.placed(),
        outcome: letter.outcome.clone(),
        outcome_quote: letter.outcome_quote.as_ref().map(|quote| Cited::new(record, quote)),
        dates: dates.collect(),
        file: record.source.path.clone(),
        sha256: record.source.sha256.clone(),
        first_page: letter.span.page,
        last_page: letter.span.last_page,
        name: words::letter(record),
    }
}

/// An event is about a letter, `revisit_letter`, or a finding, `area_for_improvement 2`.
fn is_about_a_finding(of: Option<&str>) -> bool {
    of.is_some_and(|of| of.contains(' '))
}
