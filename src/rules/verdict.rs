use super::context::Context;
use super::form::{Key, TableForm, Value, patterns};
use super::lower::Table;
use super::pattern::Pattern;
use super::vocabulary::Judgement;

/// A sentence that judges one finding. Of several rules the first that matches decides.
#[derive(Debug, Clone)]
pub struct VerdictRule {
    pub id: String,
    pub judgement: Judgement,
    pub pattern: Vec<Pattern>,
}

impl VerdictRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let judgement = table.named("judgement", Judgement::ALL, Judgement::name);
        let id = context.id(table, judgement.map_or("verdict", Judgement::name));
        let pattern = context.patterns(table, "pattern");
        context.try_patterns(table, &pattern);
        Some(Self { id, judgement: judgement?, pattern })
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "[[verdict]]",
    about: "A sentence that judges one finding. Of several rules the first that matches decides.",
    keys: &[
        Key::required("judgement", Value::OneOf(Judgement::NAMES), "the judgement that it gives"),
        Key::rule_name(),
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
