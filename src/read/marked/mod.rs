//! What web pages and Word files share: both mark their structure, and both are read in the same steps.
//!
//! The file becomes a [`tree`] of elements. The reader of the format walks it and hands words, line breaks
//! and blocks to a [`writer`], which gives a flow of pieces and tables. [`layout`] dissolves the tables that
//! only place things on the page, [`nest`] gives typed list items their level, [`headings`] tells headings
//! that are only set as such, and [`finish`] makes the drafts of a document. [`limits`] holds every bound on
//! what a file may cost.

mod finish;
mod headings;
mod layout;
pub mod limits;
mod nest;
pub mod number;
mod piece;
pub mod tree;
mod writer;

pub use finish::document;
pub use piece::Piece;
pub use writer::{Look, Writer};

use crate::read::flow;
pub use flow::Kind;

pub type Flow = flow::Flow<Piece>;
pub type Table = flow::Table<Piece>;
pub type Row = flow::Row<Piece>;
pub type TableCell = flow::TableCell<Piece>;

/// Adds the empty cells that the last of `cells` covers, which is `columns` wide.
pub fn widen(cells: &mut Vec<TableCell>, columns: usize) {
    let room = limits::COLUMNS.saturating_sub(cells.len());
    cells.extend((1..columns).take(room).map(|_| TableCell::covered()));
}
