use super::context::Context;
use super::form::{Key, PATTERNS, TableForm, Value, patterns};
use super::lower::Table;
use super::passages;
use super::pattern::Pattern;
use super::scope::Scope;

/// A block that names a person. Groups of the pattern: `name`, `role`, `organisation`.
#[derive(Debug, Clone)]
pub struct PersonRule {
    pub id: String,
    /// The blocks it looks at.
    pub scope: Scope,
    /// The organisation, where the block does not name it and its column has no header.
    pub organisation: Option<String>,
    pub pattern: Vec<Pattern>,
    /// Where the rest stands in the block below: what that must match, with groups of the same names.
    pub below: Vec<Pattern>,
    /// What a name cannot be, such as "Her Majesty's".
    pub no_name: Vec<Pattern>,
}

impl PersonRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let rule = Self {
            id: context.id(table, "person"),
            scope: Scope::lower(table, context),
            organisation: table.text("organisation").map(|text| text.value),
            pattern: context.patterns(table, "pattern"),
            below: context.patterns(table, "below"),
            no_name: context.patterns(table, "no_name"),
        };
        context.try_rule(table, &rule.pattern, |text| {
            let is_name = !rule.no_name.iter().any(|pattern| pattern.is_match(text));
            passages::given(&rule.pattern, text).filter(|_| is_name)
        });
        Some(rule)
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "[[person]]",
    about: "A block that names a person.",
    keys: &[
        Key::rule_name(),
        Key::section(),
        Key::block(),
        Key::level(),
        Key::bold(),
        Key::required("pattern", patterns(&["name", "role", "organisation"]), "the block"),
        Key::optional(
            "below",
            patterns(&["name", "role", "organisation"]),
            "what the block below must match, where the rest stands there",
        ),
        Key::optional("organisation", Value::Text, "the organisation, where the letter does not name it"),
        Key::optional("no_name", PATTERNS, "what a name cannot be"),
        Key::matches(),
        Key::rejects(),
    ],
    variants: None,
};
