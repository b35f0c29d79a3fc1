use super::context::Context;
use super::form::{Groups, Key, TableForm, Value};
use super::lower::Table;
use super::pattern::Pattern;
use super::scope::Scope;

/// A passage that states how many findings there are, or how many were judged how.
///
/// Groups of the pattern: the name of a count (`total`, `priority_action`, ...) holds that number. A tally
/// has `quantity` (a number, "all", "each", "any", "none", "all but one"), `of` (the number it is out of)
/// and `not`, which is there where the sentence denies progress. What they mean together is worked out in
/// one place, [`crate::extract`]'s tally.
#[derive(Debug, Clone)]
pub struct CountRule {
    pub id: String,
    /// The blocks it looks at.
    pub scope: Scope,
    pub pattern: Vec<Pattern>,
}

impl CountRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let rule = Self {
            id: context.id(table, "count"),
            scope: Scope::lower(table, context),
            pattern: context.patterns(table, "pattern"),
        };
        context.try_patterns(table, &rule.pattern);
        Some(rule)
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "[[count]]",
    about: "A passage that states how many findings there are, or how many were judged how.",
    keys: &[
        Key::rule_name(),
        Key::section(),
        Key::block(),
        Key::level(),
        Key::bold(),
        Key::required("pattern", COUNTS, "a number in a group of its own, or a tally in several"),
        Key::matches(),
        Key::rejects(),
    ],
    variants: None,
};

/// Besides these, the name of any kind of findings.
const COUNTS: Value = Value::Patterns(Groups {
    named: &["total", "sufficient", "not_sufficient", "quantity", "of", "not", "whole"],
    finding_kinds: true,
});
