use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use crate::record::{Finding, Judgement};

/// How many findings were judged how.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally(Vec<Option<Judgement>>);

impl Tally {
    /// The name of a judgement that is not clear, beside those of the others.
    pub const NOT_CLEAR: &'static str = "not_clear";

    /// Every judgement in the order that tables have them; `None` is one that is not clear.
    pub fn judgements() -> impl Iterator<Item = Option<Judgement>> {
        Judgement::ALL.iter().copied().map(Some).chain([None])
    }

    pub fn name(judgement: Option<Judgement>) -> &'static str {
        judgement.map_or(Self::NOT_CLEAR, Judgement::name)
    }

    pub(super) fn add(&mut self, finding: &Finding) {
        self.0.push(finding.judgement);
    }

    pub fn of(&self, judgement: Option<Judgement>) -> usize {
        self.0.iter().filter(|held| **held == judgement).count()
    }

    /// Those that occur, with how many they are.
    pub fn counts(&self) -> impl Iterator<Item = (Option<Judgement>, usize)> {
        Self::judgements().map(|judgement| (judgement, self.of(judgement))).filter(|(_, count)| *count > 0)
    }

    /// The findings judged, sufficient or effective or not.
    pub fn judged(&self) -> usize {
        self.not_settled() + self.of(Some(Judgement::Sufficient)) + self.of(Some(Judgement::Effective))
    }

    /// The findings judged not sufficient or not effective.
    pub fn not_settled(&self) -> usize {
        self.of(Some(Judgement::NotSufficient)) + self.of(Some(Judgement::NotEffective))
    }
}

/// An object of those that occur.
impl Serialize for Tally {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        for (judgement, count) in self.counts() {
            map.serialize_entry(Self::name(judgement), &count)?;
        }
        map.end()
    }
}
