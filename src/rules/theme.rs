use super::context::Context;
use super::family::lower_all;
use super::lower::Table;
use super::pattern::Pattern;
use crate::text::{Folded, fold_str};

/// A theme that findings are about, told by weighted terms.
#[derive(Debug, Clone)]
pub struct Theme {
    pub id: String,
    pub label: String,
    pub group: String,
    pub scope_note: String,
    terms: Vec<Term>,
    /// Passages that say nothing of the theme, whatever terms stand in them.
    exceptions: Vec<Pattern>,
}

#[derive(Debug, Clone)]
struct Term {
    pattern: Vec<Pattern>,
    weight: f64,
    /// One of these must stand in the same sentence.
    near: Vec<Pattern>,
    /// None of these may stand in the same sentence.
    not_near: Vec<Pattern>,
}

/// A theme is given where the weights of the terms that match come to this.
const ENOUGH: f64 = 1.0;

impl Theme {
    pub fn lower(root: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let required = |key| root.required(key).map(|text| text.value);
        let (id, label, group, note) =
            (required("id"), required("label"), required("group"), required("scope_note"));
        let theme = Self {
            id: id?,
            label: label?,
            group: group?,
            scope_note: note?,
            terms: lower_all(root, "term", |table| Term::lower(table, context)),
            exceptions: context.patterns(root, "exceptions"),
        };
        context.try_examples(root, |text| theme.is_about(text.as_str()));
        Some(theme)
    }

    /// Whether a finding's statement, with its parts, is about this theme.
    pub fn is_about(&self, statement: &str) -> bool {
        self.score(statement) >= ENOUGH
    }

    /// The weights of the terms that match, each counted once.
    pub fn score(&self, statement: &str) -> f64 {
        let mut text = fold_str(statement);
        for exception in &self.exceptions {
            text = exception.blank(&text);
        }
        let sentences: Vec<Folded> = sentences(&text).map(|sentence| Folded::new(sentence, 0)).collect();
        let counts = |term: &&Term| sentences.iter().any(|sentence| term.matches(sentence));
        self.terms.iter().filter(counts).map(|term| term.weight).sum()
    }
}

/// Sentences and clauses: "near" means inside one of these.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', ';', '?', '!']).map(str::trim).filter(|sentence| !sentence.is_empty())
}

impl Term {
    fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        Some(Self {
            pattern: context.required_patterns(table, "pattern"),
            weight: table.number("weight").unwrap_or(ENOUGH),
            near: context.patterns(table, "near"),
            not_near: context.patterns(table, "not_near"),
        })
    }

    fn matches(&self, sentence: &Folded) -> bool {
        let any = |patterns: &[Pattern]| patterns.iter().any(|pattern| pattern.is_match(sentence));
        any(&self.pattern) && (self.near.is_empty() || any(&self.near)) && !any(&self.not_near)
    }
}
