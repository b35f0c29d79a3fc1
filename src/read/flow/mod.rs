//! What every format that has tables makes first: a flow of pieces and tables in reading order, with what the
//! formats share of telling data from layout. A piece is the format's own, since each knows other things of its type.

mod layout;
mod table;

pub use layout::{PROSE_BYTES, names_findings};
pub use table::{Row, Table, TableCell};

use crate::document::BlockKind;

/// What a file holds, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub enum Flow<P> {
    Piece(P),
    Table(Table<P>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Level 1 is the largest.
    Heading(u8),
    #[default]
    Paragraph,
    /// Level 1 is the outermost.
    Item(u8),
}

impl Kind {
    pub fn of_block(self) -> BlockKind {
        match self {
            Kind::Heading(level) => BlockKind::Heading { level },
            Kind::Paragraph => BlockKind::Paragraph,
            Kind::Item(level) => BlockKind::ListItem { level },
        }
    }
}

/// A paragraph, a heading or a list item, as tables ask for it.
pub trait Block {
    fn kind(&self) -> Kind;

    /// The words without their bullet.
    fn text(&self) -> &str;

    /// All of it is bold.
    fn is_bold(&self) -> bool;

    /// Set in type larger than that of running text, which is `body_size` points, as far as the file says so.
    fn is_larger(&self, body_size: Option<f32>) -> bool;

    /// Whether it may go on the line that `label` ends on.
    fn is_beside(&self, label: &Self) -> bool;

    /// Puts another's words after its own.
    fn append(&mut self, other: Self);

    /// A heading by its mark, or by type larger than that of running text.
    fn is_section_heading(&self, body_size: Option<f32>) -> bool {
        matches!(self.kind(), Kind::Heading(_))
            || (self.kind() == Kind::Paragraph && self.is_larger(body_size))
    }

    /// The label of what stands after it.
    fn is_label(&self) -> bool {
        self.text().trim_end().ends_with(':')
    }
}
