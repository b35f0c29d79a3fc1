//! The letters that a brief rests on, and how each judges its findings.

use serde::Serialize;

use crate::query::{Cited, Story, file_name, words};
use crate::record::{Finding, Judgement, LetterRecord};
use crate::store::StoredLetter;

/// A letter the brief rests on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LetterLine {
    pub id: String,
    pub area: String,
    /// "revisit letter of 14 December 2021".
    pub name: String,
    /// "revisit letter".
    pub kind: String,
    /// "14 December 2021", or "undated".
    pub date: String,
    pub year: Option<i16>,
    /// "statement of action required".
    pub outcome: Option<String>,
    /// The words that give the outcome; where there are none, others that stand in the letter.
    pub at: Option<Cited>,
    /// The file's name, without its folder.
    pub file: String,
    /// As the file was given.
    pub path: String,
    /// "pages 1 to 9".
    pub pages: String,
    pub sha256: String,
}

impl LetterLine {
    pub fn new(story: &Story<'_>, record: &LetterRecord) -> Self {
        let letter = &record.letter;
        let first = record.findings.iter().map(|finding| &finding.at);
        let first = first.chain(record.events.iter().map(|event| &event.at)).next();
        let at = letter.outcome_quote.as_ref().or(first);
        Self {
            id: letter.id.clone(),
            area: words::area(record).to_owned(),
            name: words::letter(record),
            kind: words::letter_kind(&letter.kind),
            date: words::date(record),
            year: record.placed().map(|date| date.year()),
            outcome: letter.outcome.as_deref().map(|outcome| story.vocabulary.outcome(outcome)),
            at: at.map(|quote| Cited::new(record, quote)),
            file: file_name(&record.source.path).to_owned(),
            path: record.source.path.clone(),
            pages: words::pages(letter.span.page, letter.span.last_page),
            sha256: record.source.sha256.clone(),
        }
    }

    pub fn is(&self, record: &LetterRecord) -> bool {
        self.id == record.letter.id
    }
}

pub fn names(letter: &StoredLetter) -> bool {
    !letter.record.findings.is_empty()
}

/// How many findings a letter judges how.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tally {
    /// "revisit letter of 14 December 2021"; of several areas' letters, the year.
    pub letter: String,
    /// "2021 revisit letter", as a chart labels it.
    pub label: String,
    pub year: Option<i16>,
    /// "sufficient in some"; of a letter.
    pub outcome: Option<String>,
    /// First named.
    pub named: usize,
    /// Sufficient progress, or effective action.
    pub settled: usize,
    /// Progress not sufficient, or action not effective.
    pub not_settled: usize,
    /// Restated without a judgement, or one whose words are not clear.
    pub not_judged: usize,
    /// The letter's words for its outcome, or its first finding.
    pub at: Option<Cited>,
}

impl Tally {
    pub fn total(&self) -> usize {
        self.named + self.settled + self.not_settled + self.not_judged
    }

    pub fn of<'a>(findings: impl Iterator<Item = &'a Finding>, letter: String, label: String) -> Self {
        let mut tally = Self {
            letter,
            label,
            year: None,
            outcome: None,
            named: 0,
            settled: 0,
            not_settled: 0,
            not_judged: 0,
            at: None,
        };
        for finding in findings {
            *match finding.judgement {
                Some(Judgement::Identified) => &mut tally.named,
                Some(Judgement::Sufficient | Judgement::Effective) => &mut tally.settled,
                Some(Judgement::NotSufficient | Judgement::NotEffective) => &mut tally.not_settled,
                Some(Judgement::NotJudged) | None => &mut tally.not_judged,
            } += 1;
        }
        tally
    }
}

/// One for each letter that names findings.
pub fn tallies(story: &Story<'_>, letters: &[&StoredLetter]) -> Vec<Tally> {
    let naming = letters.iter().filter(|letter| names(letter)).map(|letter| &letter.record);
    naming.map(|record| tally(story, record)).collect()
}

fn tally(story: &Story<'_>, record: &LetterRecord) -> Tally {
    let year = record.placed().map(|date| date.year());
    let kind = words::letter_kind(&record.letter.kind);
    let label = year.map_or_else(|| kind.clone(), |year| format!("{year} {kind}"));
    let at = record.letter.outcome_quote.as_ref().or(record.stated_counts_at.as_ref());
    let at = at.or(record.findings.first().map(|finding| &finding.at));
    Tally {
        year,
        outcome: record.letter.outcome.as_deref().map(|outcome| story.vocabulary.outcome(outcome)),
        at: at.map(|at| Cited::new(record, at)),
        ..Tally::of(record.findings.iter(), words::letter(record), label)
    }
}
