//! The form of rule files: which tables there are, and which keys each may have.
//!
//! Each kind of rule says its own form beside the code that reads it. A table is checked against its form before
//! anything is read from it, and the reference pages and the JSON Schema are made from the same forms.

use super::vocabulary::BlockName;

/// What a table of a rule file may hold.
#[derive(Debug)]
pub struct TableForm {
    /// As it stands in a file: `[[finding]]`.
    pub title: &'static str,
    pub about: &'static str,
    pub keys: &'static [Key],
    /// Keys that go with one value of a key, such as those of one `shape`.
    pub variants: Option<Variants>,
}

#[derive(Debug)]
pub struct Variants {
    /// The key whose value decides.
    pub key: &'static str,
    pub forms: &'static [(&'static str, &'static [Key])],
}

/// One key of a table.
#[derive(Debug, Clone, Copy)]
pub struct Key {
    pub name: &'static str,
    pub value: Value,
    pub required: bool,
    pub about: &'static str,
}

/// What a key's value must be.
#[derive(Debug, Clone, Copy)]
pub enum Value {
    Text,
    /// One string, or a list of them.
    Texts,
    Number,
    Flag,
    /// One pattern, or a list of them, with the groups that count.
    Patterns(Groups),
    /// One pattern, or a list of them, that begin and end where words do.
    Phrases,
    /// Passages that the rule must match, each with what it gives, or must not.
    Passages,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// One of these words, or a list of them.
    SomeOf(&'static [&'static str]),
    /// A number from 1 to 9, or a list of them.
    Levels,
    /// One of the names of the pack's vocabulary.
    Name(Names),
    /// `[key]`
    Table(&'static TableForm),
    /// `[[key]]`
    Tables(&'static TableForm),
    /// A table whose keys are the user's own, each with a string.
    Entries,
}

/// The named groups that a pattern may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Groups {
    pub named: &'static [&'static str],
    /// The names of the pack's kinds of findings as well.
    pub finding_kinds: bool,
}

/// The lists of a pack's vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Names {
    FindingKind,
    Outcome,
    Event,
}

impl Names {
    /// The table of `vocabulary.toml` that declares them.
    pub fn table(self) -> &'static str {
        match self {
            Names::FindingKind => "finding_kind",
            Names::Outcome => "outcome",
            Names::Event => "event",
        }
    }
}

impl Key {
    pub const fn optional(name: &'static str, value: Value, about: &'static str) -> Self {
        Self { name, value, required: false, about }
    }

    pub const fn required(name: &'static str, value: Value, about: &'static str) -> Self {
        Self { name, value, required: true, about }
    }

    /// `name`, by which a rule is called in its id.
    pub const fn rule_name() -> Self {
        Self::optional("name", Value::Text, "what the rule is called in its id, `PACK/FILE#NAME`")
    }

    /// `section`, in which a rule stands.
    pub const fn section() -> Self {
        Self::optional(
            "section",
            Value::Text,
            "the section it stands in; anywhere in the letter where absent",
        )
    }

    /// `block`, of every rule that takes blocks.
    pub const fn block() -> Self {
        Self::optional("block", Value::SomeOf(BlockName::NAMES), "what the block is; anything where absent")
    }

    /// `level`, beside `block`.
    pub const fn level() -> Self {
        Self::optional(
            "level",
            Value::Levels,
            "the level of the heading or list item, 1 for the largest or outermost; any where absent",
        )
    }

    /// `bold`, beside `block`.
    pub const fn bold() -> Self {
        Self::optional("bold", Value::Flag, "whether all of the block is in bold type; either where absent")
    }

    /// `matches`, of every rule.
    pub const fn matches() -> Self {
        Self::optional("matches", Value::Passages, "passages that it must match, each with what it gives")
    }

    /// `rejects`, of every rule.
    pub const fn rejects() -> Self {
        Self::optional("rejects", Value::Passages, "passages that it must not match")
    }
}

/// Patterns whose groups do not count.
pub const PATTERNS: Value = Value::Patterns(Groups { named: &[], finding_kinds: false });

/// Patterns with groups of these names.
pub const fn patterns(named: &'static [&'static str]) -> Value {
    Value::Patterns(Groups { named, finding_kinds: false })
}

impl TableForm {
    /// The keys that a table may have, where `decided` is the value of the key that decides between variants: those
    /// of every variant where it has none or another.
    pub fn keys_with(&'static self, decided: Option<&str>) -> Vec<&'static Key> {
        let mut keys: Vec<&'static Key> = self.keys.iter().collect();
        for (_, variant) in self.variants_of(decided) {
            for key in variant {
                if keys.iter().all(|known| known.name != key.name) {
                    keys.push(key);
                }
            }
        }
        keys
    }

    /// The keys that a table must have. Which those of a variant are is not known before it is decided.
    pub fn required_with(&'static self, decided: Option<&str>) -> Vec<&'static Key> {
        let variants = self.variants_of(decided);
        let of_variant = if variants.len() == 1 { variants[0].1 } else { &[] };
        self.keys.iter().chain(of_variant).filter(|key| key.required).collect()
    }

    /// The variant that has a key which the decided one does not have.
    pub fn variant_with(&'static self, key: &str) -> Option<(&'static str, &'static str)> {
        let variants = self.variants.as_ref()?;
        let has = |(_, keys): &&(&str, &[Key])| keys.iter().any(|known| known.name == key);
        variants.forms.iter().find(has).map(|(value, _)| (variants.key, *value))
    }

    /// The variant that is decided, or all.
    fn variants_of(&'static self, decided: Option<&str>) -> Vec<(&'static str, &'static [Key])> {
        let Some(variants) = &self.variants else { return Vec::new() };
        let one = variants.forms.iter().find(|(value, _)| Some(*value) == decided);
        one.map_or_else(|| variants.forms.to_vec(), |one| vec![*one])
    }
}
