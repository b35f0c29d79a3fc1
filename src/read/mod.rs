//! Files to [`Document`]s, one module a format.
//!
//! [`read`] looks at a file's first bytes, not at its name, to tell what it is. A part that cannot be read
//! is reported in [`Reading::warnings`] and the rest goes on; a file with nothing to give is a
//! [`ReadError`], which says what is wrong and what to do.

mod clock;
mod docx;
mod error;
mod flow;
#[doc(hidden)]
pub mod fuzzing;
mod html;
mod limits;
mod marked;
mod ocr;
mod pdf;
mod plain;
mod sniff;

pub use error::ReadError;
pub use limits::{Exceeded, Limit, Limits};
pub use ocr::Tesseract;

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use clock::Clock;
use sniff::Format;

/// A document, and what was doubtful about reading it.
#[derive(Debug)]
pub struct Reading {
    pub document: Document,
    pub warnings: Vec<Diagnostic>,
}

/// How a file is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// What reads the pages of a PDF that hold no text; without it they are left out.
    pub ocr: Option<Tesseract>,
    /// What it may cost.
    pub limits: Limits,
}

impl Options {
    /// With OCR, by the Tesseract of this computer.
    pub fn with_ocr() -> Self {
        Self { ocr: Some(Tesseract::from_environment()), ..Self::default() }
    }
}

/// Reads the bytes of a file.
///
/// # Errors
/// When the bytes hold no text that can be read within the limits: see [`ReadError`] for the ways.
pub fn read(bytes: &[u8], options: &Options) -> Result<Reading, ReadError> {
    let limits = &options.limits;
    if bytes.len() > limits.size(Limit::FileBytes) {
        return Err(ReadError::OverLimit("file", limits.exceeded(Limit::FileBytes)));
    }
    match sniff::format(bytes)? {
        Format::Pdf => pdf::read(bytes, options),
        Format::PlainText => plain::read(bytes, limits),
        Format::Html => html::read(bytes, limits),
        Format::Zip => docx::read(bytes, limits),
    }
}
