use super::context::Context;
use super::family::lower_all;
use super::form::{Key, Names, PATTERNS, TableForm, Value, Variants, patterns};
use super::lower::Table;
use super::names::FindingKind;
use super::pattern::Pattern;
use super::scope::{Blocks, Scope};
use super::vocabulary::{EvidenceRole, Judgement};

/// How findings of one kind are written.
#[derive(Debug, Clone)]
pub struct FindingRule {
    pub id: String,
    pub kind: FindingKind,
    /// The judgement of a finding that no verdict judges; unknown where absent.
    pub judgement: Option<Judgement>,
    /// The section they stand in, and the blocks that open them.
    pub scope: Scope,
    /// Tried only where no rule above it found a finding of its kind.
    pub only_if_none: bool,
    pub shape: Shape,
}

#[derive(Debug, Clone)]
pub enum Shape {
    List(ListShape),
    Table(TableShape),
    Group(GroupShape),
    Sentence(SentenceShape),
}

/// A sentence that opens a list, and each item a finding.
#[derive(Debug, Clone)]
pub struct ListShape {
    pub opens: Vec<Pattern>,
    /// The first block after the list, where it is not a bullet all the same.
    pub ends: Vec<Pattern>,
}

/// A table, and each row a finding.
#[derive(Debug, Clone)]
pub struct TableShape {
    /// The table's cells from left to right.
    pub columns: Vec<Column>,
    /// Cells of a header row.
    pub header: Vec<Pattern>,
    /// How an item opens where the section holds paragraphs and no table.
    pub items: Vec<Pattern>,
    /// A responsible body, where it stands in one paragraph with its item, or in one above it.
    pub body: Vec<Pattern>,
    /// An item with the words of another cell before it. Its group `statement` is the item.
    pub behind_body: Vec<Pattern>,
    /// Blocks after the table that still stand in its section.
    pub ends: Vec<Pattern>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    ResponsibleBody,
    Statement,
}

impl Column {
    const ALL: &'static [Column] = &[Column::ResponsibleBody, Column::Statement];
    const NAMES: &'static [&'static str] = &["responsible_body", "statement"];

    fn name(self) -> &'static str {
        match self {
            Column::ResponsibleBody => "responsible_body",
            Column::Statement => "statement",
        }
    }
}

/// A block that names a finding, and the blocks about it that follow.
#[derive(Debug, Clone)]
pub struct GroupShape {
    /// The block that opens a group. Its group `statement` is the statement; where it has none, the
    /// statement is the blocks that follow, up to the first evidence. The group `number` numbers it.
    pub opens: Vec<Pattern>,
    /// Where no block of the section opens a group: the blocks next to the verdicts do.
    pub by_verdict: bool,
    /// The first block after the last group.
    pub ends: Vec<Pattern>,
    pub evidence: Vec<EvidenceRule>,
}

/// Which blocks of a group are evidence.
#[derive(Debug, Clone)]
pub struct EvidenceRule {
    pub id: String,
    pub role: EvidenceRole,
    /// What the block is that opens it.
    pub blocks: Blocks,
    /// The block after which they stand; straight after the statement where empty.
    pub opens: Vec<Pattern>,
}

/// A sentence that lists findings in its own clauses.
#[derive(Debug, Clone)]
pub struct SentenceShape {
    /// Its group `list` is the list.
    pub pattern: Vec<Pattern>,
    /// How an item opens: tells the "and" before the last item from one inside an item.
    pub items: Vec<Pattern>,
    /// Passages that hold commas or an "and" and are one thing, such as "education, health and care".
    pub keep: Vec<Pattern>,
}

impl FindingRule {
    pub fn lower(table: &Table<'_>, context: &Context<'_>) -> Option<Self> {
        let kind = table.declared("kind", context.vocabulary);
        let judgement = table.named("judgement", Judgement::ALL, Judgement::name);
        let scope = Scope::lower(table, context);
        let only_if_none = table.flag("only_if_none");
        let id = context.id(table, kind.as_deref().unwrap_or("finding"));
        let shape = Shape::lower(table, context, &id);
        Some(Self { id, kind: FindingKind::new(&kind?), judgement, scope, only_if_none, shape: shape? })
    }
}

#[derive(Clone, Copy)]
enum ShapeName {
    List,
    Table,
    Group,
    Sentence,
}

impl ShapeName {
    const ALL: &'static [ShapeName] =
        &[ShapeName::List, ShapeName::Table, ShapeName::Group, ShapeName::Sentence];
    const NAMES: &'static [&'static str] = &["list", "table", "group", "sentence"];

    fn name(self) -> &'static str {
        match self {
            ShapeName::List => "list",
            ShapeName::Table => "table",
            ShapeName::Group => "group",
            ShapeName::Sentence => "sentence",
        }
    }
}

impl Shape {
    fn lower(table: &Table<'_>, context: &Context<'_>, id: &str) -> Option<Self> {
        Some(match table.named("shape", ShapeName::ALL, ShapeName::name)? {
            ShapeName::List => Shape::List(ListShape::lower(table, context)),
            ShapeName::Table => Shape::Table(TableShape::lower(table, context)),
            ShapeName::Group => Shape::Group(GroupShape::lower(table, context, id)),
            ShapeName::Sentence => Shape::Sentence(SentenceShape::lower(table, context)),
        })
    }
}

impl ListShape {
    fn lower(table: &Table<'_>, context: &Context<'_>) -> Self {
        let shape = Self { opens: context.patterns(table, "opens"), ends: context.patterns(table, "ends") };
        context.try_patterns(table, &shape.opens);
        shape
    }
}

impl TableShape {
    fn lower(table: &Table<'_>, context: &Context<'_>) -> Self {
        let columns = table.all_named("columns", Column::ALL, Column::name);
        let shape = Self {
            columns: if columns.is_empty() { vec![Column::Statement] } else { columns },
            header: context.patterns(table, "header"),
            items: context.patterns(table, "items"),
            body: context.patterns(table, "body"),
            behind_body: context.patterns(table, "behind_body"),
            ends: context.patterns(table, "ends"),
        };
        context.try_patterns(table, &shape.items);
        shape
    }
}

impl GroupShape {
    /// `id` is the finding's.
    fn lower(table: &Table<'_>, context: &Context<'_>, id: &str) -> Self {
        let finding = id.rsplit('#').next().unwrap_or(id);
        let shape = Self {
            opens: context.patterns(table, "opens"),
            by_verdict: table.flag("by_verdict"),
            ends: context.patterns(table, "ends"),
            evidence: lower_all(table, "evidence", |inner| EvidenceRule::lower(inner, context, finding)),
        };
        context.try_patterns(table, &shape.opens);
        shape
    }
}

impl EvidenceRule {
    fn lower(table: &Table<'_>, context: &Context<'_>, finding: &str) -> Option<Self> {
        let role = table.named("role", EvidenceRole::ALL, EvidenceRole::name);
        let id = context.id(table, &format!("{finding}/{}", role.map_or("evidence", EvidenceRole::name)));
        let (blocks, opens) = (Blocks::lower(table), context.patterns(table, "opens"));
        Some(Self { id, role: role?, blocks, opens })
    }
}

impl SentenceShape {
    fn lower(table: &Table<'_>, context: &Context<'_>) -> Self {
        let shape = Self {
            pattern: context.patterns(table, "pattern"),
            items: context.patterns(table, "items"),
            keep: context.patterns(table, "keep"),
        };
        context.try_patterns(table, &shape.pattern);
        shape
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "[[finding]]",
    about: "How findings of one kind are written.",
    keys: &[
        Key::required("kind", Value::Name(Names::FindingKind), "what they are called"),
        Key::rule_name(),
        Key::section(),
        Key::block(),
        Key::level(),
        Key::bold(),
        Key::required("shape", Value::OneOf(ShapeName::NAMES), "how they are written"),
        Key::optional(
            "judgement",
            Value::OneOf(Judgement::NAMES),
            "the judgement of one that no verdict judges; unknown where absent",
        ),
        Key::optional(
            "only_if_none",
            Value::Flag,
            "`true` where it is tried only if no rule above found any of its kind",
        ),
        Key::matches(),
        Key::rejects(),
    ],
    variants: Some(Variants {
        key: "shape",
        forms: &[("list", LIST), ("table", TABLE), ("group", GROUP), ("sentence", SENTENCE)],
    }),
};

/// A sentence that opens a list, and each item a finding.
const LIST: &[Key] = &[
    Key::required("opens", PATTERNS, "the sentence, or heading, that opens the list"),
    Key::optional("ends", PATTERNS, "the first block after the list, where it is not a bullet all the same"),
];

/// A table, and each row a finding; or paragraphs, where there is no table.
const TABLE: &[Key] = &[
    Key::optional(
        "columns",
        Value::SomeOf(Column::NAMES),
        "the cells from left to right; `statement` alone where absent",
    ),
    Key::optional("header", PATTERNS, "cells of a header row"),
    Key::optional("items", PATTERNS, "how an item opens, where the section holds paragraphs"),
    Key::optional("body", PATTERNS, "a responsible body, where paragraphs hold it"),
    Key::optional(
        "behind_body",
        patterns(&["statement"]),
        "an item with the words of another cell before it; its group `statement` is the item",
    ),
    Key::optional("ends", PATTERNS, "blocks after the table that still stand in its section"),
];

/// A block that names a finding, and the blocks about it.
const GROUP: &[Key] = &[
    Key::required(
        "opens",
        patterns(&["statement", "number"]),
        "the block that opens a group, in the order in which the patterns are trusted",
    ),
    Key::optional(
        "by_verdict",
        Value::Flag,
        "`true` where, if no block opens a group, the blocks next to verdicts do",
    ),
    Key::optional("ends", PATTERNS, "the first block after the last group"),
    Key::optional("evidence", Value::Tables(&EVIDENCE), "which blocks of a group are evidence"),
];

/// A sentence that lists findings in its clauses.
const SENTENCE: &[Key] = &[
    Key::required("pattern", patterns(&["list"]), "the sentence, with the group `list`"),
    Key::optional("items", PATTERNS, "how an item opens"),
    Key::optional("keep", PATTERNS, "what is one thing though it holds a comma or \"and\""),
];

const EVIDENCE: TableForm = TableForm {
    title: "[[finding.evidence]]",
    about: "Which blocks of a group are evidence.",
    keys: &[
        Key::required("role", Value::OneOf(EvidenceRole::NAMES), "whose words they are"),
        Key::rule_name(),
        Key::block(),
        Key::level(),
        Key::bold(),
        Key::optional(
            "opens",
            PATTERNS,
            "the block after which they stand; straight after the statement where absent",
        ),
    ],
    variants: None,
};
