use std::collections::BTreeSet;

use serde::{Serialize, Serializer};

use super::Counted;
use crate::query::words;
use crate::record::{Judgement, LetterRecord};
use crate::rules::RuleSet;

/// A property that findings are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dimension {
    Theme,
    Year,
    Area,
    Region,
    /// What the finding is called.
    Kind,
    /// The family of its letter.
    Letter,
    Judgement,
}

/// One value of a dimension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Key {
    pub id: String,
    pub label: String,
}

/// The key of findings that no theme was given to, or whose judgement is not clear.
pub(super) const NONE: &str = "none";

impl Dimension {
    pub const ALL: &'static [Dimension] = &[
        Dimension::Theme,
        Dimension::Year,
        Dimension::Area,
        Dimension::Region,
        Dimension::Kind,
        Dimension::Letter,
        Dimension::Judgement,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Dimension::Theme => "theme",
            Dimension::Year => "year",
            Dimension::Area => "area",
            Dimension::Region => "region",
            Dimension::Kind => "kind",
            Dimension::Letter => "letter",
            Dimension::Judgement => "judgement",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|dimension| dimension.name() == name)
    }

    /// Whether it keeps areas apart already.
    pub(super) fn is_place(self) -> bool {
        matches!(self, Dimension::Area | Dimension::Region)
    }

    /// Whether it is a property of findings, not of the letters that hold them.
    pub fn is_of_finding(self) -> bool {
        matches!(self, Dimension::Theme | Dimension::Kind | Dimension::Judgement)
    }

    /// The values that occur, in the order they are read: themes as the pack has them, the rest sorted.
    pub(super) fn keys(self, letters: &[&LetterRecord], rules: &RuleSet) -> Vec<Key> {
        match self {
            Dimension::Theme => theme_keys(letters, rules),
            Dimension::Kind => kind_keys(letters, rules),
            Dimension::Judgement => judgement_keys(letters),
            _ => {
                let ids: BTreeSet<String> =
                    letters.iter().filter_map(|record| self.of_letter(record)).collect();
                ids.into_iter().map(|id| Key { label: self.label(&id), id }).collect()
            }
        }
    }

    fn label(self, id: &str) -> String {
        if self == Dimension::Letter { words::letter_kind(id) } else { id.to_owned() }
    }

    /// The value of a letter, for dimensions that all findings of a letter share.
    fn of_letter(self, record: &LetterRecord) -> Option<String> {
        match self {
            Dimension::Year => {
                Some(record.placed().map_or_else(|| "undated".to_owned(), |date| date.year().to_string()))
            }
            Dimension::Area => Some(words::area(record).to_owned()),
            Dimension::Region => {
                let region = record.letter.area.as_ref().and_then(|area| area.region.clone());
                Some(region.unwrap_or_else(|| "region not known".to_owned()))
            }
            Dimension::Letter => Some(record.letter.kind.clone()),
            Dimension::Theme | Dimension::Kind | Dimension::Judgement => None,
        }
    }

    /// Whether a letter could hold findings of this value.
    pub(super) fn letter_fits(self, record: &LetterRecord, key: &Key) -> bool {
        self.of_letter(record).is_none_or(|id| id == key.id)
    }

    pub(super) fn finding_fits(self, (record, finding): &Counted<'_>, key: &Key) -> bool {
        match self {
            Dimension::Theme if key.id == NONE => finding.themes.is_empty(),
            Dimension::Theme => finding.themes.contains(&key.id),
            Dimension::Kind => finding.kind.name() == key.id,
            Dimension::Judgement => finding.judgement.map_or(NONE, Judgement::name) == key.id,
            _ => self.letter_fits(record, key),
        }
    }
}

impl Key {
    pub(super) fn new(id: &str, label: &str) -> Self {
        Self { id: id.to_owned(), label: label.to_owned() }
    }

    /// Whether a person means this value: its id or its label, in any case.
    pub fn is_called(&self, name: &str) -> bool {
        self.id.eq_ignore_ascii_case(name) || self.label.eq_ignore_ascii_case(name)
    }
}

/// Kinds of findings as the packs declare them, those that occur.
fn kind_keys(letters: &[&LetterRecord], rules: &RuleSet) -> Vec<Key> {
    let held: BTreeSet<&str> =
        letters.iter().flat_map(|record| &record.findings).map(|finding| finding.kind.name()).collect();
    let declared = rules.vocabulary.finding_kinds.iter().map(|term| Key::new(&term.name, &term.label));
    let mut keys: Vec<Key> = declared.filter(|key| held.contains(key.id.as_str())).collect();
    let other = held.into_iter().filter(|kind| keys.iter().all(|key| key.id != **kind));
    let other: Vec<Key> = other.map(|kind| Key::new(kind, &kind.replace('_', " "))).collect();
    keys.extend(other);
    keys
}

fn theme_keys(letters: &[&LetterRecord], rules: &RuleSet) -> Vec<Key> {
    let findings = || letters.iter().flat_map(|record| &record.findings);
    let mut keys: Vec<Key> = rules.themes.iter().map(|theme| Key::new(&theme.id, &theme.label)).collect();
    // Themes of other rules than these, which records in the store may still carry.
    let other: BTreeSet<&String> = findings().flat_map(|finding| &finding.themes).collect();
    let other = other.into_iter().filter(|id| rules.themes.iter().all(|theme| theme.id != **id));
    keys.extend(other.map(|id| Key::new(id, &id.replace('_', " "))).collect::<Vec<_>>());
    if findings().any(|finding| finding.themes.is_empty()) {
        keys.push(Key::new(NONE, "no theme"));
    }
    keys
}

fn judgement_keys(letters: &[&LetterRecord]) -> Vec<Key> {
    let key = |judgement: &Judgement| Key::new(judgement.name(), words::judgement(Some(*judgement)));
    let mut keys: Vec<Key> = Judgement::ALL.iter().map(key).collect();
    if letters.iter().flat_map(|record| &record.findings).any(|finding| finding.judgement.is_none()) {
        keys.push(Key::new(NONE, words::judgement(None)));
    }
    keys
}

impl Serialize for Dimension {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
