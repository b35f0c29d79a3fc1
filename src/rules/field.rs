use super::context::Context;
use super::form::{Key, PATTERNS, TableForm, Value, patterns};
use super::lower::Table;
use super::pattern::Pattern;
use super::scope::Scope;
use super::vocabulary::FieldName;

/// Where one of a letter's fields stands. The first rule of a field that matches gives it.
#[derive(Debug, Clone)]
pub struct FieldRule {
    pub id: String,
    pub field: FieldName,
    /// The blocks it looks at.
    pub scope: Scope,
    /// Either a pattern whose group `value` is the field, or a label that the value follows.
    pub place: FieldPlace,
}

#[derive(Debug, Clone)]
pub enum FieldPlace {
    Patterns(Vec<Pattern>),
    /// The value is the rest of the block, or the next block where nothing is left of it.
    Label(Vec<Pattern>),
}

impl FieldRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let field = table.named("field", FieldName::ALL, FieldName::name);
        let (patterns, labels) = (context.patterns(table, "pattern"), context.patterns(table, "label"));
        let scope = Scope::lower(table, context);
        let id = context.id(table, field.map_or("field", FieldName::name));
        let place = match labels.is_empty() {
            true => FieldPlace::Patterns(patterns),
            false => FieldPlace::Label(labels),
        };
        let rule = Self { id, field: field?, scope, place };
        context.try_patterns(table, rule.patterns());
        if table.texts("pattern").is_empty() && table.texts("label").is_empty() {
            table.missing("pattern");
        }
        Some(rule).filter(|rule| !rule.patterns().is_empty())
    }

    fn patterns(&self) -> &[Pattern] {
        match &self.place {
            FieldPlace::Patterns(patterns) | FieldPlace::Label(patterns) => patterns,
        }
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "[[field]]",
    about: "Where one of a letter's fields stands. The first rule of a field that matches gives it.",
    keys: &[
        Key::required("field", Value::OneOf(FieldName::NAMES), "which field"),
        Key::rule_name(),
        Key::section(),
        Key::block(),
        Key::level(),
        Key::bold(),
        Key::optional(
            "pattern",
            patterns(&["value"]),
            "what gives it: the group `value`, or the whole match",
        ),
        Key::optional("label", PATTERNS, "what it follows, in the same block or the next"),
        Key::matches(),
        Key::rejects(),
    ],
    variants: None,
};
