use crate::diagnostic::Severity;

use super::context::Context;
use super::count::CountRule;
use super::deadline::DeadlineRule;
use super::event::EventRule;
use super::expected::{self, Expected};
use super::field::FieldRule;
use super::finding::FindingRule;
use super::form::{Key, Names, PATTERNS, TableForm, Value, patterns};
use super::grade::GradeRule;
use super::lower::Table;
use super::outcome::OutcomeRules;
use super::pattern::Pattern;
use super::person::PersonRule;
use super::scope::{Blocks, Scope};
use super::section::SectionRule;
use super::verdict::VerdictRule;
use super::{count, deadline, event, field, finding, grade, outcome, person, section, verdict};

/// A family of letters: how one is recognised, where it begins and ends, and what is in it.
#[derive(Debug, Clone)]
pub struct Family {
    /// The id of its pack.
    pub pack: String,
    /// The `kind` of its letters, such as `revisit_letter`.
    pub kind: String,
    /// What people call it.
    pub label: String,
    /// What each of its letters holds.
    pub expects: Vec<Expected>,
    /// The sections that each of its letters has.
    pub expects_sections: Vec<String>,
    pub recognise: Recognise,
    pub fields: Vec<FieldRule>,
    pub sections: Vec<SectionRule>,
    pub findings: Vec<FindingRule>,
    pub verdicts: Vec<VerdictRule>,
    pub counts: Vec<CountRule>,
    pub grades: Vec<GradeRule>,
    pub outcome: OutcomeRules,
    pub events: Vec<EventRule>,
    pub deadlines: Vec<DeadlineRule>,
    pub people: Vec<PersonRule>,
}

/// How a letter of a family is told, and its first and last block.
#[derive(Debug, Clone)]
pub struct Recognise {
    pub id: String,
    /// A block that is a letter's title. The group `area` names its area, the group `title` the title where
    /// it is not the whole block.
    pub title: Vec<Pattern>,
    /// What the title's first block is.
    pub blocks: Blocks,
    /// A block that carries on a title broken over two.
    pub title_rest: Vec<Pattern>,
    /// What the title may hold in its area's place and is none, such as "our".
    pub no_area: Vec<Pattern>,
    /// The title stands among the first so many blocks of its file.
    pub within: Option<usize>,
    /// Each must match a block after the title.
    pub requires: Vec<Pattern>,
    /// None may match a block of the letter.
    pub excludes: Vec<Pattern>,
    /// Blocks above the title that belong to the letter: its letterhead.
    pub begins: Vec<Pattern>,
    /// Blocks above the title that belong to what came before it.
    pub follows: Vec<Pattern>,
    /// The first block after the letter.
    pub ends: Vec<Pattern>,
}

impl Family {
    /// Lowers a family's file. `None` where it has no usable `[family]`; the reason is reported.
    pub fn lower(root: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let family = root.table("family")?;
        let kind = family.text("kind").map(|text| text.value);
        let label = family.text("label").map(|text| text.value);
        let expects = expected::lower(&family, context);
        let expects_sections = context.sections(&family, "expects_sections");
        let recognise = Recognise::lower(&family, context);
        let family = Self {
            pack: context.pack.to_owned(),
            kind: kind?,
            label: label?,
            expects,
            expects_sections,
            recognise,
            fields: lower_all(root, "field", |table| FieldRule::lower(table, context)),
            sections: lower_sections(root, context),
            findings: lower_all(root, "finding", |table| FindingRule::lower(table, context)),
            verdicts: lower_in_turn(root, "verdict", context, VerdictRule::lower, VerdictRule::taking),
            counts: lower_all(root, "count", |table| CountRule::lower(table, context)),
            grades: lower_all(root, "grade", |table| GradeRule::lower(table, context)),
            outcome: OutcomeRules::lower(root, context),
            events: lower_all(root, "event", |table| EventRule::lower(table, context)),
            deadlines: lower_all(root, "deadline", |table| DeadlineRule::lower(table, context)),
            people: lower_all(root, "person", |table| PersonRule::lower(table, context)),
        };
        let sections: Vec<&str> = family.sections.iter().map(|section| section.name.as_str()).collect();
        context.report_unknown_sections(root, &sections);
        report_untried(root, &family.findings);
        Some(family)
    }
}

impl Recognise {
    fn lower(table: &Table<'_>, context: &Context<'_>) -> Self {
        let recognise = Self {
            id: context.id(table, "family"),
            title: context.patterns(table, "title"),
            blocks: Blocks::lower(table),
            title_rest: context.patterns(table, "title_rest"),
            no_area: context.patterns(table, "no_area"),
            within: table.number("within").map(|blocks| blocks as usize),
            requires: context.patterns(table, "requires"),
            excludes: context.patterns(table, "excludes"),
            begins: context.patterns(table, "begins"),
            follows: context.patterns(table, "follows"),
            ends: context.patterns(table, "ends"),
        };
        context.try_patterns(table, &recognise.title);
        recognise
    }
}

/// Lowers every `[[key]]` table; a faulty one is reported and left out.
pub fn lower_all<T>(root: &Table<'_>, key: &'static str, lower: impl Fn(&Table<'_>) -> Option<T>) -> Vec<T> {
    let mut rules = Vec::new();
    for table in root.tables(key) {
        rules.extend(lower(&table));
    }
    rules
}

/// What a rule takes, of rules of which the first that matches decides.
pub struct Taking<'r> {
    pub id: &'r str,
    pub patterns: &'r [Pattern],
    pub scope: &'r Scope,
}

/// Lowers tables of which the first that matches decides, and reports those that never do.
pub fn lower_in_turn<T>(
    root: &Table<'_>,
    key: &'static str,
    context: &Context<'_>,
    lower: fn(&Table<'_>, &Context<'_>) -> Option<T>,
    taking: fn(&T) -> Taking<'_>,
) -> Vec<T> {
    let mut rules: Vec<T> = Vec::new();
    for table in root.tables(key) {
        let Some(rule) = lower(&table, context) else { continue };
        let scope = taking(&rule).scope;
        let above = rules.iter().map(taking).filter(|above| above.scope.cover(scope));
        context.report_shadowed(&table, above.map(|above| (above.id, above.patterns)));
        rules.push(rule);
    }
    rules
}

/// Sections, of which the first whose heading matches is opened: of those inside one section, and of the rest.
fn lower_sections(root: &Table<'_>, context: &Context<'_>) -> Vec<SectionRule> {
    let mut rules: Vec<SectionRule> = Vec::new();
    for table in root.tables("section") {
        let Some(rule) = SectionRule::lower(&table, context) else { continue };
        let above =
            rules.iter().filter(|above| above.inside == rule.inside && above.blocks.cover(&rule.blocks));
        context.report_shadowed(&table, above.map(|above| (&above.id[..], &above.heading[..])));
        rules.push(rule);
    }
    rules
}

/// A rule that is tried only where none of its kind was found, and above which no rule finds any.
fn report_untried(root: &Table<'_>, findings: &[FindingRule]) {
    for (at, rule) in findings.iter().enumerate().filter(|(_, rule)| rule.only_if_none) {
        if findings[..at].iter().all(|above| above.kind != rule.kind) {
            let message =
                format!("`{}` has only_if_none, but no rule above it finds any `{}`", rule.id, rule.kind);
            let mut fault = root.fault("rule-order", message, root.span());
            fault.severity = Severity::Warning;
            root.faults().push(fault.help("put it below the rules that it stands in for"));
        }
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "A family of letters",
    about: "How letters of one family are recognised, and what is in them.",
    keys: &[
        Key::required("family", Value::Table(&FAMILY), "how one is told"),
        Key::optional("field", Value::Tables(&field::FORM), "date, visit, area and the like"),
        Key::optional("section", Value::Tables(&section::FORM), "its sections"),
        Key::optional("finding", Value::Tables(&finding::FORM), "its findings"),
        Key::optional("verdict", Value::Tables(&verdict::FORM), "sentences that judge one finding"),
        Key::optional("count", Value::Tables(&count::FORM), "numbers of findings that it states"),
        Key::optional("grade", Value::Tables(&grade::FORM), "grades that it gives"),
        Key::optional("outcome", Value::Tables(&outcome::FORM), "sentences that give its outcome"),
        Key::optional(
            "outcome_by_tally",
            Value::Table(&outcome::BY_TALLY),
            "the outcome by how many findings were judged how",
        ),
        Key::optional(
            "outcome_otherwise",
            Value::Name(Names::Outcome),
            "the outcome where nothing else gives one",
        ),
        Key::optional("event", Value::Tables(&event::FORM), "what happened or will happen"),
        Key::optional("deadline", Value::Tables(&deadline::FORM), "periods that it sets"),
        Key::optional("person", Value::Tables(&person::FORM), "people that it names"),
    ],
    variants: None,
};

const FAMILY: TableForm = TableForm {
    title: "[family]",
    about: "How a letter of the family is told, and its first and last block.",
    keys: &[
        Key::required("kind", Value::Text, "the letters' kind in records"),
        Key::required("label", Value::Text, "what people call it"),
        Key::optional("expects", Value::Texts, expected::ABOUT),
        Key::optional("expects_sections", Value::Texts, "the sections that each of its letters has"),
        Key::rule_name(),
        Key::required("title", patterns(&["title", "area"]), "the block that is the title"),
        Key::block(),
        Key::level(),
        Key::bold(),
        Key::optional("title_rest", PATTERNS, "a block that carries on a title broken over two"),
        Key::optional("no_area", PATTERNS, "what may stand in the area's place and is none"),
        Key::optional("within", Value::Number, "the title stands among the first so many blocks of its file"),
        Key::optional("requires", PATTERNS, "each must match a block after the title"),
        Key::optional("excludes", PATTERNS, "none may match a block of the letter"),
        Key::optional("begins", PATTERNS, "blocks above the title that belong to the letter: its letterhead"),
        Key::optional("follows", PATTERNS, "blocks above the title that belong to what came before"),
        Key::optional("ends", PATTERNS, "the first block after the letter"),
        Key::matches(),
        Key::rejects(),
    ],
    variants: None,
};
