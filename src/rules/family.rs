use super::context::Context;
use super::count::CountRule;
use super::deadline::DeadlineRule;
use super::event::EventRule;
use super::expected::{self, Expected};
use super::field::FieldRule;
use super::finding::FindingRule;
use super::grade::GradeRule;
use super::lower::Table;
use super::outcome::OutcomeRules;
use super::pattern::Pattern;
use super::person::PersonRule;
use super::section::SectionRule;
use super::verdict::VerdictRule;

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
        let family = root.required_table("family")?;
        let kind = family.required("kind").map(|text| text.value);
        let label = family.required("label").map(|text| text.value);
        let expects = expected::lower(&family, context);
        let expects_sections = context.sections(&family, "expects_sections");
        let recognise = Recognise::lower(&family, context);
        family.finish();
        let family = Self {
            pack: context.pack.to_owned(),
            kind: kind?,
            label: label?,
            expects,
            expects_sections,
            recognise,
            fields: lower_all(root, "field", |table| FieldRule::lower(table, context)),
            sections: lower_all(root, "section", |table| SectionRule::lower(table, context)),
            findings: lower_all(root, "finding", |table| FindingRule::lower(table, context)),
            verdicts: lower_all(root, "verdict", |table| VerdictRule::lower(table, context)),
            counts: lower_all(root, "count", |table| CountRule::lower(table, context)),
            grades: lower_all(root, "grade", |table| GradeRule::lower(table, context)),
            outcome: OutcomeRules::lower(root, context),
            events: lower_all(root, "event", |table| EventRule::lower(table, context)),
            deadlines: lower_all(root, "deadline", |table| DeadlineRule::lower(table, context)),
            people: lower_all(root, "person", |table| PersonRule::lower(table, context)),
        };
        let sections: Vec<&str> = family.sections.iter().map(|section| section.name.as_str()).collect();
        context.report_unknown_sections(root, &sections);
        Some(family)
    }
}

impl Recognise {
    fn lower(table: &Table<'_>, context: &Context<'_>) -> Self {
        let recognise = Self {
            id: context.id(table, "family"),
            title: context.required_patterns(table, "title"),
            title_rest: context.patterns(table, "title_rest"),
            no_area: context.patterns(table, "no_area"),
            within: table.number("within").map(|blocks| blocks as usize),
            requires: context.patterns(table, "requires"),
            excludes: context.patterns(table, "excludes"),
            begins: context.patterns(table, "begins"),
            follows: context.patterns(table, "follows"),
            ends: context.patterns(table, "ends"),
        };
        context.try_examples(table, |text| recognise.title.iter().any(|title| title.is_match(text)));
        recognise
    }
}

/// Lowers every `[[key]]` table; a faulty one is reported and left out.
pub fn lower_all<T>(root: &Table<'_>, key: &'static str, lower: impl Fn(&Table<'_>) -> Option<T>) -> Vec<T> {
    let mut rules = Vec::new();
    for table in root.tables(key) {
        rules.extend(lower(&table));
        table.finish();
    }
    rules
}
