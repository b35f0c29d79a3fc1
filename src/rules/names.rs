//! The words that a pack chooses for itself: kinds of findings, outcomes, kinds of events, grades. They are
//! declared in its `vocabulary.toml`, and a rule that gives another is reported.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::form::{Key, Names, PATTERNS, TableForm, Value};
use super::fragments::Fragments;
use super::lower::Table;
use super::pattern::Pattern;

/// Declares a name that packs choose, as a type of its own.
macro_rules! name {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            pub fn new(name: &str) -> Self {
                Self(name.into())
            }

            /// The name in rule files and records.
            pub fn name(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{:?}", self.name())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                Ok(Self::new(&<std::borrow::Cow<'de, str>>::deserialize(deserializer)?))
            }
        }
    };
}

name! {
    /// What a finding is called in its letter, such as `significant_weakness`.
    FindingKind
}

name! {
    /// What happened or will happen, such as `inspection_visit`.
    EventKind
}

name! {
    /// What a letter comes to, such as `statement_required`.
    Outcome
}

name! {
    /// A grade of a scale, such as `requires_improvement`.
    Grade
}

/// The names of a pack's `vocabulary.toml`, each list in the order of the file.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    pub finding_kinds: Vec<Term>,
    pub outcomes: Vec<Term>,
    pub events: Vec<Term>,
    /// From best to worst.
    pub grades: Vec<Term>,
}

/// A name and the words that people read for it.
#[derive(Debug, Clone)]
pub struct Term {
    pub name: String,
    pub label: String,
    /// Of an event: letters tell of it before it happens.
    pub to_come: bool,
    /// Of a kind of findings: letters name them in passing, and not in a list.
    pub in_passing: bool,
    /// Of a grade: how letters write it. It is the whole of what stands in the grade's place.
    pub pattern: Vec<Pattern>,
}

impl Vocabulary {
    /// The names of a file's tables.
    pub(super) fn lower(root: &Table<'_>, fragments: &Fragments) -> Self {
        let terms = |key| terms(root, key, fragments);
        Self {
            finding_kinds: terms("finding_kind"),
            outcomes: terms("outcome"),
            events: terms("event"),
            grades: terms("grade"),
        }
    }

    /// Takes in the names of another pack. Where both have one, the words of this one stand.
    pub(super) fn join(&mut self, other: Self) {
        join(&mut self.finding_kinds, other.finding_kinds);
        join(&mut self.outcomes, other.outcomes);
        join(&mut self.events, other.events);
        join(&mut self.grades, other.grades);
    }

    /// "area for priority action" for `priority_action`.
    pub fn finding_kind(&self, kind: &FindingKind) -> String {
        label(&self.finding_kinds, kind.name())
    }

    /// The name of the kind of findings that letters call by its label.
    pub fn kind_called(&self, label: &str) -> Option<&str> {
        let called = self.finding_kinds.iter().find(|kind| kind.label.eq_ignore_ascii_case(label));
        called.map(|kind| kind.name.as_str())
    }

    /// "area for priority action 1".
    pub fn finding(&self, kind: &FindingKind, number: u32) -> String {
        format!("{} {number}", self.finding_kind(kind))
    }

    /// The names of one of the lists. A grade can be a letter's outcome.
    pub(super) fn names(&self, list: Names) -> impl Iterator<Item = &str> {
        let (terms, more) = match list {
            Names::FindingKind => (&self.finding_kinds, None),
            Names::Outcome => (&self.outcomes, Some(&self.grades)),
            Names::Event => (&self.events, None),
        };
        terms.iter().chain(more.into_iter().flatten()).map(|term| term.name.as_str())
    }

    pub fn is_in_passing(&self, kind: &FindingKind) -> bool {
        self.finding_kinds.iter().any(|term| term.in_passing && term.name == kind.name())
    }

    /// Short, for tables: "statement of action required" for `statement_required`.
    pub fn outcome(&self, outcome: &str) -> String {
        let grade = self.grades.iter().any(|grade| grade.name == outcome);
        label(if grade { &self.grades } else { &self.outcomes }, outcome)
    }

    /// "next review" for `next_review`.
    pub fn event(&self, kind: &EventKind) -> String {
        label(&self.events, kind.name())
    }

    pub fn grade(&self, grade: &str) -> String {
        label(&self.grades, grade)
    }
}

fn join(terms: &mut Vec<Term>, more: Vec<Term>) {
    for term in more {
        if terms.iter().all(|known| known.name != term.name) {
            terms.push(term);
        }
    }
}

/// The words for a name; the name as words where no pack in use has it.
fn label(terms: &[Term], name: &str) -> String {
    let known = terms.iter().find(|term| term.name == name);
    known.map_or_else(|| name.replace('_', " "), |term| term.label.clone())
}

fn terms(root: &Table<'_>, key: &'static str, fragments: &Fragments) -> Vec<Term> {
    let mut terms = Vec::new();
    for table in root.tables(key) {
        let (name, label) = (table.text("name"), table.text("label"));
        // Each kind of name has the keys that say something of it.
        let to_come = key == "event" && table.flag("to_come");
        let in_passing = key == "finding_kind" && table.flag("in_passing");
        let patterns = if key == "grade" { table.texts("pattern") } else { Vec::new() };
        let pattern = fragments.compile_whole(&table, &patterns);
        if let (Some(name), Some(label)) = (name, label) {
            terms.push(Term { name: name.value, label: label.value, to_come, in_passing, pattern });
        }
    }
    terms
}

const NAME: Key = Key::required("name", Value::Text, "the name in rules and records, in `lower_case`");
const LABEL: Key = Key::required("label", Value::Text, "the words that people read for it");

/// The form of `vocabulary.toml`.
pub(super) const FORM: TableForm = TableForm {
    title: "vocabulary.toml",
    about: "The names that the rules of the pack give.",
    keys: &[
        Key::optional("finding_kind", Value::Tables(&FINDING_KIND), "what findings are called"),
        Key::optional("outcome", Value::Tables(&OUTCOME), "what letters come to"),
        Key::optional("event", Value::Tables(&EVENT), "what happened or will happen"),
        Key::optional("grade", Value::Tables(&GRADE), "the grades of the scale, from best to worst"),
    ],
    variants: None,
};

const FINDING_KIND: TableForm = TableForm {
    title: "[[finding_kind]]",
    about: "What findings are called in their letters.",
    keys: &[
        NAME,
        LABEL,
        Key::optional(
            "in_passing",
            Value::Flag,
            "`true` where letters name them in passing, and not in a list",
        ),
    ],
    variants: None,
};

const OUTCOME: TableForm = TableForm {
    title: "[[outcome]]",
    about: "What a letter comes to.",
    keys: &[NAME, LABEL],
    variants: None,
};

const EVENT: TableForm = TableForm {
    title: "[[event]]",
    about: "What happened or will happen.",
    keys: &[
        NAME,
        LABEL,
        Key::optional("to_come", Value::Flag, "`true` where letters tell of it before it happens"),
    ],
    variants: None,
};

const GRADE: TableForm = TableForm {
    title: "[[grade]]",
    about: "A grade of the scale.",
    keys: &[
        NAME,
        LABEL,
        Key::required(
            "pattern",
            PATTERNS,
            "how letters write it: the whole of what stands in the grade's place",
        ),
    ],
    variants: None,
};
