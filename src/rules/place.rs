use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

/// Where a rule stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct RulePlace {
    /// Of a built-in pack: under `rules/`.
    pub file: PathBuf,
    /// Of the table's header, from 1.
    pub line: usize,
}

impl fmt::Display for RulePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file.display(), self.line)
    }
}

/// The places of rules, by their ids.
#[derive(Debug, Clone, Default)]
pub struct Places(BTreeMap<String, RulePlace>);

impl Places {
    pub fn of(&self, rule: &str) -> Option<&RulePlace> {
        self.0.get(rule)
    }

    /// Takes in a rule, unless another has its id; says whether it did.
    pub(super) fn add(&mut self, id: &str, place: RulePlace) -> bool {
        let is_free = !self.0.contains_key(id);
        self.0.entry(id.to_owned()).or_insert(place);
        is_free
    }

    pub(super) fn join(&mut self, other: Self) {
        for (id, place) in other.0 {
            self.0.entry(id).or_insert(place);
        }
    }

    /// Says in which folder the files lie.
    pub(super) fn set_folder(&mut self, folder: &Path) {
        self.0.values_mut().for_each(|place| place.file = folder.join(&place.file));
    }
}
