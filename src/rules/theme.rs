use super::context::Context;
use super::family::lower_all;
use super::form::{Key, TableForm, Value};
use super::lower::Table;
use super::phrases::Phrases;
use crate::text::fold_str;

/// A theme that findings are about, told by weighted terms. Its patterns begin and end where words do.
///
/// ```toml
/// exceptions = 'local offer of short breaks'        # taken out of the statement first, with the pack's asides
/// [[term]]
/// pattern = ['waits', 'waiting times?']             # one of these in a clause,
/// near = ['health services?', 'appointments?']      # with one of these in the same clause,
/// not_near = 'school places?'                       # none of these in that clause,
/// unless = ['{therapy}', '{mental}']                # and none of these anywhere in the statement
/// weight = 0.5                                      # 1 unless given; a theme needs 1 in all
/// ```
#[derive(Debug, Clone)]
pub struct Theme {
    /// The id of its pack.
    pub pack: String,
    /// The id of its rule, `PACK/themes/FILE#ID`.
    pub rule: String,
    pub id: String,
    pub label: String,
    pub group: String,
    /// Its place among the themes; those without come last, in the order of their files.
    pub order: f64,
    pub scope_note: String,
    terms: Vec<Term>,
    /// Passages that say nothing of the theme, whatever terms stand in them.
    exceptions: Phrases,
}

/// What a finding says, as themes are looked for in it: made plain, and without the pack's asides.
#[derive(Debug)]
pub struct Said(String);

impl Said {
    /// `parts` are the statement's sub-bullets, which stand in it; `asides` what no theme takes account of.
    pub fn new(statement: &str, parts: &[String], asides: &[Phrases]) -> Self {
        let text = fold_str(&with_parts_apart(statement, parts));
        Self(asides.iter().fold(text, |text, aside| aside.blank(text)))
    }
}

#[derive(Debug, Clone)]
struct Term {
    /// Of its table, from 1.
    line: usize,
    pattern: Phrases,
    weight: f64,
    /// One of these must stand in the same clause.
    near: Phrases,
    /// None of these may stand in the same clause.
    not_near: Phrases,
    /// None of these may stand anywhere in the statement.
    unless: Phrases,
}

/// A theme is given where the weights of the terms that match come to this.
const ENOUGH: f64 = 1.0;

impl Theme {
    /// `asides` are the passages of which no theme takes account.
    pub(super) fn lower(root: &Table<'_>, context: &Context<'_>, asides: &[Phrases]) -> Option<Self> {
        let required = |key| root.text(key).map(|text| text.value);
        let (id, label, group, note) =
            (required("id"), required("label"), required("group"), required("scope_note"));
        let id = id?;
        let theme = Self {
            pack: context.pack.to_owned(),
            rule: context.id_of(root, &id),
            id,
            label: label?,
            group: group?,
            order: root.number("order").unwrap_or(f64::INFINITY),
            scope_note: note?,
            terms: lower_all(root, "term", |table| Term::lower(table, context)),
            exceptions: context.phrases(root, "exceptions"),
        };
        context
            .try_rule(root, &[], |text| theme.is_in(&Said::new(text.as_str(), &[], asides)).then(Vec::new));
        Some(theme)
    }

    /// Whether what a finding says is about this theme.
    pub fn is_in(&self, said: &Said) -> bool {
        self.score(said) >= ENOUGH
    }

    /// The weights of the terms that match, each counted once.
    pub fn score(&self, said: &Said) -> f64 {
        let (clauses, text) = self.clauses(said);
        self.terms.iter().filter(|term| term.counts(&clauses, &text)).map(|term| term.weight).sum()
    }

    /// The terms that match, in the order of their file.
    pub fn matched(&self, said: &Said) -> Vec<MatchedTerm> {
        let (clauses, text) = self.clauses(said);
        let matched = self.terms.iter().filter(|term| term.counts(&clauses, &text)).filter_map(|term| {
            let clause = clauses.iter().find(|clause| term.matches(clause))?;
            let words = term.pattern.find(clause)?;
            Some(MatchedTerm { line: term.line, weight: term.weight, words })
        });
        matched.collect()
    }

    /// The clauses of what is said, and all of it, less the theme's exceptions.
    fn clauses(&self, said: &Said) -> (Vec<String>, String) {
        let text = fold_str(&self.exceptions.blank(said.0.clone()));
        (clauses(&text), text)
    }
}

/// A term that a statement has.
#[derive(Debug, Clone, PartialEq)]
pub struct MatchedTerm {
    /// Of the term's table, from 1.
    pub line: usize,
    pub weight: f64,
    /// The words that its pattern matched.
    pub words: String,
}

/// Lowers the `[[aside]]` tables of a file: what is taken out of a statement before any theme is looked for.
pub fn lower_asides(root: &Table<'_>, context: &Context<'_>) -> Vec<Phrases> {
    let aside = |table: &Table<'_>| Some(context.phrases(table, "pattern"));
    lower_all(root, "aside", aside)
}

/// Sub-bullets often follow each other without a stop between: a semicolon is set before each.
fn with_parts_apart(statement: &str, parts: &[String]) -> String {
    let mut text = statement.to_owned();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        text = text.replacen(part.as_str(), &format!("; {part}"), 1);
    }
    text
}

/// Sentences, and the clauses of those with semicolons. An item of a list comes with the words that open the
/// list: "reduce waits for: audiology; physiotherapy" has the clause "reduce waits for: physiotherapy".
fn clauses(text: &str) -> Vec<String> {
    let sentences = text.split_inclusive(['.', '?', '!']);
    let items = sentences.flat_map(|sentence| {
        let (opening, items) = match sentence.split_once(": ") {
            Some((opening, items)) => (format!("{opening}: "), items),
            None => (String::new(), sentence),
        };
        items.split(';').map(move |item| format!("{opening}{}", item.trim())).collect::<Vec<_>>()
    });
    items.filter(|clause| !clause.trim().is_empty()).collect()
}

impl Term {
    fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        Some(Self {
            line: table.line(),
            pattern: context.phrases(table, "pattern"),
            weight: table.number("weight").unwrap_or(ENOUGH),
            near: context.phrases(table, "near"),
            not_near: context.phrases(table, "not_near"),
            unless: context.phrases(table, "unless"),
        })
    }

    fn counts(&self, clauses: &[String], statement: &str) -> bool {
        !self.unless.is_match(statement) && clauses.iter().any(|clause| self.matches(clause))
    }

    fn matches(&self, clause: &str) -> bool {
        self.pattern.is_match(clause)
            && (self.near.is_empty() || self.near.is_match(clause))
            && !self.not_near.is_match(clause)
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "themes/*.toml",
    about: "A theme that findings are about. It is given where the weights of the terms that match come to 1.",
    keys: &[
        Key::required("id", Value::Text, "its name in records"),
        Key::required("label", Value::Text, "the words that people read for it"),
        Key::required("group", Value::Text, "the group of themes that it belongs to"),
        Key::optional("order", Value::Number, "its place among the themes"),
        Key::required("scope_note", Value::Text, "what it takes in and what it does not"),
        Key::optional("exceptions", Value::Phrases, "what is taken out of a statement first"),
        Key::required("term", Value::Tables(&TERM), "what it is told by"),
        Key::matches(),
        Key::rejects(),
    ],
    variants: None,
};

const TERM: TableForm = TableForm {
    title: "[[term]]",
    about: "Words that speak for a theme.",
    keys: &[
        Key::required("pattern", Value::Phrases, "the words"),
        Key::optional("weight", Value::Number, "what they count; 1 where it is left out"),
        Key::optional("near", Value::Phrases, "one of these must stand in the same clause"),
        Key::optional("not_near", Value::Phrases, "none of these may stand in the same clause"),
        Key::optional("unless", Value::Phrases, "none of these may stand anywhere in the statement"),
    ],
    variants: None,
};

pub(super) const ASIDES: TableForm = TableForm {
    title: "asides.toml",
    about: "Words of which no theme takes account.",
    keys: &[Key::optional(
        "aside",
        Value::Tables(&ASIDE),
        "what is taken out of a statement before any theme is looked for",
    )],
    variants: None,
};

const ASIDE: TableForm = TableForm {
    title: "[[aside]]",
    about: "What is taken out of a statement.",
    keys: &[Key::required("note", Value::Text, "why"), Key::required("pattern", Value::Phrases, "the words")],
    variants: None,
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_of_a_list_comes_with_the_words_that_open_it() {
        let text = "Leaders act. Reduce waits for: audiology; physiotherapy. Soon";
        let expected =
            ["Leaders act.", "Reduce waits for: audiology", "Reduce waits for: physiotherapy.", "Soon"];
        let found: Vec<String> = clauses(text).iter().map(|clause| clause.trim().to_owned()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sub_bullets_without_stops_are_clauses_of_their_own() {
        let parts = ["the rigour of audits".to_owned(), "the pace of change".to_owned()];
        let statement = "Improve: the rigour of audits the pace of change.";
        assert_eq!(
            with_parts_apart(statement, &parts),
            "Improve: ; the rigour of audits ; the pace of change."
        );
    }
}
