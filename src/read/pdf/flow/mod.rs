//! What stands on the pages as a flow of pieces and tables, and the steps that turn it into blocks.
//!
//! The flow comes from the structure tree ([`gather`]) or from positions ([`super::layout`]). Then tables
//! that are layout are dissolved ([`dissolve`]), page ends are undone ([`rows`], [`join`]), headings are told from text ([`headings`]), and [`finish`] mends
//! hyphens and gives the drafts of a document.

mod bullets;
mod dissolve;
mod finish;
mod gather;
mod headings;
mod hyphen;
mod join;
mod labels;
mod missing;
mod named;
mod piece;
mod raised;
mod rows;
mod table;

pub use bullets::{bullet as bullet_length, is_bulleted, is_numbered};
pub use finish::drafts;
pub use gather::{Gathered, gather};
pub use piece::Piece;
pub use raised::is_raised;

use crate::read::flow;
pub use flow::Kind;

pub type Flow = flow::Flow<Piece>;
pub type Table = flow::Table<Piece>;
pub type Row = flow::Row<Piece>;
pub type TableCell = flow::TableCell<Piece>;

impl Flow {
    /// The first and last page that this stands on; `None` for a table without text.
    pub fn pages(&self) -> Option<(u32, u32)> {
        match self {
            Flow::Piece(piece) => Some((piece.first_page(), piece.last_page())),
            Flow::Table(table) => table.pages(),
        }
    }
}
