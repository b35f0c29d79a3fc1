//! One letter or one finding, whole.

use serde::Serialize;

use super::{Cited, Found, Library, words};
use crate::link::{FindingStatus, Link, evidence_map};
use crate::record::{Finding, LetterRecord};
use crate::rules::RuleSet;
use crate::store::{StoredLetter, StoredWarning};

/// A letter with everything that is held about it; or, with `only`, one of its findings.
#[derive(Debug, Serialize)]
pub struct Shown<'a> {
    #[serde(flatten)]
    pub subject: Subject<'a>,
    /// What was doubtful about reading the file.
    pub warnings: &'a [StoredWarning],
    pub also_in: &'a [String],
    /// Between what is shown and the findings of other letters.
    pub links: Vec<Link>,
    pub statuses: Vec<StatusInWords>,
    /// Bullets of the letter that stand under no finding and are evidence for one all the same.
    pub bullets: Vec<Bullet>,
    /// The rules whose themes the findings name.
    #[serde(skip)]
    pub rules: &'a RuleSet,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bullet {
    /// The finding's id.
    pub finding: String,
    pub at: Cited,
    /// From 0 to 1.
    pub strength: f64,
    pub reason: String,
}

#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum Subject<'a> {
    Letter {
        record: &'a LetterRecord,
    },
    Finding {
        letter_id: &'a str,
        file: &'a str,
        finding: &'a Finding,
        #[serde(skip)]
        record: &'a LetterRecord,
    },
}

/// What a letter says became of a finding, with the letter's name in prose.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StatusInWords {
    #[serde(flatten)]
    pub status: FindingStatus,
    #[serde(skip)]
    pub as_of: String,
}

pub fn show<'a>(library: &'a Library, rules: &'a RuleSet, found: &Found<'a>) -> Shown<'a> {
    match found {
        Found::Letter(letter) => {
            let record = &letter.record;
            let ids: Vec<&str> = record.findings.iter().map(|finding| finding.id.as_str()).collect();
            shown(library, rules, letter, Subject::Letter { record }, &ids)
        }
        Found::Finding(letter, finding) => {
            let record = &letter.record;
            let (letter_id, file) = (record.letter.id.as_str(), record.source.path.as_str());
            shown(
                library,
                rules,
                letter,
                Subject::Finding { letter_id, file, finding, record },
                &[&finding.id],
            )
        }
    }
}

fn shown<'a>(
    library: &'a Library,
    rules: &'a RuleSet,
    letter: &'a StoredLetter,
    subject: Subject<'a>,
    findings: &[&str],
) -> Shown<'a> {
    let story = library.story(words::area(&letter.record), rules);
    let links = story.iter().flat_map(|story| &story.links);
    let about = |link: &&Link| findings.iter().any(|id| link.from == *id || link.to == *id);
    let links = links.filter(about).cloned().collect();
    let statuses = story.iter().flat_map(|story| {
        let in_words = |status: &FindingStatus| StatusInWords {
            as_of: story.letter_in_words(&status.as_of),
            status: status.clone(),
        };
        findings.iter().flat_map(move |id| story.statuses_of(id).map(in_words).collect::<Vec<_>>())
    });
    let statuses = statuses.collect();
    let bullets = bullets(&letter.record, rules, findings);
    Shown { subject, warnings: &letter.warnings, also_in: &letter.also_in, links, statuses, bullets, rules }
}

fn bullets(record: &LetterRecord, rules: &RuleSet, findings: &[&str]) -> Vec<Bullet> {
    let entries = evidence_map(record, rules).into_iter().filter_map(|entry| {
        let finding = entry.finding.filter(|id| findings.contains(&id.as_str()))?;
        let bullet = record.observations.iter().find(|observation| observation.at.quote == entry.quote)?;
        let at = Cited::new(record, &bullet.at);
        Some(Bullet { finding, at, strength: entry.strength, reason: entry.reason })
    });
    entries.collect()
}
