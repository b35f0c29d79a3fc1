//! Why a passage was not read as someone expected: the rules that came near it, and what stopped each.

mod family;
mod passage;
mod rule;

use serde::Serialize;

use super::Cited;
use super::explain::RuleAt;
use crate::document::Document;
use crate::extract::{LetterReading, recognitions};
use crate::record::{Quoter, Source};
use crate::rules::RuleSet;
use crate::rules::scope::described;

/// What is said of a text in a file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WhyNot {
    /// The blocks that hold the text.
    pub passages: Vec<Passage>,
    /// Where none does: the block that has most of its words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nearest: Option<Cited>,
}

impl WhyNot {
    /// Keeps the first `most` rules and families of each passage.
    pub fn keep(&mut self, most: usize) {
        for passage in &mut self.passages {
            passage.rules.truncate(most);
            passage.families.truncate(most);
        }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Passage {
    pub at: Cited,
    /// "a heading", "a list item".
    pub kind: &'static str,
    /// The letter it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub letter: Option<String>,
    /// The section it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<String>,
    /// The rules that took it, or words of it.
    pub taken: Vec<Taken>,
    /// In a letter: the rules of its family, the nearest first.
    pub rules: Vec<Stopped>,
    /// In no letter: the families, and how far each got.
    pub families: Vec<Stopped>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Taken {
    #[serde(flatten)]
    pub rule: RuleAt,
    /// "a finding".
    pub gave: &'static str,
    /// The words it took.
    pub quote: String,
}

/// A rule that did not take a passage.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Stopped {
    #[serde(flatten)]
    pub rule: RuleAt,
    /// What it is called in rule files.
    pub kind: &'static str,
    /// What stopped it, a sentence each.
    pub why: Vec<String>,
    #[serde(skip)]
    nearness: f64,
}

/// A file that is asked about.
pub struct Asked<'a, 'r> {
    pub document: &'a Document,
    pub source: &'a Source,
    pub letters: &'a [LetterReading<'r>],
    pub rules: &'r RuleSet,
}

/// Answers for `text`, on one page or anywhere.
pub fn why_not(asked: &Asked<'_, '_>, text: &str, page: Option<u32>) -> WhyNot {
    let quoter = Quoter::new(asked.document);
    let found = passage::find(asked.document, text, page);
    let nearest = if found.is_empty() { passage::nearest(asked.document, text, page) } else { None };
    let recognitions = recognitions(asked.document, asked.rules);
    let passages = found.into_iter().map(|block| {
        let letter = asked.letters.iter().find(|letter| letter.blocks.contains(&block));
        let span = asked.document.blocks()[block].span;
        Passage {
            at: Cited::in_source(asked.source, &quoter.quote(span)),
            kind: described(&asked.document.blocks()[block]),
            letter: letter.map(|letter| letter.record.letter.id.clone()),
            section: letter.and_then(|letter| letter.section(block)).map(|section| section.name.clone()),
            taken: letter.map(|letter| passage::taken(asked, letter, block)).unwrap_or_default(),
            rules: letter.map(|letter| rule::stopped(asked, letter, block)).unwrap_or_default(),
            families: match letter {
                Some(_) => Vec::new(),
                None => family::stopped(asked, &recognitions, block),
            },
        }
    });
    WhyNot {
        passages: passages.collect(),
        nearest: nearest
            .map(|block| Cited::in_source(asked.source, &quoter.quote(asked.document.blocks()[block].span))),
    }
}
