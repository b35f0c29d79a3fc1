use super::context::Context;
use super::form::{Key, Names, TableForm, Value, patterns};
use super::lower::Table;
use super::names::EventKind;
use super::pattern::Pattern;
use super::scope::Scope;

/// A passage that tells of something dated.
///
/// Groups of the pattern: `date` the date; `years` or `months` a period instead; `finding` and `number` the
/// finding it is about.
#[derive(Debug, Clone)]
pub struct EventRule {
    pub id: String,
    pub kind: EventKind,
    /// The letter tells of it before it happens.
    pub to_come: bool,
    /// The kind of letter it is about, where that is fixed.
    pub of: Option<String>,
    /// The blocks it looks at.
    pub scope: Scope,
    pub pattern: Vec<Pattern>,
}

impl EventRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let kind = table.declared("kind", context.vocabulary);
        let id = context.id(table, kind.as_deref().unwrap_or("event"));
        let told = context.vocabulary.events.iter().find(|event| Some(&event.name) == kind.as_ref());
        let to_come = told.is_some_and(|event| event.to_come);
        let of = table.text("of").map(|text| text.value);
        let scope = Scope::lower(table, context);
        let pattern = context.patterns(table, "pattern");
        context.try_patterns(table, &pattern);
        Some(Self { id, kind: EventKind::new(&kind?), to_come, of, scope, pattern })
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "[[event]]",
    about: "A passage that tells of something dated.",
    keys: &[
        Key::required("kind", Value::Name(Names::Event), "what happens"),
        Key::rule_name(),
        Key::section(),
        Key::block(),
        Key::level(),
        Key::bold(),
        Key::optional("of", Value::Text, "the kind of letter that it is about"),
        Key::required(
            "pattern",
            patterns(&["date", "years", "months", "finding", "number"]),
            "the passage: a `date`, or a period in `years` or `months`; `finding` and `number` where it is about one finding",
        ),
        Key::matches(),
        Key::rejects(),
    ],
    variants: None,
};
