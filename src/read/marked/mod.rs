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
mod table;
pub mod tree;
mod writer;

pub use finish::document;
pub use piece::{Flow, Kind, Piece};
pub use table::{Row, Table, TableCell};
pub use writer::{Look, Writer};
