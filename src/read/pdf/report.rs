use super::ReadError;
use super::content::Content;
use super::limits;
use super::objects::StreamFault;
use super::pages::Pages;
use crate::diagnostic::Diagnostic;

/// What could not be read.
#[derive(Debug, Default)]
pub struct Faults {
    /// The pages, by their numbers from 1, of which text is missing.
    pub pages: Vec<(u32, StreamFault)>,
    /// The page in which reading ended, because the file drew more than any letter does.
    pub broken_off: Option<u32>,
}

/// What is doubtful about a file that was read in part.
///
/// # Errors
/// When none of it could be read.
pub fn warnings(content: &Content, pages: &Pages, faults: &Faults) -> Result<Vec<Diagnostic>, ReadError> {
    let read = faults.broken_off.map_or(pages.list.len(), |page| page as usize);
    let empty = pages_without_text(content, read);
    if empty.len() == read {
        return Err(nothing_read(pages.list.len() as u32, faults));
    }
    let mut warnings: Vec<Diagnostic> =
        faults.pages.iter().map(|(page, fault)| bad_page(*page, *fault)).collect();
    let unexplained: Vec<u32> =
        empty.into_iter().filter(|page| !faults.pages.iter().any(|(bad, _)| bad == page)).collect();
    warnings.extend(empty_pages(&unexplained));
    if pages.cut || faults.broken_off.is_some() {
        let message = format!("the file is too large to read safely; only its first {read} pages were read");
        let help = "save the pages that hold the letter as a file of their own";
        warnings.push(Diagnostic::warning("pdf-pages-left-out", message).help(help));
    }
    Ok(warnings)
}

fn pages_without_text(content: &Content, pages: usize) -> Vec<u32> {
    let mut has_text = vec![false; pages];
    for run in content.runs.iter().filter(|run| !content.text_of(run).trim().is_empty()) {
        has_text[run.page as usize - 1] = true;
    }
    (1..).zip(has_text).filter(|(_, has_text)| !has_text).map(|(page, _)| page).collect()
}

fn nothing_read(pages: u32, faults: &Faults) -> ReadError {
    if faults.broken_off.is_some() {
        ReadError::OverLimit("it draws more than any letter does".to_owned())
    } else if faults.pages.iter().any(|(_, fault)| *fault == StreamFault::TooLarge) {
        ReadError::OverLimit(format!("a page holds more than {} MiB", limits::STREAM_BYTES >> 20))
    } else if !faults.pages.is_empty() {
        ReadError::DamagedPdf("what its pages hold cannot be decoded".to_owned())
    } else {
        ReadError::Scanned { pages }
    }
}

fn bad_page(page: u32, fault: StreamFault) -> Diagnostic {
    let message = match fault {
        StreamFault::TooLarge => "the page is too large to read safely; its text is missing",
        StreamFault::Damaged => "the page is damaged; text of it is missing",
    };
    Diagnostic::warning("unreadable-page", message)
        .on_page(page)
        .help("compare with the original, or fetch the file again")
}

/// One warning for all pages that hold no text.
fn empty_pages(pages: &[u32]) -> Option<Diagnostic> {
    let numbers: Vec<String> = pages.iter().map(u32::to_string).collect();
    let message = match &numbers[..] {
        [] => return None,
        [page] => format!("page {page} holds no text"),
        several => format!("pages {} hold no text", several.join(", ")),
    };
    let help = "they may be blank or scanned; if scanned, run the file through OCR first";
    Some(Diagnostic::warning("pages-without-text", message).help(help))
}
