use super::context::Context;
use super::family::lower_all;
use super::form::{Key, PATTERNS, TableForm, Value};
use super::lower::Table;
use super::pattern::Pattern;
use super::scope::Blocks;
use super::vocabulary::Polarity;

/// A section of a letter: from a block that matches its heading to the next section's.
#[derive(Debug, Clone)]
pub struct SectionRule {
    pub id: String,
    pub name: String,
    pub heading: Vec<Pattern>,
    /// What its heading is.
    pub blocks: Blocks,
    /// The section that it is a part of: its heading counts nowhere else, and there before others.
    pub inside: Option<String>,
    /// What its bullets say of the area, until a part's heading says otherwise.
    pub polarity: Option<Polarity>,
    /// Headings inside the section, such as "Strengths".
    pub parts: Vec<SectionPart>,
    /// Its bullets are observations, but for those that are findings or evidence.
    pub observations: bool,
    /// Every block in it must be claimed by a rule; what is not is reported.
    pub complete: bool,
}

#[derive(Debug, Clone)]
pub struct SectionPart {
    pub heading: Vec<Pattern>,
    /// What its heading is.
    pub blocks: Blocks,
    pub polarity: Polarity,
}

impl SectionRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let rule = Self {
            id: context.id(table, "section"),
            name: table.text("name")?.value,
            heading: context.patterns(table, "heading"),
            blocks: Blocks::lower(table),
            inside: context.section_in(table, "inside"),
            polarity: table.named("polarity", Polarity::ALL, Polarity::name),
            parts: lower_all(table, "part", |part| SectionPart::lower(part, context)),
            observations: table.flag("observations"),
            complete: table.flag("complete"),
        };
        context.try_patterns(table, &rule.heading);
        Some(rule)
    }
}

impl SectionPart {
    fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let (heading, blocks) = (context.patterns(table, "heading"), Blocks::lower(table));
        Some(Self { heading, blocks, polarity: table.named("polarity", Polarity::ALL, Polarity::name)? })
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "[[section]]",
    about: "A section of a letter: from a block that matches its heading to the next section's.",
    keys: &[
        Key::required("name", Value::Text, "what rules that stand in it call it"),
        Key::required("heading", PATTERNS, "the block that opens it"),
        Key::block(),
        Key::level(),
        Key::bold(),
        Key::optional(
            "inside",
            Value::Text,
            "the section that it is a part of: its heading counts nowhere else, and there before others",
        ),
        Key::optional("polarity", Value::OneOf(Polarity::NAMES), "what its bullets say of the area"),
        Key::optional("part", Value::Tables(&PART), "headings inside it"),
        Key::optional(
            "observations",
            Value::Flag,
            "`true` where its bullets are observations, but for findings and evidence",
        ),
        Key::optional("complete", Value::Flag, "`true` where a passage that no rule takes is reported"),
        Key::matches(),
        Key::rejects(),
    ],
    variants: None,
};

const PART: TableForm = TableForm {
    title: "[[section.part]]",
    about: "A heading inside a section.",
    keys: &[
        Key::required("heading", PATTERNS, "the heading"),
        Key::block(),
        Key::level(),
        Key::bold(),
        Key::required("polarity", Value::OneOf(Polarity::NAMES), "what the bullets under it say of the area"),
    ],
    variants: None,
};
