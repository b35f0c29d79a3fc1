//! Word files, read over `zip` and `quick-xml`.
//!
//! [`package`] finds the parts of the file and inflates them within bounds, [`xml`] reads one to a tree.
//! [`styles`] and [`numbering`] say what a paragraph's style and list make of it ([`paragraph`] brings that
//! together), [`pages`] where pages begin. [`walk`] goes through the text with [`table`]. Tracked insertions
//! are read and deletions are not; headers, footers, notes and comments stand in parts that are not opened.
//! From there on Word files and web pages go the same way: [`super::marked`].

mod numbering;
mod package;
mod pages;
mod paragraph;
mod styles;
mod table;
mod walk;
mod xml;

use std::panic::catch_unwind;

use super::marked;
use super::{Clock, Limit, Limits, ReadError, Reading};
use crate::diagnostic::Diagnostic;
use crate::document::MediaType;
use numbering::Numbering;
use package::Package;
use styles::Styles;

/// Reads a Word file.
///
/// # Errors
/// When the zip is no Word file, is damaged beyond reading, is over a limit, or holds no text.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Reading, ReadError> {
    // The zip's directory may say anything; a panic over it must not take the reading of other files down.
    let reading = catch_unwind(|| read_file(bytes, limits));
    reading.unwrap_or(Err(ReadError::DamagedWord("its zip makes no sense")))
}

fn read_file(bytes: &[u8], limits: &Limits) -> Result<Reading, ReadError> {
    let clock = Clock::start(limits.time());
    let mut package = Package::open(bytes, limits)?;
    let text = xml::parse(&package.document()?, limits)?;
    // A letter can be read without its styles and numbers, if not as well.
    let (styles, styles_are_whole) = side_part(&mut package, "styles", limits);
    let (numbers, numbers_are_whole) = side_part(&mut package, "numbering", limits);
    let styles = Styles::of(&styles);
    let numbering = Numbering::of(&numbers, &styles);
    let (flow, pages) = walk::flow(&text.root, &styles, numbering, &clock);
    if clock.is_over() {
        return Err(ReadError::OverLimit("Word file", limits.exceeded(Limit::Seconds)));
    }
    let document = marked::document(flow, MediaType::Docx, pages);
    let too_deep = limits.exceeded(Limit::Nesting);
    match (document.text().is_empty(), text.is_whole) {
        (true, _) if text.is_too_deep => return Err(ReadError::OverLimit("Word file", too_deep)),
        (true, true) => return Err(ReadError::NoText("Word file")),
        (true, false) => return Err(ReadError::DamagedWord("its text is no XML")),
        _ => {}
    }
    let mut warnings = Vec::new();
    if !text.is_whole {
        warnings.push(damaged("the Word file is damaged; its text is missing from some place on"));
    }
    if text.is_too_deep {
        let message = format!("text of the Word file is missing: {too_deep}");
        warnings.push(Diagnostic::warning("text-left-out", message).help(too_deep.help()));
    }
    if !(styles_are_whole && numbers_are_whole) {
        warnings.push(damaged("the Word file is damaged; headings and list numbers may be missing"));
    }
    Ok(Reading { document, warnings })
}

fn damaged(message: &str) -> Diagnostic {
    Diagnostic::warning("damaged-word-file", message)
        .help("compare with the original, or save it again from a word processor")
}

/// A part that may be absent, and whether all of what is there was read.
fn side_part(package: &mut Package, kind: &str, limits: &Limits) -> (marked::tree::Element, bool) {
    match package.related(kind).map(|part| part.and_then(|part| xml::parse(&part, limits))) {
        None => (marked::tree::Element::default(), true),
        Some(Ok(tree)) => (tree.root, tree.is_whole),
        Some(Err(_)) => (marked::tree::Element::default(), false),
    }
}
