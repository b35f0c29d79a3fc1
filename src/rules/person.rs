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
    /// Where the role stands in the block below: what that must match. Its groups: `role`, `organisation`.
    pub below: Vec<Pattern>,
    /// What a name cannot be, such as "Her Majesty's".
    pub no_name: Vec<Pattern>,
}

impl PersonRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let rule = Self {
            id: context.id(table, "person"),
            section: context.section(table),
            organisation: table.text("organisation").map(|text| text.value),
            pattern: context.required_patterns(table, "pattern"),
            below: context.patterns(table, "below"),
            no_name: context.patterns(table, "no_name"),
        };
        context.try_examples(table, |text| {
            let named = rule.pattern.iter().any(|pattern| pattern.is_match(text));
            named && !rule.no_name.iter().any(|pattern| pattern.is_match(text))
        });
        Some(rule)
    }
}
