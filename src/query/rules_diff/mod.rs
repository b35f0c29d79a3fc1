//! What another set of rules makes of the same letters: findings gained, lost, judged or worded otherwise.

mod facts;
mod finding;
mod pair;

use serde::Serialize;

use super::Cited;
use crate::query::wording::Words;
use crate::record::LetterRecord;
use crate::rules::RuleSet;

/// The differences between two readings of some files.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RulesDiff {
    pub totals: Totals,
    /// The letters that are read otherwise.
    pub letters: Vec<LetterDiff>,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Totals {
    pub files: usize,
    pub letters_gained: usize,
    pub letters_lost: usize,
    pub letters_changed: usize,
    pub findings_gained: usize,
    pub findings_lost: usize,
    pub findings_judged_otherwise: usize,
    pub findings_worded_otherwise: usize,
    /// Other evidence, themes, kind or responsible body.
    pub findings_otherwise: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Gained,
    Lost,
    Changed,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LetterDiff {
    /// Of the new reading; of the old one where the letter is lost.
    pub letter: String,
    pub file: String,
    pub change: Change,
    /// What is said of the letter itself.
    pub facts: Vec<Fact>,
    pub findings: Vec<FindingDiff>,
}

/// Something that only one of the readings has, or that they have in two ways.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// "event", "outcome".
    pub what: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub old: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub new: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingDiff {
    /// Of the new reading; of the old one where the finding is lost.
    pub finding: String,
    pub at: Cited,
    pub change: Change,
    /// Kind, judgement, responsible body, themes and evidence.
    pub facts: Vec<Fact>,
    /// The statement word by word, where it is worded otherwise.
    pub wording: Vec<Words>,
}

impl RulesDiff {
    /// Takes in a file's letters as each set of rules reads them.
    pub fn add(&mut self, old: &[LetterRecord], new: &[LetterRecord], rules: &RuleSet) {
        self.totals.files += 1;
        for pair in pair::pairs(old, new, |letter| letter.letter.span) {
            let letter = match pair {
                (Some(old), None) => one_sided(old, Change::Lost),
                (None, Some(new)) => one_sided(new, Change::Gained),
                (Some(old), Some(new)) => both(old, new, rules),
                (None, None) => continue,
            };
            if letter.change != Change::Changed || !letter.facts.is_empty() || !letter.findings.is_empty() {
                self.totals.count(&letter);
                self.letters.push(letter);
            }
        }
    }

    pub fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }
}

fn one_sided(record: &LetterRecord, change: Change) -> LetterDiff {
    let finding = |finding| finding::one_sided(record, finding, change);
    LetterDiff {
        letter: record.letter.id.clone(),
        file: record.source.path.clone(),
        change,
        facts: Vec::new(),
        findings: record.findings.iter().map(finding).collect(),
    }
}

fn both(old: &LetterRecord, new: &LetterRecord, rules: &RuleSet) -> LetterDiff {
    let pairs = pair::pairs(&old.findings, &new.findings, |finding| finding.at.span);
    let findings = pairs.into_iter().filter_map(|pair| match pair {
        (Some(lost), None) => Some(finding::one_sided(old, lost, Change::Lost)),
        (None, Some(gained)) => Some(finding::one_sided(new, gained, Change::Gained)),
        (Some(before), Some(after)) => finding::both(new, before, after, rules),
        (None, None) => None,
    });
    LetterDiff {
        letter: new.letter.id.clone(),
        file: new.source.path.clone(),
        change: Change::Changed,
        facts: facts::of_letters(old, new),
        findings: findings.collect(),
    }
}

impl Totals {
    fn count(&mut self, letter: &LetterDiff) {
        match letter.change {
            Change::Gained => self.letters_gained += 1,
            Change::Lost => self.letters_lost += 1,
            Change::Changed => self.letters_changed += 1,
        }
        for finding in &letter.findings {
            let judged = finding.facts.iter().any(|fact| fact.what == finding::JUDGEMENT);
            match finding.change {
                Change::Gained => self.findings_gained += 1,
                Change::Lost => self.findings_lost += 1,
                Change::Changed => {
                    self.findings_judged_otherwise += usize::from(judged);
                    self.findings_worded_otherwise += usize::from(!finding.wording.is_empty());
                    self.findings_otherwise += usize::from(!judged && finding.wording.is_empty());
                }
            }
        }
    }
}
