use std::collections::BTreeSet;

use super::letters::names;
use super::{Named, WeaknessRow};
use crate::link::{Link, LinkKind, Status};
use crate::query::trace::{Because, Mention, carries_the_matter, mention};
use crate::query::{Cited, Story, words};
use crate::record::{Finding, Judgement, LetterRecord};
use crate::store::StoredLetter;

/// The matters that the brief's letters name, each from its first finding to its last.
pub struct Matters<'a> {
    pub story: &'a Story<'a>,
    pub letters: &'a [&'a StoredLetter],
}

impl<'a> Matters<'a> {
    pub fn findings(&self) -> impl Iterator<Item = (&'a LetterRecord, &'a Finding)> {
        self.letters
            .iter()
            .flat_map(|letter| letter.record.findings.iter().map(|finding| (&letter.record, finding)))
    }

    pub fn mention(&self, record: &LetterRecord, finding: &Finding) -> Mention {
        mention(self.story, record, finding, Because::Asked)
    }

    fn links(&self) -> impl Iterator<Item = &'a Link> {
        self.story.links.iter().filter(|link| carries_the_matter(link))
    }

    /// One row for each finding that no earlier letter of the brief names.
    pub fn weaknesses(&self) -> Vec<WeaknessRow> {
        let ids: BTreeSet<&str> = self.findings().map(|(_, finding)| finding.id.as_str()).collect();
        let named_before =
            |id: &str| self.links().any(|link| link.to == id && ids.contains(link.from.as_str()));
        let first = self.findings().filter(|(_, finding)| !named_before(&finding.id));
        let row = |(record, finding): (&LetterRecord, &Finding)| WeaknessRow {
            statement: Cited::new(record, &finding.at),
            cells: self.named(&finding.id),
        };
        first.map(row).collect()
    }

    /// The finding and what later letters make of it, by letter that names findings.
    fn named(&self, first: &str) -> Vec<Vec<Named>> {
        let ids = self.chain(first);
        let of = |letter: &&StoredLetter| {
            let findings = letter.record.findings.iter().filter(|finding| ids.contains(&finding.id));
            findings.map(|finding| named(&letter.record, finding)).collect()
        };
        self.letters.iter().filter(|letter| names(letter)).map(of).collect()
    }

    /// The finding's id and those that later letters carry it on under.
    fn chain(&self, first: &str) -> Vec<String> {
        let mut ids = vec![first.to_owned()];
        let mut next = 0;
        while let Some(id) = ids.get(next).cloned() {
            let later = self.links().filter(|link| link.from == id && !ids.contains(&link.to));
            let later: Vec<String> = later.map(|link| link.to.clone()).collect();
            ids.extend(later);
            next += 1;
        }
        ids
    }

    /// Findings that the latest list, or a letter that goes back to it, names and does not settle.
    pub fn open(&self) -> Vec<Mention> {
        let current = self.current_letters();
        let open = self.left().filter(|(record, _)| current.contains(record.letter.id.as_str()));
        open.map(|(record, finding)| self.mention(record, finding)).collect()
    }

    /// Findings of earlier lists that nothing was heard of again.
    pub fn not_named_again(&self) -> Vec<Mention> {
        let current = self.current_letters();
        let lost = self.left().filter(|(record, _)| !current.contains(record.letter.id.as_str()));
        lost.map(|(record, finding)| self.mention(record, finding)).collect()
    }

    /// Findings that are not settled, not named after and not left out of a later list.
    fn left(&self) -> impl Iterator<Item = (&'a LetterRecord, &'a Finding)> {
        let dropped = |id: &str| {
            let mut statuses = self.story.statuses_of(id);
            statuses.any(|status| status.status == Status::NotCarriedForward)
        };
        self.findings().filter(move |(_, finding)| {
            !is_settled(finding.judgement) && !self.is_named_after(&finding.id) && !dropped(&finding.id)
        })
    }

    /// The last letter that names findings, and those whose list it goes through.
    fn current_letters(&self) -> BTreeSet<&'a str> {
        let last = self.letters.iter().rev().find(|letter| !letter.record.findings.is_empty());
        let Some(last) = last else { return BTreeSet::new() };
        let goes_back = |link: &&Link| {
            let into_last = last.record.findings.iter().any(|finding| finding.id == link.to);
            into_last && matches!(link.kind, LinkKind::Same | LinkKind::Restated)
        };
        let before = self.links().filter(goes_back).filter_map(|link| self.story.finding(&link.from));
        before
            .map(|(letter, _)| letter)
            .chain([*last])
            .map(|letter| letter.record.letter.id.as_str())
            .collect()
    }

    /// Whether a later letter names the finding, or one that it goes back to itself.
    pub fn is_named_after(&self, id: &str) -> bool {
        let named_later =
            |from: &str| self.links().any(|link| link.from == from && self.place(&link.to) > self.place(id));
        named_later(id) || self.links().any(|link| link.to == id && named_later(&link.from))
    }

    /// Where a finding's letter stands among the area's.
    fn place(&self, id: &str) -> Option<usize> {
        let holds = |letter: &&StoredLetter| letter.record.findings.iter().any(|finding| finding.id == id);
        self.story.letters.iter().position(holds)
    }
}

fn named(record: &LetterRecord, finding: &Finding) -> Named {
    let at = finding.judgement_quote.as_ref().unwrap_or(&finding.at);
    Named { id: finding.id.clone(), judgement: words::judged(finding), at: Cited::new(record, at) }
}

pub fn is_settled(judgement: Option<Judgement>) -> bool {
    matches!(judgement, Some(Judgement::Sufficient | Judgement::Effective))
}
