use crate::text::Span;

/// One paragraph's worth of text: the unit that rules match.
#[derive(Debug, Clone, PartialEq)]
pub struct Block {
    pub kind: BlockKind,
    /// The block's words, without its bullet.
    pub span: Span,
    /// Set where the block stands in a table that is one, and not layout.
    pub cell: Option<Cell>,
    pub style: Style,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading, by its tag or by size and weight. Level 1 is the largest.
    Heading {
        level: u8,
    },
    Paragraph,
    /// A list item; level 1 is the outermost list, or the outermost list of a table cell.
    ListItem {
        level: u8,
    },
}

/// A place in a table. Rows and columns count from 0; tables count from 0 through the document.
///
/// A row that a page end cut is one row here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cell {
    pub table: u32,
    pub row: u32,
    pub column: u32,
    /// The cell is tagged or drawn as a header.
    pub header: bool,
}

/// How most of a block's characters are set.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Style {
    pub bold: bool,
    /// Font size in points; `None` where the format has none.
    pub size: Option<f32>,
}

impl Block {
    pub fn is_list_item(&self) -> bool {
        matches!(self.kind, BlockKind::ListItem { .. })
    }

    pub fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading { .. })
    }
}
