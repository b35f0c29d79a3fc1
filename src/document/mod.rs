//! What a file says, once it has been read: the one type between reading and everything after it.
//!
//! A [`Document`] holds the canonical text of a file and the [`Block`]s that make it up: headings,
//! paragraphs, list items, and the same inside table cells. Rules work on blocks; quotations are ranges of
//! the text; [`Provenance`] says on which page a range stands, and in which boxes of it. Nothing here knows what a PDF is.
//!
//! Readers build documents with [`Builder`], which is the only way to make one, so the promises hold for
//! every format: blocks in reading order, one blank line between them, bullets written `• `, each block one
//! line, and every span inside the text.

mod block;
mod builder;
mod page_box;
mod provenance;

pub use block::{Block, BlockKind, Cell, Style};
pub use builder::{Builder, Draft, WordPlace};
pub use page_box::PageBox;
pub use provenance::Provenance;

use crate::text::Span;

/// A file's text and structure.
#[derive(Debug, Clone)]
pub struct Document {
    text: String,
    blocks: Vec<Block>,
    provenance: Provenance,
    media_type: MediaType,
}

/// What kind of file a document was read from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MediaType {
    Pdf,
    PlainText,
    Html,
    Docx,
}

impl MediaType {
    /// The registered media type, as `source.media_type` has it.
    pub fn name(self) -> &'static str {
        match self {
            MediaType::Pdf => "application/pdf",
            MediaType::PlainText => "text/plain",
            MediaType::Html => "text/html",
            MediaType::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        }
    }
}

impl Document {
    /// The canonical text: what a careful person would type out.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The blocks in reading order.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    pub fn provenance(&self) -> &Provenance {
        &self.provenance
    }

    pub fn media_type(&self) -> MediaType {
        self.media_type
    }

    /// The words of a range of the text.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }
}
