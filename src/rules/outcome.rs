use super::context::Context;
use super::expected::{self, Expected};
use super::family::{Taking, lower_all, lower_in_turn};
use super::form::{Key, Names, PATTERNS, TableForm, Value};
use super::lower::Table;
use super::names::Outcome;
use super::pattern::Pattern;
use super::scope::Scope;
use super::vocabulary::Judgement;

/// What a letter's outcome is read from.
#[derive(Debug, Clone, Default)]
pub struct OutcomeRules {
    /// Sentences that give it; the first rule that matches decides.
    pub stated: Vec<OutcomeRule>,
    /// What the judgements of the findings, or the letter's tally of them, come to.
    pub tally: Option<OutcomeByTally>,
    /// The outcome where no sentence gives another.
    pub otherwise: Option<Outcome>,
}

#[derive(Debug, Clone)]
pub struct OutcomeRule {
    pub id: String,
    pub outcome: Outcome,
    /// What a letter with this outcome holds.
    pub expects: Vec<Expected>,
    /// The blocks it looks at.
    pub scope: Scope,
    pub pattern: Vec<Pattern>,
}

#[derive(Debug, Clone)]
pub struct OutcomeByTally {
    /// The judgement that counts for the area.
    pub good: Judgement,
    pub all: Outcome,
    pub some: Outcome,
    pub none: Outcome,
}

impl OutcomeRules {
    pub fn lower(root: &Table<'_>, context: &Context<'_>) -> Self {
        Self {
            stated: lower_in_turn(root, "outcome", context, OutcomeRule::lower, OutcomeRule::taking),
            tally: lower_all(root, "outcome_by_tally", |table| OutcomeByTally::lower(table, context))
                .into_iter()
                .next(),
            otherwise: outcome(root, context, "outcome_otherwise"),
        }
    }
}

impl OutcomeRule {
    fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let outcome = outcome(table, context, "outcome");
        let id = context.id(table, outcome.as_ref().map_or("outcome", Outcome::name));
        let expects = expected::lower(table, context);
        let scope = Scope::lower(table, context);
        let pattern = context.patterns(table, "pattern");
        context.try_patterns(table, &pattern);
        Some(Self { id, outcome: outcome?, expects, scope, pattern })
    }

    fn taking(&self) -> Taking<'_> {
        Taking { id: &self.id, patterns: &self.pattern, scope: &self.scope }
    }
}

impl OutcomeByTally {
    fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let outcome = |key| outcome(table, context, key);
        let (all, some, none) = (outcome("all"), outcome("some"), outcome("none"));
        let good = table.named("good", Judgement::ALL, Judgement::name);
        Some(Self { good: good?, all: all?, some: some?, none: none? })
    }
}

fn outcome(table: &Table<'_>, context: &Context<'_>, key: &'static str) -> Option<Outcome> {
    table.declared(key, context.vocabulary).map(|name| Outcome::new(&name))
}

pub(super) const FORM: TableForm = TableForm {
    title: "[[outcome]]",
    about: "A sentence that gives the letter's outcome. The first rule that matches decides.",
    keys: &[
        Key::required("outcome", Value::Name(Names::Outcome), "the outcome that it gives"),
        Key::rule_name(),
        Key::section(),
        Key::block(),
        Key::level(),
        Key::bold(),
        Key::optional("expects", Value::Texts, expected::ABOUT),
        Key::required("pattern", PATTERNS, "the sentence"),
        Key::matches(),
        Key::rejects(),
    ],
    variants: None,
};

pub(super) const BY_TALLY: TableForm = TableForm {
    title: "[outcome_by_tally]",
    about: "The outcome by how many findings have one judgement, where no sentence gives it.",
    keys: &[
        Key::required("good", Value::OneOf(Judgement::NAMES), "the judgement that counts for the area"),
        Key::required("all", Value::Name(Names::Outcome), "the outcome where all have it"),
        Key::required("some", Value::Name(Names::Outcome), "where some have it"),
        Key::required("none", Value::Name(Names::Outcome), "where none has it"),
    ],
    variants: None,
};
