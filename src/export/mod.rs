//! Everything held, as files for other programs. Each format gives bytes, and [`write()`] alone writes them.

pub mod csv;
pub mod jsonl;
mod write;

pub use write::{write, write_file};

/// One file of an export.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportFile {
    pub name: &'static str,
    pub bytes: Vec<u8>,
    /// How many records it holds; a header row is none.
    pub rows: usize,
}
