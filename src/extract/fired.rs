//! What the rules did in a letter: which fired, on which passage, and which block each of them took.

use std::cell::RefCell;
use std::collections::BTreeMap;

use crate::rules::vocabulary::FieldName;
use crate::text::Span;

/// A rule that fired.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fired {
    /// The rule's id.
    pub rule: String,
    /// The passage that it took.
    pub span: Span,
    pub gave: Gave,
}

/// What a rule gave to the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gave {
    Letter,
    Field(FieldName),
    /// A section, or a part of one.
    Section,
    /// A finding, by its place among the record's.
    Finding(usize),
    /// The block that opens a list of findings, or one of them.
    Opening(usize),
    Verdict(usize),
    Evidence(usize),
    Count,
    Grade,
    Outcome,
    Event,
    Deadline,
    Person,
    Observation,
}

impl Gave {
    /// As prose has it: "an event".
    pub fn words(self) -> &'static str {
        match self {
            Gave::Letter => "the letter's family",
            Gave::Field(FieldName::Title) => "the letter's title",
            Gave::Field(FieldName::Area) => "the letter's area",
            Gave::Field(FieldName::Dated) => "the letter's date",
            Gave::Field(FieldName::Published) => "the date it was published",
            Gave::Field(FieldName::Visit) => "the dates of the visit",
            Gave::Field(FieldName::PreviousVisit) => "the visit before",
            Gave::Section => "a section",
            Gave::Finding(_) => "a finding",
            Gave::Opening(_) => "the opening of a finding",
            Gave::Verdict(_) => "a verdict",
            Gave::Evidence(_) => "evidence",
            Gave::Count => "a stated count",
            Gave::Grade => "a grade",
            Gave::Outcome => "the letter's outcome",
            Gave::Event => "an event",
            Gave::Deadline => "a deadline",
            Gave::Person => "a person",
            Gave::Observation => "an observation",
        }
    }
}

/// The rules that fired so far, in the order in which they were tried.
#[derive(Debug, Default)]
pub struct Journal(RefCell<Vec<Fired>>);

impl Journal {
    pub fn note(&self, rule: &str, span: Span, gave: Gave) {
        self.0.borrow_mut().push(Fired { rule: rule.to_owned(), span, gave });
    }

    pub fn into_inner(self) -> Vec<Fired> {
        self.0.into_inner()
    }
}

/// The blocks that findings, their evidence and observations are made of, each with the rule that took it. Of two
/// rules the first has it.
#[derive(Debug, Clone, Default)]
pub struct Claims(BTreeMap<usize, String>);

impl Claims {
    pub fn take(&mut self, block: usize, rule: &str) {
        self.0.entry(block).or_insert_with(|| rule.to_owned());
    }

    pub fn take_all(&mut self, blocks: impl IntoIterator<Item = usize>, rule: &str) {
        blocks.into_iter().for_each(|block| self.take(block, rule));
    }

    pub fn give_back(&mut self, block: usize) {
        self.0.remove(&block);
    }

    pub fn is_free(&self, block: usize) -> bool {
        !self.0.contains_key(&block)
    }

    /// The rule that took a block.
    pub fn by(&self, block: usize) -> Option<&str> {
        self.0.get(&block).map(String::as_str)
    }
}
