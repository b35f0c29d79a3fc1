//! Everything held, as files for other programs. Each format gives bytes, and [`write()`] alone writes them.
//!
//! [`Held`] is what an export is made from, and [`tables::all`] makes its [`table::Table`]s, which each format
//! of tables writes. [`jsonl`] has the letter records as they are.

pub mod annotations;
pub mod csv;
mod held;
pub mod jsonl;
pub mod matrix;
pub mod table;
pub mod tables;
mod write;

pub use held::{AreaHeld, Held};
pub use write::{write, write_file};

/// One file of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    pub name: String,
    pub bytes: Vec<u8>,
    /// How many records it holds; a header row is none.
    pub rows: usize,
}
