use rayon::prelude::*;

use crate::link::{self, BulletEvidence};
use crate::query::contradictions::{Contradicted, contradicted};
use crate::query::{Library, Story};
use crate::record::{Finding, LetterRecord};
use crate::rules::RuleSet;
use crate::store::SourceState;

/// Everything that an export is made from.
#[derive(Debug)]
pub struct Held<'a> {
    pub library: &'a Library,
    pub rules: &'a RuleSet,
    /// Every file held, by path, also those that gave no letter.
    pub sources: &'a [SourceState],
    /// The SHA-256 of the corrections, in lower-case hexadecimal, where there are any.
    pub corrections_sha256: Option<String>,
    /// One for each area, in the areas' order.
    pub areas: Vec<AreaHeld<'a>>,
}

/// What is made of one area's letters together.
#[derive(Debug)]
pub struct AreaHeld<'a> {
    pub story: Story<'a>,
    pub contradictions: Vec<Contradicted>,
}

impl<'a> Held<'a> {
    /// Links the letters of each area, the areas at once.
    pub fn new(library: &'a Library, rules: &'a RuleSet, sources: &'a [SourceState]) -> Self {
        let area = |name: &&str| {
            let story = library.story(name, rules)?;
            Some(AreaHeld { contradictions: contradicted(&story, rules), story })
        };
        // Collected in the order of the areas, whichever is done first.
        let areas = library.areas().par_iter().filter_map(area).collect();
        Self { library, rules, sources, corrections_sha256: None, areas }
    }

    pub fn records(&self) -> impl Iterator<Item = &'a LetterRecord> + use<'a> {
        self.library.letters().iter().map(|letter| &letter.record)
    }

    /// Every finding, with its letter.
    pub fn findings(&self) -> impl Iterator<Item = (&'a LetterRecord, &'a Finding)> + use<'a> {
        self.records().flat_map(|record| record.findings.iter().map(move |finding| (record, finding)))
    }

    /// Which findings each letter's bullets are evidence for, letter by letter.
    pub fn evidence_map(&self) -> Vec<Vec<BulletEvidence>> {
        let of = |letter: &crate::store::StoredLetter| link::evidence_map(&letter.record, self.rules);
        self.library.letters().par_iter().map(of).collect()
    }
}
