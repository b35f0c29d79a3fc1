//! Which blocks of a letter a rule looks at: where they stand, what they are, and how they are set.

use super::context::Context;
use super::lower::Table;
use super::vocabulary::BlockName;
use crate::document::{Block, BlockKind};

/// The blocks on which a rule's patterns are tried.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scope {
    /// The section that they stand in; anywhere in the letter where absent.
    pub section: Option<String>,
    pub blocks: Blocks,
}

/// Blocks by what they are and how they are set, wherever they stand.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Blocks {
    /// Any where empty.
    names: Vec<BlockName>,
    /// The levels of headings and list items, which alone have one; any where empty.
    levels: Vec<u8>,
    /// Either where absent.
    bold: Option<bool>,
}

impl Scope {
    pub(super) fn lower(table: &Table<'_>, context: &Context<'_>) -> Self {
        Self { section: context.section(table), blocks: Blocks::lower(table) }
    }

    /// Whether every block of another scope is in this one too.
    pub(super) fn cover(&self, other: &Self) -> bool {
        (self.section.is_none() || self.section == other.section) && self.blocks.cover(&other.blocks)
    }
}

impl Blocks {
    pub(super) fn lower(table: &Table<'_>) -> Self {
        let blocks = Self {
            names: table.all_named("block", BlockName::ALL, BlockName::name),
            levels: table.levels("level"),
            bold: table.given_flag("bold"),
        };
        if !blocks.levels.is_empty()
            && !blocks.names.is_empty()
            && !blocks.names.iter().any(|it| it.has_level())
        {
            let message = "`level` is of headings and list items, and `block` names neither";
            let fault = table.fault("rule-value", message, table.span_of("level"));
            table
                .faults()
                .push(fault.help("leave `level` out, or add \"heading\" or \"list_item\" to `block`"));
        }
        blocks
    }

    /// Whether a block is one of them.
    pub fn take(&self, block: &Block) -> bool {
        self.refusal(block).is_none()
    }

    /// Why a block is none of them: "It is a paragraph, and the rule takes list items only."
    pub fn refusal(&self, block: &Block) -> Option<String> {
        if !self.names.is_empty() && !self.names.iter().any(|name| name.is_of(block)) {
            let names: Vec<&str> = self.names.iter().map(|name| name.many()).collect();
            return Some(format!("It is {}, and the rule takes {} only.", described(block), listed(&names)));
        }
        let level = level(block);
        if !self.levels.is_empty() && !level.is_some_and(|level| self.levels.contains(&level)) {
            let levels: Vec<String> = self.levels.iter().map(u8::to_string).collect();
            let levels = listed(&levels.iter().map(String::as_str).collect::<Vec<_>>());
            let is = level.map_or_else(
                || format!("It is {}, which has no level", described(block)),
                |level| format!("It is {} of level {level}", described(block)),
            );
            return Some(format!("{is}, and the rule takes level {levels} only."));
        }
        match self.bold {
            Some(true) if !block.style.bold => {
                Some("Not all of it is in bold type, and the rule takes only what is.".to_owned())
            }
            Some(false) if block.style.bold => {
                Some("It is in bold type, and the rule takes only what is not.".to_owned())
            }
            _ => None,
        }
    }

    /// Whether these take every block that `other` take.
    pub(super) fn cover(&self, other: &Self) -> bool {
        fn within<T: PartialEq>(wide: &[T], narrow: &[T]) -> bool {
            wide.is_empty() || (!narrow.is_empty() && narrow.iter().all(|it| wide.contains(it)))
        }
        within(&self.names, &other.names)
            && within(&self.levels, &other.levels)
            && (self.bold.is_none() || self.bold == other.bold)
    }
}

impl BlockName {
    /// What a block in a table holds does not count: it is a cell, and no heading, paragraph or list item.
    fn is_of(self, block: &Block) -> bool {
        match (self, block.cell) {
            (BlockName::Cell, cell) => cell.is_some(),
            (BlockName::HeaderCell, cell) => cell.is_some_and(|cell| cell.header),
            (_, Some(_)) => false,
            (BlockName::Heading, None) => block.is_heading(),
            (BlockName::Paragraph, None) => block.kind == BlockKind::Paragraph,
            (BlockName::ListItem, None) => block.is_list_item(),
        }
    }

    fn has_level(self) -> bool {
        // A cell may hold a heading or a list.
        self != BlockName::Paragraph
    }

    fn many(self) -> &'static str {
        match self {
            BlockName::Heading => "headings",
            BlockName::Paragraph => "paragraphs",
            BlockName::ListItem => "list items",
            BlockName::Cell => "what stands in tables",
            BlockName::HeaderCell => "headers of tables",
        }
    }
}

/// "a heading", "a list item in a table".
pub fn described(block: &Block) -> &'static str {
    match (block.kind, block.cell.is_some()) {
        (BlockKind::Heading { .. }, false) => "a heading",
        (BlockKind::Paragraph, false) => "a paragraph",
        (BlockKind::ListItem { .. }, false) => "a list item",
        (BlockKind::Heading { .. }, true) => "a heading in a table",
        (BlockKind::Paragraph, true) => "a paragraph in a table",
        (BlockKind::ListItem { .. }, true) => "a list item in a table",
    }
}

fn level(block: &Block) -> Option<u8> {
    match block.kind {
        BlockKind::Heading { level } | BlockKind::ListItem { level } => Some(level),
        BlockKind::Paragraph => None,
    }
}

/// "headings and list items".
fn listed(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Cell, Style};
    use crate::text::Span;

    fn block(kind: BlockKind, header: Option<bool>) -> Block {
        let cell = header.map(|header| Cell { table: 0, row: 0, column: 0, header });
        Block { kind, span: Span::new(0, 1), cell, style: Style::default() }
    }

    fn named(names: &[BlockName]) -> Blocks {
        Blocks { names: names.to_vec(), ..Blocks::default() }
    }

    #[test]
    fn a_block_is_taken_for_what_it_is() {
        let paragraph = block(BlockKind::Paragraph, None);
        let item = block(BlockKind::ListItem { level: 1 }, None);
        let in_table = block(BlockKind::Paragraph, Some(false));
        let header = block(BlockKind::Paragraph, Some(true));
        let takes = |names: &[BlockName]| {
            [&paragraph, &item, &in_table, &header].map(|block| named(names).take(block))
        };
        assert_eq!(takes(&[]), [true; 4]);
        assert_eq!(takes(&[BlockName::Paragraph]), [true, false, false, false]);
        assert_eq!(takes(&[BlockName::ListItem, BlockName::HeaderCell]), [false, true, false, true]);
        assert_eq!(takes(&[BlockName::Cell]), [false, false, true, true]);
    }

    #[test]
    fn a_level_is_of_headings_and_list_items() {
        let second = Blocks { levels: vec![2], ..Blocks::default() };
        assert!(second.take(&block(BlockKind::Heading { level: 2 }, None)));
        assert!(second.take(&block(BlockKind::ListItem { level: 2 }, None)));
        assert!(!second.take(&block(BlockKind::Heading { level: 1 }, None)));
        assert!(!second.take(&block(BlockKind::Paragraph, None)));
    }

    #[test]
    fn what_is_refused_is_told_why() {
        let items = named(&[BlockName::Heading, BlockName::ListItem]);
        let refusal = items.refusal(&block(BlockKind::Paragraph, None));
        assert_eq!(
            refusal.as_deref(),
            Some("It is a paragraph, and the rule takes headings and list items only.")
        );
        let first = Blocks { levels: vec![1], ..Blocks::default() };
        let refusal = first.refusal(&block(BlockKind::ListItem { level: 2 }, None));
        assert_eq!(
            refusal.as_deref(),
            Some("It is a list item of level 2, and the rule takes level 1 only.")
        );
        let bold = Blocks { bold: Some(true), ..Blocks::default() };
        assert!(bold.refusal(&block(BlockKind::Paragraph, None)).is_some());
    }

    #[test]
    fn a_narrower_rule_above_does_not_cover_a_wider_one() {
        let (any, items) = (Blocks::default(), named(&[BlockName::ListItem]));
        assert!(any.cover(&items) && items.cover(&items));
        assert!(!items.cover(&any) && !items.cover(&named(&[BlockName::Heading])));
    }
}
