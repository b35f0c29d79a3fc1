//! A file that has been ingested, read once more.

use std::path::Path;

use super::one;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::read::{Limits, Options};
use crate::record::{Quote, Source};
use crate::text::{CodePoints, Span};

/// A file as it was when its letters were found.
#[derive(Debug)]
pub struct Again {
    pub bytes: Vec<u8>,
    pub document: Document,
}

/// Reads the file of a source again, from its path, by OCR where that was so.
///
/// # Errors
/// When the file is missing, is not the one that was ingested, or cannot be read.
pub fn read_again(source: &Source, limits: &Limits) -> Result<Again, Box<Diagnostic>> {
    let path = Path::new(&source.path);
    let bytes = bytes_again(source, limits)?;
    let options = if source.ocr_pages > 0 { Options::with_ocr() } else { Options::default() };
    let options = Options { limits: *limits, ..options };
    let reading = one::read_in_file(path, &bytes, &options)?;
    Ok(Again { bytes, document: reading.document })
}

/// The bytes of a source's file, at its path.
///
/// # Errors
/// When the file is missing, or is not the one that was ingested.
pub fn bytes_again(source: &Source, limits: &Limits) -> Result<Vec<u8>, Box<Diagnostic>> {
    let path = Path::new(&source.path);
    let bytes = one::bytes(path, limits).map_err(|fault| match path.exists() {
        true => fault,
        false => Box::new(fault.help(where_it_was(path))),
    })?;
    if one::hash(&bytes) == source.sha256 {
        return Ok(bytes);
    }
    let changed = "the file has changed since it was ingested; its pages may say something else";
    Err(Box::new(Diagnostic::error("source-changed", changed).in_file(path).help("ingest it again")))
}

/// What to do about a file that is not where it was.
fn where_it_was(path: &Path) -> &'static str {
    match path.is_absolute() {
        true => "put it back where it was, or ingest it from where it is now",
        false => {
            "the path counts from the folder in which it was ingested: go there, put it back where it was, or ingest \
             it from where it is now"
        }
    }
}

impl Again {
    /// Where a quotation stands in the document; `None` where this version reads the file in another way than the
    /// one that found the quotation.
    pub fn find(&self, quote: &Quote) -> Option<Span> {
        let text = self.document.text();
        let points = CodePoints::new(text);
        let span = Span::new(points.byte(quote.span.start), points.byte(quote.span.end));
        (text.get(span.start..span.end) == Some(quote.quote.as_str())).then_some(span)
    }
}
