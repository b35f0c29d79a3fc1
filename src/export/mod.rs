//! Everything held, as files for other programs. Each format gives bytes, and [`write()`] alone writes them.
//!
//! [`Held`] is what an export is made from, and [`export()`] makes the files of one [`Form`]. [`tables::all`] makes the
//! [`table::Table`]s, from which every form but [`jsonl`], which has the letter records as they are, is written; so are
//! the [`descriptor`] and the [`dictionary`]. A [`manifest`] tells of each export what it was made from.

mod about;
pub mod annotations;
pub mod csv;
pub mod descriptor;
pub mod dictionary;
mod form;
mod held;
pub mod jsonl;
pub mod manifest;
pub mod matrix;
pub mod parquet;
pub mod sqlite;
pub mod table;
pub mod tables;
mod write;
pub mod xlsx;

pub use form::{Export, ExportError, Form, export};
pub use held::{AreaHeld, Held};
pub use write::{write, write_file};

/// One file of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    pub name: String,
    pub bytes: Vec<u8>,
    /// How many records it holds, a header row being none; `None` where it tells of other files.
    pub rows: Option<usize>,
}
