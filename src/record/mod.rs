//! The letter record on the wire, version 1: what `extract` prints, what the store keeps and what every
//! later room reads. Apart from the types used while extracting, so that those may change.
//!
//! Spans count **Unicode code points** from the start of the file's canonical text, and
//! `text[start..end]` is exactly the quotation beside them. Pages count from 1 and are those of the file.
//! Absent means unknown: a field is `null` or left out, never guessed.

mod decided;
mod quoter;
#[cfg(test)]
pub mod sample;

pub use decided::{Decided, Decision};
pub use quoter::Quoter;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::document::Document;

pub use crate::extract::date::PartialDate;
use crate::rules::names;
pub use crate::rules::names::{EventKind, FindingKind};
pub use crate::rules::vocabulary::{EvidenceRole, Judgement, PeriodUnit, Polarity};

/// The value of [`LetterRecord::schema`].
pub const SCHEMA: &str = "throughline/letter-record/1";

/// The value of [`Finding::rule`] for a finding that a person added.
pub const ADDED: &str = "corrections";

/// One letter, as found in one file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LetterRecord {
    pub schema: String,
    pub source: Source,
    pub rules: RulesUsed,
    pub letter: Letter,
    #[serde(default)]
    pub stated_counts: StatedCounts,
    /// The first passage that states one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stated_counts_at: Option<Quote>,
    /// In the order of the text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<Grade>,
    pub findings: Vec<Finding>,
    pub observations: Vec<Observation>,
    pub events: Vec<Event>,
    pub deadlines: Vec<Deadline>,
    pub people: Vec<Person>,
    pub checks: Vec<Check>,
}

/// The file a letter was read from.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// As given on the command line.
    pub path: String,
    /// Of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
    pub media_type: String,
    pub pages: u32,
    /// How many of the pages were read by OCR.
    #[serde(default, skip_serializing_if = "is_none")]
    pub ocr_pages: u32,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes fields by reference")]
fn is_none(count: &u32) -> bool {
    *count == 0
}

impl Source {
    /// The file that a document was read from.
    pub fn of(document: &Document, path: impl Into<String>, sha256: impl Into<String>) -> Self {
        let provenance = document.provenance();
        Self {
            path: path.into(),
            sha256: sha256.into(),
            media_type: document.media_type().name().to_owned(),
            pages: provenance.pages(),
            ocr_pages: provenance.ocr_pages().len() as u32,
        }
    }
}

/// Which rules made a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RulesUsed {
    pub pack: String,
    pub version: String,
    pub sha256: String,
}

/// A range of code points of the canonical text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WireSpan {
    pub start: usize,
    pub end: usize,
    /// The page on which the range starts.
    pub page: u32,
    /// The page on which it ends, where that is another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_page: Option<u32>,
    /// The line of a text file on which it starts, from 1. A page alone does not help to find a place in a text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// How sure OCR was of the words, where it has read them: the mean over the words, in per cent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ocr_confidence: Option<u8>,
}

/// Verbatim words and where they stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quote {
    pub quote: String,
    pub span: WireSpan,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Letter {
    /// `AREA/DATE/KIND`: the area's name in lower case with hyphens; the date printed on the letter, else
    /// the last day of the visit, else `undated`.
    pub id: String,
    /// The family of letters, as the rule pack names it, such as `revisit_letter`.
    pub kind: String,
    pub title: Option<String>,
    pub area: Option<Area>,
    pub dated: Option<PartialDate>,
    pub published: Option<PartialDate>,
    pub visit: Option<Visit>,
    pub previous_visit: Option<PreviousVisit>,
    pub outcome: Option<String>,
    /// The sentence that gives the outcome.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome_quote: Option<Quote>,
    /// The whole letter.
    pub span: WireSpan,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// As the gazetteer has it; as printed where it has no such area.
    pub name: String,
    /// The ONS code; `None` where the gazetteer has no such area.
    pub code: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    pub from: PartialDate,
    pub to: PartialDate,
}

/// What a report says of the inspection before it; the dates are `None` where it gives none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviousVisit {
    pub from: Option<PartialDate>,
    pub to: Option<PartialDate>,
    #[serde(flatten)]
    pub at: Quote,
}

/// Counts as the letter states them, in figures or words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct StatedCounts {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sufficient: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_sufficient: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub total: Option<u32>,
    /// By the name of a kind of findings.
    #[serde(flatten)]
    pub of_kind: BTreeMap<FindingKind, u32>,
}

/// A grade that a letter gives.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Grade {
    /// What is graded, as printed.
    pub of: String,
    /// As the rule pack names it, such as `requires_improvement`.
    pub grade: names::Grade,
    #[serde(flatten)]
    pub at: Quote,
    pub rule: String,
}

/// A weakness, as one letter names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// `LETTER_ID/KIND/NUMBER`, the same from run to run.
    pub id: String,
    pub kind: FindingKind,
    /// From 1, in letter order, within its kind.
    pub number: u32,
    /// The whole statement in reading order, on one line, without bullets.
    pub statement: String,
    /// Sub-bullets, verbatim.
    pub parts: Vec<String>,
    /// The statement as it stands in the text.
    #[serde(flatten)]
    pub at: Quote,
    pub responsible_body: Option<String>,
    /// `None` where the letter's words are ambiguous; a check says why.
    pub judgement: Option<Judgement>,
    /// The sentence that judges.
    pub judgement_quote: Option<Quote>,
    /// Ids of themes, in the rule pack's order.
    pub themes: Vec<String>,
    pub evidence: Vec<Evidence>,
    /// The rule that found it, as `PACK/FILE#RULE`, or [`ADDED`].
    pub rule: String,
    /// What persons decided in place of the rules, in the order they are applied.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decided: Vec<Decided>,
}

impl Finding {
    /// The decision that gave the judgement, where a person did.
    pub fn judged_by_person(&self) -> Option<&Decided> {
        self.decided.iter().rev().find(|decided| decided.what == Decision::Judgement)
    }

    /// Whether a person says that it is one, and no rule does.
    pub fn is_added(&self) -> bool {
        self.rule == ADDED
    }

    pub fn quotes(&self) -> impl Iterator<Item = &Quote> {
        let evidence = self.evidence.iter().map(|evidence| &evidence.at);
        std::iter::once(&self.at).chain(&self.judgement_quote).chain(evidence)
    }
}

/// What a letter says about a finding besides its statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    pub role: EvidenceRole,
    #[serde(flatten)]
    pub at: Quote,
    pub rule: String,
}

/// A bullet that stands under no finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Observation {
    pub section: String,
    pub polarity: Polarity,
    #[serde(flatten)]
    pub at: Quote,
    pub rule: String,
}

/// Something that happened or will happen, as the letter tells it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    pub kind: EventKind,
    /// The letter tells of it before it happens.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub to_come: bool,
    /// The kind of letter it is about, or the finding as `area_for_improvement 2`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<String>,
    /// Where the letter gives a day or month.
    pub date: Option<PartialDate>,
    /// Where the letter gives a period instead, from this letter.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months: Option<u32>,
    #[serde(flatten)]
    pub at: Quote,
    pub rule: String,
}

/// A period that the letter sets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Deadline {
    pub what: String,
    pub days: u32,
    pub unit: PeriodUnit,
    /// What the period runs from, in words.
    pub from: Option<String>,
    /// The event that it runs from, and the kind of letter which that is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<EventKind>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts_of: Option<String>,
    /// The event that ends it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<EventKind>,
    #[serde(flatten)]
    pub at: Quote,
    pub rule: String,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Person {
    pub name: String,
    pub role: Option<String>,
    pub organisation: Option<String>,
}

/// Something about the letter that was verified, or that a reader should look at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Check {
    /// Such as `stated_count` or `weekday`.
    pub check: String,
    pub ok: bool,
    pub detail: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Quote>,
}

impl LetterRecord {
    /// Every quotation of findings, grades, observations, events and deadlines.
    pub fn quotes(&self) -> impl Iterator<Item = &Quote> {
        let grades = self.grades.iter().map(|grade| &grade.at);
        let observations = self.observations.iter().map(|observation| &observation.at);
        let events = self.events.iter().map(|event| &event.at);
        let deadlines = self.deadlines.iter().map(|deadline| &deadline.at);
        self.findings
            .iter()
            .flat_map(Finding::quotes)
            .chain(grades)
            .chain(observations)
            .chain(events)
            .chain(deadlines)
    }

    /// The day or month a letter is placed at in its area's story: the date printed on it, else the day of
    /// publication. An undated one stands at the last thing that it says has happened, its visit among them.
    pub fn placed(&self) -> Option<PartialDate> {
        let told = self.events.iter().filter(|event| !event.to_come).filter_map(|event| event.date);
        let last = told.chain(self.letter.visit.map(|visit| visit.to)).max();
        self.letter.dated.or(self.letter.published).or(last)
    }

    /// "revisit letter of 14 December 2021"; an inspection report by its visit's last day; and a page without a
    /// date of its own by the last thing it tells of: "statement page, after 20 September 2018".
    pub fn name(&self) -> String {
        let kind = kind_in_words(&self.letter.kind);
        let own = self.letter.dated.or(self.letter.published).or(self.letter.visit.map(|visit| visit.to));
        match self.placed() {
            Some(date) if own == Some(date) => format!("{kind} of {}", date.prose()),
            Some(date) => format!("{kind}, after {}", date.prose()),
            None => format!("undated {kind}"),
        }
    }
}

/// "revisit letter" for `revisit_letter`: families are named by their rule files, so any name is possible.
pub fn kind_in_words(kind: &str) -> String {
    kind.replace('_', " ")
}
