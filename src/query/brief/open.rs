//! Findings that are still open, with what was last judged and said of them.

use serde::Serialize;

use super::matters::Matters;
use crate::query::trace::{Dated, Mention, carries_the_matter};
use crate::query::{Cited, Story, words};
use crate::record::{EvidenceRole, Finding, LetterRecord};

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpenMatter {
    pub id: String,
    /// "area for priority action 1".
    pub name: String,
    /// The letter that names it last.
    pub letter: String,
    /// "restated, not judged", and who judged so where a person did.
    pub judgement: String,
    pub statement: Cited,
    /// Where it was first named, if in an earlier letter.
    pub first: Option<Said>,
    /// Of the latest letter that judges it or what it goes on from, the sentences that judge; those that find it
    /// not settled first.
    pub deciding: Vec<Deciding>,
    /// Of the latest letter that has some about it or what it goes on from, the inspectors' words; about what was
    /// not settled first.
    pub inspectors: Vec<Said>,
    pub reported: Vec<Cited>,
    pub next_steps: Vec<Cited>,
    pub dates: Vec<Dated>,
    /// What persons decided about it, in words.
    pub decided: Vec<String>,
    /// Whether any of the fields from `first` on says more of it than its statement.
    pub says_more: bool,
}

/// Words, and the letter they stand in.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Said {
    /// "revisit letter of 14 December 2021".
    pub letter: String,
    pub at: Cited,
}

/// A sentence that judges a finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Deciding {
    pub letter: String,
    /// "significant weakness 3".
    pub name: String,
    /// "not sufficient progress".
    pub judgement: String,
    pub at: Cited,
}

type Found<'a> = (&'a LetterRecord, &'a Finding);

pub fn open(matters: &Matters<'_>) -> Vec<OpenMatter> {
    matters.open().into_iter().map(|mention| open_matter(matters, mention)).collect()
}

pub fn open_matter(matters: &Matters<'_>, mention: Mention) -> OpenMatter {
    let story = matters.story;
    let before = line_of(matters, &mention.id);
    let mut matter = OpenMatter {
        letter: story.letter_in_words(&mention.letter),
        judgement: words::judged_by(mention.judgement, mention.judged_by_person()),
        first: first(&before, &mention),
        deciding: deciding(story, &before),
        inspectors: inspectors(&before),
        decided: mention.decided.iter().map(words::decided).collect(),
        id: mention.id,
        name: mention.name,
        statement: mention.at,
        reported: mention.reported,
        next_steps: mention.next_steps,
        dates: mention.dates,
        says_more: false,
    };
    matter.says_more = matter.first.is_some()
        || !matter.dates.is_empty()
        || !matter.decided.is_empty()
        || matter.files().nth(1).is_some();
    matter
}

impl OpenMatter {
    /// The paths of the files that it quotes.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        let said = self.first.iter().chain(&self.inspectors).map(|said| &said.at);
        let deciding = self.deciding.iter().map(|deciding| &deciding.at);
        let own = [&self.statement].into_iter().chain(&self.reported).chain(&self.next_steps);
        own.chain(said).chain(deciding).map(|cited| cited.file.as_str())
    }
}

/// The finding and those of earlier letters of the brief that it goes on from, the latest letter's first.
fn line_of<'a>(matters: &Matters<'a>, id: &str) -> Vec<Found<'a>> {
    let mut ids = vec![id.to_owned()];
    let mut next = 0;
    while let Some(known) = ids.get(next).cloned() {
        let links = matters.story.links.iter();
        let links = links.filter(|link| carries_the_matter(link) && link.to == known);
        for link in links {
            if !ids.contains(&link.from) {
                ids.push(link.from.clone());
            }
        }
        next += 1;
    }
    let of_letters = matters
        .letters
        .iter()
        .rev()
        .flat_map(|letter| letter.record.findings.iter().map(|finding| (&letter.record, finding)));
    of_letters.filter(|(_, finding)| ids.contains(&finding.id)).collect()
}

fn first(line: &[Found<'_>], mention: &Mention) -> Option<Said> {
    let first_letter = &line.last()?.0.letter.id;
    // Of a letter that names several of them, the first stands first.
    let (record, finding) = line.iter().find(|(record, _)| record.letter.id == *first_letter)?;
    (record.letter.id != mention.letter)
        .then(|| Said { letter: words::letter(record), at: Cited::new(record, &finding.at) })
}

fn deciding(story: &Story<'_>, line: &[Found<'_>]) -> Vec<Deciding> {
    let mut judged: Vec<Found<'_>> = of_latest(line, |finding| finding.judgement_quote.is_some());
    judged.sort_by_key(|(_, finding)| super::matters::is_settled(finding.judgement));
    let sentence = |(record, finding): Found<'_>| {
        let at = finding.judgement_quote.as_ref()?;
        Some(Deciding {
            letter: words::letter(record),
            name: story.vocabulary.finding(&finding.kind, finding.number),
            judgement: words::judged(finding),
            at: Cited::new(record, at),
        })
    };
    judged.into_iter().filter_map(sentence).collect()
}

fn inspectors(line: &[Found<'_>]) -> Vec<Said> {
    let has_some = |finding: &Finding| finding.evidence.iter().any(|said| said.role == EvidenceRole::Finding);
    let mut found = of_latest(line, has_some);
    found.sort_by_key(|(_, finding)| super::matters::is_settled(finding.judgement));
    let said = |(record, finding): Found<'_>| {
        let own = finding.evidence.iter().filter(|said| said.role == EvidenceRole::Finding);
        let letter = words::letter(record);
        own.map(|said| Said { letter: letter.clone(), at: Cited::new(record, &said.at) }).collect::<Vec<_>>()
    };
    found.into_iter().flat_map(said).collect()
}

/// Those of the latest letter that has any.
fn of_latest<'a>(line: &[Found<'a>], has: impl Fn(&Finding) -> bool) -> Vec<Found<'a>> {
    let Some((latest, _)) = line.iter().find(|(_, finding)| has(finding)) else { return Vec::new() };
    let of_it = line.iter().filter(|(record, _)| record.letter.id == latest.letter.id);
    of_it.filter(|(_, finding)| has(finding)).copied().collect()
}
