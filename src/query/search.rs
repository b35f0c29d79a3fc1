//! Passages that hold words, with the match marked.

use serde::Serialize;

use super::{FindingFilter, LetterFilter, Library, words};
use crate::index::{Hit, Index, IndexError, PassageKind};
use crate::record::{Finding, FindingKind, Judgement, PartialDate};
use crate::rules::{RuleSet, Vocabulary};
use crate::store::StoredLetter;

/// What to look for, and where.
#[derive(Debug, Clone, Default)]
pub struct Search {
    pub words: String,
    pub letters: LetterFilter,
    pub findings: FindingFilter,
    /// The most hits that are given.
    pub limit: usize,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Results {
    pub words: String,
    /// Best first.
    pub hits: Vec<FoundPassage>,
    /// How many there are, given or not.
    pub total: usize,
    /// Words that occur in no letter held.
    pub unknown: Vec<UnknownWord>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FoundPassage {
    pub letter: String,
    pub area: Option<String>,
    pub kind: String,
    pub date: Option<PartialDate>,
    /// "revisit letter of 14 December 2021".
    #[serde(skip)]
    pub name: String,
    pub passage: PassageKind,
    /// The finding that the passage states, judges or is evidence for.
    pub finding: Option<FindingNamed>,
    pub quote: String,
    /// Ranges of code points of `quote`, in order.
    pub matches: Vec<(usize, usize)>,
    pub file: String,
    /// From 1.
    pub page: u32,
    /// From 1, in a text file; of a paragraph that the record does not quote it is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Code points of the file's canonical text.
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingNamed {
    pub id: String,
    pub kind: FindingKind,
    pub number: u32,
    /// "area for priority action 1".
    pub name: String,
    pub judgement: Option<Judgement>,
    /// Who gave the judgement, where a person did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub judged_by: Option<String>,
}

/// A word that occurs nowhere, and words like it that do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UnknownWord {
    pub word: String,
    pub near: Vec<String>,
}

/// # Errors
/// When the index cannot be read.
pub fn search(
    library: &Library,
    rules: &RuleSet,
    index: &Index,
    search: &Search,
) -> Result<Results, IndexError> {
    // Filters are facts of the records, so all hits are looked at before the limit cuts them.
    let hits = index.search(&search.words, usize::MAX)?;
    let mut found: Vec<FoundPassage> =
        hits.into_iter().filter_map(|hit| admitted(library, search, hit, &rules.vocabulary)).collect();
    let total = found.len();
    found.truncate(search.limit);
    Ok(Results { words: search.words.clone(), hits: found, total, unknown: unknown(index, &search.words)? })
}

/// The words that occur in no letter held.
///
/// # Errors
/// When the index cannot be read.
pub fn unknown(index: &Index, words: &str) -> Result<Vec<UnknownWord>, IndexError> {
    let suggestions = index.suggest(words)?.into_iter();
    Ok(suggestions.map(|it| UnknownWord { word: it.word, near: it.near }).collect())
}

fn admitted(library: &Library, search: &Search, hit: Hit, vocabulary: &Vocabulary) -> Option<FoundPassage> {
    let letter = library.letter(&hit.letter_id).filter(|letter| search.letters.admits(&letter.record))?;
    let finding = finding_of(letter, &hit);
    let wanted = match finding {
        Some(finding) => search.findings.admits(finding),
        None => search.findings.is_empty(),
    };
    wanted.then(|| found(letter, finding, hit, vocabulary))
}

/// The finding that a hit states, judges, is evidence for, or stands in the statement of.
fn finding_of<'a>(letter: &'a StoredLetter, hit: &Hit) -> Option<&'a Finding> {
    let mut findings = letter.record.findings.iter();
    match &hit.passage {
        PassageKind::Finding { id } => findings.find(|finding| finding.id == *id),
        PassageKind::Judgement { finding_id } | PassageKind::Evidence { finding_id } => {
            findings.find(|finding| finding.id == *finding_id)
        }
        PassageKind::Observation | PassageKind::Event | PassageKind::Deadline | PassageKind::Paragraph => {
            findings.find(|finding| states(finding, hit))
        }
    }
}

/// Whether a hit stands inside a finding's statement.
pub(super) fn states(finding: &Finding, hit: &Hit) -> bool {
    finding.at.span.start <= hit.start && hit.end <= finding.at.span.end
}

fn found(
    letter: &StoredLetter,
    finding: Option<&Finding>,
    hit: Hit,
    vocabulary: &Vocabulary,
) -> FoundPassage {
    let record = &letter.record;
    FoundPassage {
        letter: hit.letter_id,
        area: record.letter.area.as_ref().map(|area| area.name.clone()),
        kind: record.letter.kind.clone(),
        date: record.placed(),
        name: words::letter(record),
        passage: hit.passage,
        finding: finding.map(|finding| FindingNamed {
            id: finding.id.clone(),
            kind: finding.kind.clone(),
            name: vocabulary.finding(&finding.kind, finding.number),
            number: finding.number,
            judgement: finding.judgement,
            judged_by: finding.judged_by_person().map(|decided| decided.by.clone()),
        }),
        quote: hit.quote,
        matches: hit.matches,
        file: record.source.path.clone(),
        page: hit.page,
        line: record.quotes().find(|quote| quote.span.start == hit.start).and_then(|quote| quote.span.line),
        start: hit.start,
        end: hit.end,
    }
}
