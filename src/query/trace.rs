//! One matter through an area's letters: what each says about it, and what became of it.

use std::collections::{BTreeMap, VecDeque};

use serde::Serialize;

use super::wording::{Words, wording};
use super::{Cited, Story, words};
use crate::link::{FindingStatus, Link, LinkKind, Status};
use crate::record::{
    Event, EventKind, EvidenceRole, Finding, FindingKind, Judgement, LetterRecord, PartialDate,
};
use crate::store::StoredLetter;

/// An area's letters in turn, each with what it says of the matter asked about.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Thread {
    pub asked: String,
    pub area: String,
    /// Labels of the themes that the words name.
    pub themes: Vec<String>,
    pub letters: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Entry {
    pub letter: String,
    pub kind: String,
    pub date: Option<PartialDate>,
    /// "revisit letter of 14 December 2021".
    #[serde(skip)]
    pub name: String,
    pub file: String,
    /// Empty where the letter names nothing about the matter.
    pub findings: Vec<Mention>,
}

/// A finding that belongs to the thread.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Mention {
    pub id: String,
    /// The letter that names it, by id.
    pub letter: String,
    pub kind: FindingKind,
    pub number: u32,
    /// "area for priority action 1".
    pub name: String,
    pub because: Because,
    pub statement: String,
    pub at: Cited,
    pub judgement: Option<Judgement>,
    /// The sentence that judges.
    pub judged_by: Option<Cited>,
    /// What the inspectors found.
    pub found: Vec<Cited>,
    /// What the area said of itself.
    pub reported: Vec<Cited>,
    pub next_steps: Vec<Cited>,
    /// Dates the letter sets for this finding.
    pub dates: Vec<Dated>,
    /// How an earlier letter of the same list words it, where it does so otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reworded: Option<Reworded>,
    /// What this and later letters say became of it.
    pub became: Vec<Became>,
}

/// A statement beside that of an earlier letter for the same item.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reworded {
    /// The earlier finding's id.
    pub from: String,
    /// "inspection letter of 3 May 2018".
    #[serde(skip)]
    pub letter: String,
    pub wording: Vec<Words>,
}

/// Why a finding belongs to the thread.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Because {
    /// It is the finding that was asked for.
    Asked,
    /// Its statement says the words, at these ranges of code points of `at.quote`.
    Words {
        matches: Vec<(usize, usize)>,
    },
    Theme {
        label: String,
    },
    /// It is linked to another finding of the thread.
    Linked {
        to: String,
        strength: f64,
        reasons: Vec<String>,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dated {
    pub kind: EventKind,
    /// "next review".
    pub name: String,
    /// The letter tells of it before it happens.
    pub to_come: bool,
    pub date: Option<PartialDate>,
    pub at: Cited,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Became {
    pub status: Status,
    /// The letter that says so, by id.
    pub as_of: String,
    pub reason: String,
}

impl Dated {
    pub fn new(story: &Story<'_>, record: &LetterRecord, event: &Event) -> Self {
        Self {
            kind: event.kind.clone(),
            name: story.vocabulary.event(&event.kind),
            to_come: event.to_come,
            date: event.date,
            at: Cited::new(record, &event.at),
        }
    }
}

impl Thread {
    /// Whether no letter says anything of the matter.
    pub fn is_empty(&self) -> bool {
        self.letters.iter().all(|entry| entry.findings.is_empty())
    }
}

/// Follows the findings in `direct`, each with the reason it was picked, through the area's letters.
pub fn trace(
    story: &Story<'_>,
    asked: &str,
    themes: Vec<String>,
    direct: BTreeMap<String, Because>,
) -> Thread {
    let picked = with_linked(story, direct);
    let letters = story.letters.iter().map(|letter| entry(story, letter, &picked)).collect();
    Thread { asked: asked.to_owned(), area: story.area().to_owned(), themes, letters }
}

fn entry(story: &Story<'_>, letter: &StoredLetter, picked: &BTreeMap<String, Because>) -> Entry {
    let record = &letter.record;
    let mentions = record.findings.iter().filter_map(|finding| {
        let because = picked.get(&finding.id)?;
        Some(mention(story, record, finding, because.clone()))
    });
    Entry {
        letter: record.letter.id.clone(),
        kind: record.letter.kind.clone(),
        date: record.placed(),
        name: words::letter(record),
        file: record.source.path.clone(),
        findings: mentions.collect(),
    }
}

/// Everything a letter and its successors say of one finding.
pub fn mention(story: &Story<'_>, record: &LetterRecord, finding: &Finding, because: Because) -> Mention {
    let said = |role: EvidenceRole| {
        let evidence = finding.evidence.iter().filter(|evidence| evidence.role == role);
        evidence.map(|evidence| Cited::new(record, &evidence.at)).collect()
    };
    Mention {
        id: finding.id.clone(),
        letter: record.letter.id.clone(),
        kind: finding.kind.clone(),
        name: story.vocabulary.finding(&finding.kind, finding.number),
        number: finding.number,
        because,
        statement: finding.statement.clone(),
        at: Cited::new(record, &finding.at),
        judgement: finding.judgement,
        judged_by: finding.judgement_quote.as_ref().map(|quote| Cited::new(record, quote)),
        found: said(EvidenceRole::Finding),
        reported: said(EvidenceRole::Reported),
        next_steps: said(EvidenceRole::NextStep),
        dates: dates(story, record, finding),
        reworded: reworded(story, finding),
        became: story.statuses_of(&finding.id).map(became).collect(),
    }
}

/// The latest earlier finding that this one restates or judges, if it is worded otherwise.
fn reworded(story: &Story<'_>, finding: &Finding) -> Option<Reworded> {
    let same_item =
        |link: &&Link| link.to == finding.id && matches!(link.kind, LinkKind::Same | LinkKind::Restated);
    let link = story.links.iter().rfind(same_item)?;
    let (letter, earlier) = story.finding(&link.from)?;
    let wording = wording(&earlier.statement, &finding.statement);
    let letter = words::letter(&letter.record);
    (!wording.is_empty()).then(|| Reworded { from: link.from.clone(), letter, wording })
}

fn dates(story: &Story<'_>, record: &LetterRecord, finding: &Finding) -> Vec<Dated> {
    let name = format!("{} {}", finding.kind, finding.number);
    let about = record.events.iter().filter(|event| event.of.as_deref() == Some(name.as_str()));
    about.map(|event| Dated::new(story, record, event)).collect()
}

fn became(status: &FindingStatus) -> Became {
    Became { status: status.status, as_of: status.as_of.clone(), reason: status.reason.clone() }
}

/// Adds what the picked findings became in later letters, and where they came from. Of a finding that was
/// asked for itself, all that came before is told. With words or a theme, a finding may share much more with
/// earlier ones than what was asked, so only the same item of an earlier list is added.
fn with_linked(story: &Story<'_>, direct: BTreeMap<String, Because>) -> BTreeMap<String, Because> {
    let mut picked = direct.clone();
    follow(story, &mut picked, |link, known| (link.from == known).then_some(link.to.as_str()));
    let later = picked;
    let mut picked = direct;
    let all = picked.values().any(|because| *because == Because::Asked);
    let is_told = |link: &Link| all || link.kind != LinkKind::CarriesOn;
    follow(story, &mut picked, |link, known| {
        (link.to == known && is_told(link)).then_some(link.from.as_str())
    });
    picked.extend(later);
    picked
}

/// Adds, from each picked finding on, those that `step` leads to over a link that carries a matter on.
fn follow<'s>(
    story: &'s Story<'_>,
    picked: &mut BTreeMap<String, Because>,
    step: impl Fn(&'s Link, &str) -> Option<&'s str>,
) {
    let mut waiting: VecDeque<String> = picked.keys().cloned().collect();
    while let Some(known) = waiting.pop_front() {
        for link in story.links.iter().filter(|link| carries_the_matter(link)) {
            let Some(next) = step(link, &known).filter(|next| !picked.contains_key(*next)) else { continue };
            let (to, strength, reasons) = (known.clone(), link.strength, link.reasons.clone());
            picked.insert(next.to_owned(), Because::Linked { to, strength, reasons });
            waiting.push_back(next.to_owned());
        }
    }
}

/// Related findings are neighbours, not the same matter.
pub fn carries_the_matter(link: &Link) -> bool {
    link.kind != LinkKind::Related
}
