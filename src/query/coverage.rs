//! What the rules left unread in letters, and the rules that never fired.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Cited;
use super::explain::RuleAt;
use crate::document::Document;
use crate::extract::{LetterReading, sentences};
use crate::record::Quoter;
use crate::rules::{Family, RuleSet, dates_and_periods};
use crate::text::{Folded, Span};

/// What rules left of some files, and which of them had nothing to do there.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Coverage {
    pub letters: Vec<LetterCoverage>,
    /// Files in which no letter was found.
    pub without_letter: Vec<String>,
    /// Rules that never fired, of the families met.
    pub silent: Vec<RuleAt>,
    #[serde(skip)]
    families: BTreeMap<String, Fires>,
}

/// A family's rules, and those that fired.
#[derive(Debug, Clone, Default, PartialEq)]
struct Fires {
    rules: Vec<String>,
    fired: BTreeSet<String>,
}

/// What no rule took of a letter.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LetterCoverage {
    pub letter: String,
    pub file: String,
    pub blocks: usize,
    /// In sections that must be read whole.
    pub unclaimed: Vec<Cited>,
    /// Sentences with a date or a period in days: they may be events or deadlines.
    pub dated: Vec<Cited>,
    /// Headings that open no section.
    pub headings: Vec<Cited>,
    /// Everything else.
    pub other: Vec<Cited>,
}

impl Coverage {
    /// Takes in a file's letters.
    pub fn add(&mut self, document: &Document, path: &str, letters: &[LetterReading<'_>]) {
        if letters.is_empty() {
            self.without_letter.push(path.to_owned());
        }
        for letter in letters {
            self.letters.push(Reader { document, letter, quoter: Quoter::new(document) }.coverage());
            let fires = self.families.entry(letter.family.recognise.id.clone()).or_default();
            fires.rules = rules(letter.family);
            fires.fired.extend(letter.fired.iter().map(|fired| fired.rule.clone()));
        }
    }

    /// Says which rules never fired, once every file is taken in.
    pub fn finish(&mut self, rules: &RuleSet) {
        let silent = self.families.values().flat_map(|family| {
            family
                .rules
                .iter()
                .filter(|rule| !family.fired.contains(*rule))
                .map(|rule| RuleAt::new(rule, rules))
        });
        self.silent = silent.collect();
    }

    /// Whether a passage of a section that must be read whole is left.
    pub fn is_whole(&self) -> bool {
        self.letters.iter().all(|letter| letter.unclaimed.is_empty())
    }
}

fn rules(family: &Family) -> Vec<String> {
    family.rules().iter().map(|rule| rule.id.to_owned()).collect()
}

struct Reader<'d, 'l, 'r> {
    document: &'d Document,
    letter: &'l LetterReading<'r>,
    quoter: Quoter<'d>,
}

impl Reader<'_, '_, '_> {
    fn coverage(&self) -> LetterCoverage {
        let record = &self.letter.record;
        let mut coverage = LetterCoverage {
            letter: record.letter.id.clone(),
            file: record.source.path.clone(),
            blocks: self.letter.blocks.len(),
            unclaimed: self.letter.unclaimed.iter().map(|span| self.cite(*span)).collect(),
            dated: Vec::new(),
            headings: Vec::new(),
            other: Vec::new(),
        };
        for block in self.letter.blocks.clone() {
            self.block(block, &mut coverage);
        }
        coverage
    }

    fn cite(&self, span: Span) -> Cited {
        Cited::new(&self.letter.record, &self.quoter.quote(span))
    }

    fn block(&self, block: usize, coverage: &mut LetterCoverage) {
        let span = self.document.blocks()[block].span;
        let taken = self.letter.claimed_by(block).is_some();
        if taken || self.letter.unclaimed.iter().any(|unclaimed| unclaimed.overlaps(span)) {
            return;
        }
        let dated: Vec<Span> =
            sentences(self.document, span).into_iter().filter(|sentence| self.is_dated(*sentence)).collect();
        if !dated.is_empty() {
            coverage.dated.extend(dated.into_iter().map(|sentence| self.cite(sentence)));
        } else if !self.is_taken(span) {
            let is_heading = self.document.blocks()[block].is_heading();
            let list = if is_heading { &mut coverage.headings } else { &mut coverage.other };
            list.push(self.cite(span));
        }
    }

    /// Whether a rule took any of a passage's words.
    fn is_taken(&self, span: Span) -> bool {
        self.letter.fired.iter().any(|fired| fired.span.overlaps(span))
    }

    /// Whether a sentence holds a date or a period that no rule took.
    fn is_dated(&self, sentence: Span) -> bool {
        let folded = Folded::new(self.document.slice(sentence), sentence.start);
        let mut found = dates_and_periods().captures_iter(&folded);
        found.any(|captures| !self.is_taken(crate::rules::pattern::whole(&captures, &folded)))
    }
}
