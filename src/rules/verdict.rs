use super::context::Context;
use super::family::Taking;
use super::form::{Key, TableForm, Value, patterns};
use super::lower::Table;
use super::pattern::Pattern;
use super::scope::{Blocks, Scope};
use super::vocabulary::Judgement;

/// A sentence that judges one finding. Of several rules the first that matches decides.
#[derive(Debug, Clone)]
pub struct VerdictRule {
    pub id: String,
    pub judgement: Judgement,
    /// The blocks it looks at.
    pub scope: Scope,
    pub pattern: Vec<Pattern>,
}

impl VerdictRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let judgement = table.named("judgement", Judgement::ALL, Judgement::name);
        let id = context.id(table, judgement.map_or("verdict", Judgement::name));
        let scope = Scope { section: None, blocks: Blocks::lower(table) };
        let pattern = context.patterns(table, "pattern");
        context.try_patterns(table, &pattern);
        Some(Self { id, judgement: judgement?, scope, pattern })
    }

    pub(super) fn taking(&self) -> Taking<'_> {
        Taking { id: &self.id, patterns: &self.pattern, scope: &self.scope }
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "[[verdict]]",
    about: "A sentence that judges one finding. Of several rules the first that matches decides.",
    keys: &[
        Key::required("judgement", Value::OneOf(Judgement::NAMES), "the judgement that it gives"),
        Key::rule_name(),
        Key::block(),
        Key::level(),
        Key::bold(),
        Key::required(
            "pattern",
            patterns(&["verdict"]),
            "the sentence; the group `verdict` where the pattern takes in more",
        ),
        Key::matches(),
        Key::rejects(),
    ],
    variants: None,
};
