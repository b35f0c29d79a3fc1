use super::context::Context;
use super::form::{Key, Names, TableForm, Value, patterns};
use super::lower::Table;
use super::names::EventKind;
use super::pattern::Pattern;
use super::scope::Scope;

/// A passage that sets a period. Groups of the pattern: `number` and `unit`.
#[derive(Debug, Clone)]
pub struct DeadlineRule {
    pub id: String,
    /// What is to be done.
    pub what: String,
    /// What the period runs from.
    pub from: Option<String>,
    /// The event that it runs from, and the kind of letter which that is about.
    pub starts: Option<EventKind>,
    pub starts_of: Option<String>,
    /// The event that ends it.
    pub ends: Option<EventKind>,
    /// The blocks it looks at.
    pub scope: Scope,
    pub pattern: Vec<Pattern>,
}

impl DeadlineRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let id = context.id(table, "deadline");
        let what = table.text("what").map(|text| text.value);
        let from = table.text("from").map(|text| text.value);
        let event = |key| table.declared(key, context.vocabulary).map(|name| EventKind::new(&name));
        let (starts, ends) = (event("starts"), event("ends"));
        let starts_of = table.text("starts_of").map(|text| text.value);
        let scope = Scope::lower(table, context);
        let pattern = context.patterns(table, "pattern");
        context.try_patterns(table, &pattern);
        Some(Self { id, what: what?, from, starts, starts_of, ends, scope, pattern })
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "[[deadline]]",
    about: "A passage that sets a period.",
    keys: &[
        Key::rule_name(),
        Key::section(),
        Key::block(),
        Key::level(),
        Key::bold(),
        Key::required("what", Value::Text, "what is to be done"),
        Key::optional("from", Value::Text, "what the period runs from, in words"),
        Key::optional("starts", Value::Name(Names::Event), "the event that it runs from"),
        Key::optional("starts_of", Value::Text, "the kind of letter that this event is about"),
        Key::optional("ends", Value::Name(Names::Event), "the event that ends it"),
        Key::required("pattern", patterns(&["number", "unit"]), "the passage, with how many and of what"),
        Key::matches(),
        Key::rejects(),
    ],
    variants: None,
};
