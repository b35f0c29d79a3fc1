//! The passages of a letter that searches find.

use serde::{Deserialize, Serialize};

use crate::record::{LetterRecord, Quote, WireSpan};

/// What a passage is in its letter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum PassageKind {
    /// The statement of a finding.
    Finding {
        id: String,
    },
    /// The sentence that judges a finding.
    Judgement {
        finding_id: String,
    },
    /// What a letter says about a finding besides its statement.
    Evidence {
        finding_id: String,
    },
    /// A bullet that stands under no finding.
    Observation,
    Event,
    Deadline,
    /// A paragraph that the record says nothing of.
    Paragraph,
}

/// A passage as it is indexed and read back. Counted in code points of the source's canonical text.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    pub letter_id: String,
    pub passage: PassageKind,
    pub start: usize,
    pub end: usize,
    /// From 1.
    pub page: u32,
    pub quote: String,
}

/// Every passage of a letter, ordered by where it starts; of those that stand at one place, the one that the
/// record says most of. `text` is the canonical text of its file.
pub fn passages(letter: &LetterRecord, text: &str) -> Vec<Passage> {
    let mut passages = of_record(letter);
    passages.sort_by(|a, b| (a.start, a.end, &a.passage).cmp(&(b.start, b.end, &b.passage)));
    passages.dedup_by_key(|passage| (passage.start, passage.end));
    let mut rest = paragraphs(letter, text);
    // `passages` lie in order but may lie inside each other, so each paragraph is held against all of them.
    rest.retain(|paragraph| !passages.iter().any(|passage| covers(passage, paragraph)));
    passages.extend(rest);
    passages.sort_by(|a, b| (a.start, a.end, &a.passage).cmp(&(b.start, b.end, &b.passage)));
    passages
}

fn of_record(letter: &LetterRecord) -> Vec<Passage> {
    let mut passages = Vec::new();
    let mut add = |passage, at: &Quote| {
        let WireSpan { start, end, page, .. } = at.span;
        let (letter_id, quote) = (letter.letter.id.clone(), at.quote.clone());
        passages.push(Passage { letter_id, passage, start, end, page, quote });
    };
    for finding in &letter.findings {
        add(PassageKind::Finding { id: finding.id.clone() }, &finding.at);
        let finding_id = || finding.id.clone();
        if let Some(quote) = &finding.judgement_quote {
            add(PassageKind::Judgement { finding_id: finding_id() }, quote);
        }
        for evidence in &finding.evidence {
            add(PassageKind::Evidence { finding_id: finding_id() }, &evidence.at);
        }
    }
    letter.observations.iter().for_each(|observation| add(PassageKind::Observation, &observation.at));
    letter.events.iter().for_each(|event| add(PassageKind::Event, &event.at));
    letter.deadlines.iter().for_each(|deadline| add(PassageKind::Deadline, &deadline.at));
    passages
}

fn covers(passage: &Passage, other: &Passage) -> bool {
    passage.start <= other.start && other.end <= passage.end
}

/// The blocks of the letter's text, which blank lines part, without the bullets before them.
fn paragraphs(letter: &LetterRecord, text: &str) -> Vec<Passage> {
    let span = letter.letter.span;
    let pages = PagesSeen::new(letter);
    let mut passages = Vec::new();
    let mut start = 0;
    for block in text.split("\n\n") {
        let length = block.chars().count();
        let trimmed = block.trim_start_matches(|c: char| c.is_whitespace() || c == '•');
        let from = start + length - trimmed.chars().count();
        let quote = trimmed.trim_end();
        let to = from + quote.chars().count();
        start += length + 2;
        if quote.chars().any(char::is_alphanumeric) && span.start <= from && to <= span.end {
            passages.push(Passage {
                letter_id: letter.letter.id.clone(),
                passage: PassageKind::Paragraph,
                start: from,
                end: to,
                page: pages.at(from),
                quote: quote.to_owned(),
            });
        }
    }
    passages
}

/// Places whose pages the record gives. A text keeps no page breaks, so a paragraph is said to be on the page
/// of the last such place before it.
struct PagesSeen(Vec<(usize, u32)>);

impl PagesSeen {
    fn new(letter: &LetterRecord) -> Self {
        let mut seen: Vec<(usize, u32)> =
            of_record(letter).iter().map(|passage| (passage.start, passage.page)).collect();
        seen.push((letter.letter.span.start, letter.letter.span.page));
        seen.sort_unstable();
        Self(seen)
    }

    fn at(&self, start: usize) -> u32 {
        let before = self.0.partition_point(|&(place, _)| place <= start);
        before.checked_sub(1).map_or(1, |last| self.0[last].1)
    }
}
