//! What the rules left unread in letters, and the rules that never fired.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::Cited;
use super::explain::RuleAt;
use crate::document::Document;
use crate::extract::{Fired, Gave, LetterReading, sentences};
use crate::record::Quoter;
use crate::rules::pattern::{self, Pattern};
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
    /// Sentences with a number of findings: they may be stated counts.
    pub counted: Vec<Cited>,
    /// Headings that open no section.
    pub headings: Vec<Cited>,
    /// Everything else.
    pub other: Vec<Cited>,
}

impl Coverage {
    /// Takes in a file's letters.
    pub fn add(&mut self, document: &Document, path: &str, letters: &[LetterReading<'_>], rules: &RuleSet) {
        let counts = rules.numbers_of_findings();
        if letters.is_empty() {
            self.without_letter.push(path.to_owned());
        }
        for letter in letters {
            let reader = Reader { document, letter, quoter: Quoter::new(document), counts: &counts };
            self.letters.push(reader.coverage());
            let fires = self.families.entry(letter.family.recognise.id.clone()).or_default();
            fires.rules = ids(letter.family);
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

fn ids(family: &Family) -> Vec<String> {
    family.rules().iter().map(|rule| rule.id.to_owned()).collect()
}

struct Reader<'d, 'l, 'r> {
    document: &'d Document,
    letter: &'l LetterReading<'r>,
    quoter: Quoter<'d>,
    /// Numbers of findings.
    counts: &'l Pattern,
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
            counted: Vec::new(),
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
        let whole = self.document.blocks()[block].span;
        if self.letter.unclaimed.iter().any(|unclaimed| unclaimed.overlaps(whole)) {
            return;
        }
        // Whoever took a block whole has read it, but for the numbers in what opens a list.
        let claimed = self.letter.claimed_by(block).is_some();
        let opens = self.took(whole).any(|fired| matches!(fired.gave, Gave::Opening(_)));
        for sentence in sentences(self.document, whole) {
            let overlaps = |fired: &Fired, span: Span| fired.span.overlaps(span);
            let counts = |fired: &Fired, span: Span| {
                fired.gave == Gave::Count && (fired.span.start..fired.span.end).contains(&span.start)
            };
            let dated = !claimed && self.has_left(dates_and_periods(), sentence, overlaps);
            let counted = (!claimed || opens) && self.has_left(self.counts, sentence, counts);
            if dated {
                coverage.dated.push(self.cite(sentence));
            }
            if counted {
                coverage.counted.push(self.cite(sentence));
            }
            if !dated && !counted && !claimed && self.took(sentence).next().is_none() {
                let is_heading = self.document.blocks()[block].is_heading();
                let list = if is_heading { &mut coverage.headings } else { &mut coverage.other };
                list.push(self.cite(sentence));
            }
        }
    }

    /// The rules that took words of a passage. A sentence that opens a section says something as well.
    fn took(&self, span: Span) -> impl Iterator<Item = &Fired> {
        let is_sentence = self.document.slice(span).ends_with('.');
        let fired = self.letter.fired.iter().filter(move |fired| fired.span.overlaps(span));
        fired.filter(move |fired| !is_sentence || fired.gave != Gave::Section)
    }

    /// Whether a sentence holds a match that no rule took, as `takes` has it.
    fn has_left(&self, pattern: &Pattern, sentence: Span, takes: fn(&Fired, Span) -> bool) -> bool {
        let folded = Folded::new(self.document.slice(sentence), sentence.start);
        let mut found = pattern.captures_iter(&folded).map(|captures| pattern::whole(&captures, &folded));
        found.any(|span| !self.took(sentence).any(|fired| takes(fired, span)))
    }
}
