use std::ops::Range;

use super::fired::{Claims, Fired};
use super::letter::{Letter, Place};
use crate::record::LetterRecord;
use crate::rules::Family;
use crate::rules::section::SectionRule;
use crate::text::Span;

/// A letter as the rules read it: its record, and what they did to make it.
#[derive(Debug)]
pub struct LetterReading<'r> {
    pub record: LetterRecord,
    pub family: &'r Family,
    /// The document's blocks that are the letter's.
    pub blocks: Range<usize>,
    pub fired: Vec<Fired>,
    /// Passages of sections that must be read whole, and that no rule took.
    pub unclaimed: Vec<Span>,
    places: Vec<Option<Place>>,
    claims: Claims,
}

impl<'r> LetterReading<'r> {
    pub(super) fn new(
        record: LetterRecord,
        letter: Letter<'r>,
        claims: Claims,
        unclaimed: Vec<Span>,
    ) -> Self {
        let (family, blocks) = (letter.family, letter.blocks.clone());
        let (places, fired) = letter.into_parts();
        Self { record, family, blocks, fired, unclaimed, places, claims }
    }

    /// The section that one of the letter's blocks stands in.
    pub fn section(&self, block: usize) -> Option<&'r SectionRule> {
        let place = self.places[block - self.blocks.start]?;
        Some(&self.family.sections[place.section])
    }

    /// Whether a block is the heading of a section, or of a part of one.
    pub fn is_heading(&self, block: usize) -> bool {
        self.places[block - self.blocks.start].is_some_and(|place| place.heading)
    }

    /// The rule that took a block whole.
    pub fn claimed_by(&self, block: usize) -> Option<&str> {
        self.claims.by(block)
    }
}
