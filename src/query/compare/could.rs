use std::collections::BTreeSet;

use super::dimension::NONE;
use super::{Comparison, Dimension, Key, Measure};
use crate::record::{Finding, LetterRecord};
use crate::rules::finding::FindingRule;
use crate::rules::{Family, RuleSet};

/// A value of one dimension.
pub(super) type Place<'a> = (Dimension, &'a Key);

/// Which letters could have said what, by the rules of their kinds.
pub(super) struct Could<'a> {
    rules: &'a RuleSet,
    comparison: &'a Comparison,
}

/// What letters of a kind do with findings.
#[derive(PartialEq, Eq)]
enum Role {
    /// Name them in a list of their own.
    Lists,
    /// Go through the list of an earlier letter.
    GoesThrough,
    /// Name some in passing.
    Mentions,
}

impl<'a> Could<'a> {
    pub(super) fn new(rules: &'a RuleSet, comparison: &'a Comparison) -> Self {
        Self { rules, comparison }
    }

    pub(super) fn measure(&self) -> Measure {
        self.comparison.measure
    }

    /// Rows' and columns'.
    pub(super) fn dimensions(&self) -> (Dimension, Dimension) {
        (self.comparison.rows, self.comparison.columns)
    }

    /// Whether a letter is of the place: of its year, area, region and kind.
    pub(super) fn is_at(&self, record: &LetterRecord, place: &[Place<'_>]) -> bool {
        place.iter().all(|(dimension, key)| dimension.letter_fits(record, key))
    }

    /// Whether a letter of the place could have said something there.
    pub(super) fn could_say(&self, record: &LetterRecord, place: &[Place<'_>]) -> bool {
        let counts = self.is_at(record, place) && self.is_witness(record);
        counts && (self.rules_give(record, place) || self.said(record, place).next().is_some())
    }

    /// A letter's findings that belong to the place.
    pub(super) fn said<'r>(
        &self,
        record: &'r LetterRecord,
        place: &[Place<'_>],
    ) -> impl Iterator<Item = &'r Finding> {
        let fits = move |finding: &&Finding| {
            place.iter().all(|(dimension, key)| dimension.finding_fits(&(record, *finding), key))
        };
        record.findings.iter().filter(fits)
    }

    /// Kinds of the letters that could say something and are no witnesses by the measure.
    pub(super) fn kinds_left_out(&self, letters: &[&LetterRecord]) -> Vec<String> {
        let left_out = letters.iter().filter(|record| !self.is_witness(record));
        let kinds: BTreeSet<&str> = left_out.map(|record| record.letter.kind.as_str()).collect();
        kinds.into_iter().map(str::to_owned).collect()
    }

    fn is_witness(&self, record: &LetterRecord) -> bool {
        let (rows, columns) = self.dimensions();
        let by_judgement = [rows, columns].contains(&Dimension::Judgement);
        match self.role(record) {
            _ if self.measure() != Measure::Share => true,
            Role::Lists => true,
            Role::GoesThrough => by_judgement,
            Role::Mentions => false,
        }
    }

    /// By the pack's `links.toml`; a kind that it does not tell of names findings of its own.
    fn role(&self, record: &LetterRecord) -> Role {
        let is_in = |kinds: &[String]| kinds.contains(&record.letter.kind);
        let frameworks = &self.rules.links(&record.rules.pack).frameworks;
        if frameworks.iter().any(|framework| is_in(&framework.starts)) {
            Role::Lists
        } else if frameworks.iter().any(|framework| is_in(&framework.repeats)) {
            Role::GoesThrough
        } else if frameworks.iter().any(|framework| is_in(&framework.mentions)) {
            Role::Mentions
        } else {
            Role::Lists
        }
    }

    /// Whether the rules of the letter's kind give findings as the place has them.
    fn rules_give(&self, record: &LetterRecord, place: &[Place<'_>]) -> bool {
        let pack = &record.rules.pack;
        let is_its = |family: &&Family| family.kind == record.letter.kind && family.pack == *pack;
        let has_theme = |id: &str| {
            id == NONE || self.rules.themes.iter().any(|theme| theme.pack == *pack && theme.id == id)
        };
        let gives = |family: &Family, rule: &FindingRule| {
            place.iter().all(|(dimension, key)| match dimension {
                Dimension::Kind => rule.kind.name() == key.id,
                Dimension::Judgement => can_judge(family, rule, &key.id),
                Dimension::Theme => has_theme(&key.id),
                _ => true,
            })
        };
        let mut families = self.rules.families.iter().filter(is_its);
        families.any(|family| family.findings.iter().any(|rule| gives(family, rule)))
    }
}

/// Whether a finding of this rule can have the judgement: the rule's own, or that of a verdict.
fn can_judge(family: &Family, rule: &FindingRule, judgement: &str) -> bool {
    let own = rule.judgement.map_or(NONE, |judgement| judgement.name());
    own == judgement || family.verdicts.iter().any(|verdict| verdict.judgement.name() == judgement)
}
