//! PDF files, read over `lopdf`'s objects with a text and structure layer of our own.
//!
//! [`load`] gets the objects, [`pages`] the pages, [`content`] executes what the pages draw and keeps its
//! text, with [`fonts`] to say what it means. [`structure`] reads the tags; where there are none to go by,
//! [`layout`] goes by positions. Both give a [`flow`] of pieces and tables, which is mended where page ends
//! cut it and becomes the document. [`limits`] holds every bound on what a file may cost.

mod content;
mod flow;
mod fonts;
mod layout;
mod limits;
mod load;
mod objects;
mod pages;
mod structure;

use super::{ReadError, Reading};
use crate::diagnostic::Diagnostic;
use crate::document::{Builder, MediaType};
use content::{Content, Interpreter};
use flow::Flow;
use objects::{File, StreamFault};
use pages::Pages;

/// Reads a PDF file.
///
/// # Errors
/// When the file is damaged beyond reading, needs a password, holds no text, or is over a limit.
pub fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    let file = load::load(bytes)?;
    let pages = Pages::of(&file);
    if pages.list.is_empty() {
        return Err(ReadError::DamagedPdf("it has no pages".to_owned()));
    }
    let (content, mut warnings) = read_pages(&file, &pages)?;
    let count = pages.list.len() as u32;
    warnings.extend(check_text(&content, count)?);
    let mut builder = Builder::new();
    for draft in flow::drafts(find_flow(&file, &pages, &content)) {
        builder.push(draft);
    }
    Ok(Reading { document: builder.finish(MediaType::Pdf, count), warnings })
}

/// Executes the content of every page. A page that cannot be read is a warning.
fn read_pages(file: &File, pages: &Pages) -> Result<(Content, Vec<Diagnostic>), ReadError> {
    let mut warnings = Vec::new();
    let mut interpreter = Interpreter::new(file);
    for (number, page) in (1..).zip(&pages.list) {
        if let Err(fault) = interpreter.page(number, &page.contents(file), page.resources) {
            warnings.push(bad_page(number, fault));
        }
    }
    if interpreter.exhausted() {
        return Err(ReadError::OverLimit("it draws more than any letter does".to_owned()));
    }
    if pages.cut {
        let message = format!("only the first {} pages were read", limits::PAGES);
        warnings.push(Diagnostic::warning("pdf-pages-left-out", message));
    }
    Ok((interpreter.content, warnings))
}

fn bad_page(number: u32, fault: StreamFault) -> Diagnostic {
    let message = match fault {
        StreamFault::TooLarge => "the page is too large to read safely; its text is missing",
        StreamFault::Damaged => "the page is damaged; text of it is missing",
    };
    Diagnostic::warning("unreadable-page", message)
        .on_page(number)
        .help("compare with the original, or fetch the file again")
}

/// An error when no page has text, a warning when some have none.
fn check_text(content: &Content, pages: u32) -> Result<Option<Diagnostic>, ReadError> {
    let mut has_text = vec![false; pages as usize];
    for run in &content.runs {
        if !content.text_of(run).trim().is_empty() {
            has_text[run.page as usize - 1] = true;
        }
    }
    if !has_text.contains(&true) {
        return Err(ReadError::Scanned { pages });
    }
    let empty: Vec<String> = (1..)
        .zip(has_text)
        .filter(|(_, has_text)| !has_text)
        .map(|(page, _): (u32, _)| page.to_string())
        .collect();
    if empty.is_empty() {
        return Ok(None);
    }
    let message = match &empty[..] {
        [page] => format!("page {page} holds no text"),
        several => format!("pages {} hold no text", several.join(", ")),
    };
    let help = "they may be blank or scanned; if scanned, run the file through OCR first";
    Ok(Some(Diagnostic::warning("pages-without-text", message).help(help)))
}

/// By the structure tree where it names the text; by position where there is none, or it names too little.
fn find_flow(file: &File, pages: &Pages, content: &Content) -> Vec<Flow> {
    let everything = || (0..content.runs.len()).collect::<Vec<_>>();
    let Some(tree) = structure::read(file, pages) else {
        return layout::flow(content, &everything());
    };
    let gathered = flow::gather(content, &tree);
    if gathered.flow.is_empty() || gathered.left_out.len() > content.runs.len() / 2 {
        return layout::flow(content, &everything());
    }
    layout::insert(gathered.flow, layout::flow(content, &gathered.left_out))
}
