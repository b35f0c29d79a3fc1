use super::context::Context;
use super::form::{Key, TableForm, Value, patterns};
use super::lower::Table;
use super::pattern::Pattern;

/// A passage that sets a period. Groups of the pattern: `number` and `unit`.
#[derive(Debug, Clone)]
pub struct DeadlineRule {
    pub id: String,
    /// What is to be done.
    pub what: String,
    /// What the period runs from.
    pub from: Option<String>,
    pub pattern: Vec<Pattern>,
}

impl DeadlineRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let id = context.id(table, "deadline");
        let what = table.text("what").map(|text| text.value);
        let from = table.text("from").map(|text| text.value);
        let pattern = context.patterns(table, "pattern");
        context.try_patterns(table, &pattern);
        Some(Self { id, what: what?, from, pattern })
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "[[deadline]]",
    about: "A passage that sets a period.",
    keys: &[
        Key::rule_name(),
        Key::required("what", Value::Text, "what is to be done"),
        Key::optional("from", Value::Text, "what the period runs from"),
        Key::required("pattern", patterns(&["number", "unit"]), "the passage, with how many and of what"),
        Key::matches(),
        Key::rejects(),
    ],
    variants: None,
};
