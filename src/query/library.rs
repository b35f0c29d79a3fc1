//! The letters that questions are asked of, and one area's letters as a story.

use std::collections::HashMap;

use super::words;
use crate::link::{AreaLinks, Decisions, FindingStatus, Link, link_area};
use crate::record::{Finding, LetterRecord};
use crate::rules::{RuleSet, Vocabulary};
use crate::store::StoredLetter;

/// Letters held, all or those of one area, ordered by area, date and id.
#[derive(Debug, Default)]
pub struct Library {
    letters: Vec<StoredLetter>,
    /// Where each letter stands, by its id.
    places: HashMap<String, usize>,
    /// What persons decided about links and statuses.
    decisions: Decisions,
}

impl Library {
    pub fn new(letters: Vec<StoredLetter>) -> Self {
        let place = |(at, letter): (usize, &StoredLetter)| (letter.record.letter.id.clone(), at);
        let places = letters.iter().enumerate().map(place).collect();
        Self { letters, places, decisions: Decisions::default() }
    }

    /// With what persons decided about links and statuses; what they decided about findings, the letters say.
    pub fn decided(letters: Vec<StoredLetter>, decisions: Decisions) -> Self {
        Self { decisions, ..Self::new(letters) }
    }

    pub fn letters(&self) -> &[StoredLetter] {
        &self.letters
    }

    pub fn letter(&self, id: &str) -> Option<&StoredLetter> {
        self.places.get(id).map(|at| &self.letters[*at])
    }

    /// The names of the areas held, in order.
    pub fn areas(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.letters.iter().map(|letter| words::area(&letter.record)).collect();
        names.dedup();
        names
    }

    /// The area's letters in order, with what links their findings. `None` where no letter of it is held.
    pub fn story<'a>(&'a self, area: &str, rules: &'a RuleSet) -> Option<Story<'a>> {
        let of_area = |letter: &&StoredLetter| words::area(&letter.record) == area;
        let letters: Vec<&StoredLetter> = self.letters.iter().filter(of_area).collect();
        (!letters.is_empty()).then(|| Story::new(letters, rules, &self.decisions))
    }

    /// Every area's story, in the areas' order.
    pub fn stories<'a>(&'a self, rules: &'a RuleSet) -> impl Iterator<Item = Story<'a>> {
        self.areas().into_iter().filter_map(|area| self.story(area, rules))
    }
}

/// One area's letters from first to last, and how their findings hang together.
#[derive(Debug)]
pub struct Story<'a> {
    pub letters: Vec<&'a StoredLetter>,
    pub links: Vec<Link>,
    pub statuses: Vec<FindingStatus>,
    /// The words for the names that its letters' packs give.
    pub vocabulary: &'a Vocabulary,
}

impl<'a> Story<'a> {
    fn new(letters: Vec<&'a StoredLetter>, rules: &'a RuleSet, decisions: &Decisions) -> Self {
        let records: Vec<&LetterRecord> = letters.iter().map(|letter| &letter.record).collect();
        let AreaLinks { links, statuses } = link_area(&records, rules, decisions);
        Self { letters, links, statuses, vocabulary: &rules.vocabulary }
    }

    pub fn area(&self) -> &'a str {
        self.letters.first().map_or("", |letter| words::area(&letter.record))
    }

    /// A finding and its letter.
    pub fn finding(&self, id: &str) -> Option<(&'a StoredLetter, &'a Finding)> {
        self.letters.iter().find_map(|letter| {
            letter.record.findings.iter().find(|finding| finding.id == id).map(|finding| (*letter, finding))
        })
    }

    /// What later letters say became of a finding, in their order.
    pub fn statuses_of<'s>(&'s self, finding: &'s str) -> impl Iterator<Item = &'s FindingStatus> + 's {
        self.statuses.iter().filter(move |status| status.finding == finding)
    }

    pub fn links_of<'s>(&'s self, finding: &'s str) -> impl Iterator<Item = &'s Link> + 's {
        self.links.iter().filter(move |link| link.from == finding || link.to == finding)
    }

    /// A letter's name in prose, by its id.
    pub fn letter_in_words(&self, id: &str) -> String {
        let letter = self.letters.iter().find(|letter| letter.record.letter.id == id);
        letter.map_or_else(|| id.to_owned(), |letter| words::letter(&letter.record))
    }
}
