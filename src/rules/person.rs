use super::context::Context;
use super::lower::Table;
use super::pattern::Pattern;

/// A block that names a person. Groups of the pattern: `name`, `role`, `organisation`.
#[derive(Debug, Clone)]
pub struct PersonRule {
    pub id: String,
    pub section: Option<String>,
    /// The organisation, where the block does not name it and its column has no header.
    pub organisation: Option<String>,
    pub pattern: Vec<Pattern>,
}

impl PersonRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let rule = Self {
            id: context.id(table, "person"),
            section: table.text("section").map(|text| text.value),
            organisation: table.text("organisation").map(|text| text.value),
            pattern: context.required_patterns(table, "pattern"),
        };
        context.try_examples(table, |text| rule.pattern.iter().any(|pattern| pattern.is_match(text)));
        Some(rule)
    }
}
