use super::context::Context;
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
        let what = table.required("what").map(|text| text.value);
        let from = table.text("from").map(|text| text.value);
        let pattern = context.required_patterns(table, "pattern");
        context.try_examples(table, |text| pattern.iter().any(|pattern| pattern.is_match(text)));
        Some(Self { id, what: what?, from, pattern })
    }
}
