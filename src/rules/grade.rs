use super::context::Context;
use super::form::{Key, TableForm, Value, patterns};
use super::lower::Table;
use super::pattern::Pattern;
use super::scope::Scope;

/// What a grade is given for. The grade is the group `grade`, else what is left of the block, else the next block;
/// it is one of the pack's `[[grade]]` names, told by their patterns.
#[derive(Debug, Clone)]
pub struct GradeRule {
    pub id: String,
    /// The blocks it looks at.
    pub scope: Scope,
    /// Its group `of` is what is graded, where that is not the whole match.
    pub pattern: Vec<Pattern>,
    /// This grade is the letter's outcome.
    pub outcome: bool,
    /// Tried only where a rule above it found something without its grade.
    pub only_if_missing: bool,
}

impl GradeRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let rule = Self {
            id: context.id(table, "grade"),
            scope: Scope::lower(table, context),
            pattern: context.patterns(table, "pattern"),
            outcome: table.flag("outcome"),
            only_if_missing: table.flag("only_if_missing"),
        };
        context.try_patterns(table, &rule.pattern);
        Some(rule)
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "[[grade]]",
    about: "What is graded. The grade is the group `grade`, else what is left of the block, else the next block.",
    keys: &[
        Key::rule_name(),
        Key::section(),
        Key::block(),
        Key::level(),
        Key::bold(),
        Key::required(
            "pattern",
            patterns(&["of", "grade"]),
            "what is graded: the group `of`, or the whole match",
        ),
        Key::optional("outcome", Value::Flag, "`true` where this grade is the letter's outcome"),
        Key::optional(
            "only_if_missing",
            Value::Flag,
            "`true` where it is tried only if a rule above it found something without its grade",
        ),
        Key::matches(),
        Key::rejects(),
    ],
    variants: None,
};
