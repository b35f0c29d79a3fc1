//! Sets a letter, written in a plain markup, as a PDF tagged the way Word tags one.
//!
//! A source walks through these files once: `markup` reads it, `flow` breaks its blocks to lines, `layout`
//! and `table` put the lines on pages and note in `tags` what each belongs to, `pdf` writes the file.
//! The same source always gives the same bytes: no clock, no random identifiers.

mod column;
mod encoding;
mod flow;
mod layout;
pub mod markup;
mod metrics;
mod page;
mod pdf;
mod settings;
mod table;
mod tags;

use std::fmt;

/// How to write the PDF, apart from what the source says.
#[derive(Debug, Clone, Copy)]
pub struct Options {
    /// Without tags, a page is only words at places: what older letters and scanned ones are.
    pub tagged: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { tagged: true }
    }
}

/// What is wrong with a source, and in which line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarkupError {
    pub line: usize,
    pub message: String,
}

impl fmt::Display for MarkupError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "line {}: {}", self.line, self.message)
    }
}

impl std::error::Error for MarkupError {}

/// A source to the bytes of its PDF. `corpus/README.md` describes the markup.
pub fn typeset(source: &str, options: &Options) -> Result<Vec<u8>, MarkupError> {
    let letter = markup::read(source)?;
    let laid = layout::lay_out(&letter, options);
    Ok(pdf::write(&letter.settings, &laid, options))
}
