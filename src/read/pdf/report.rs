use super::ReadError;
use super::content::Content;
use super::limits;
use super::objects::StreamFault;
use super::pages::Pages;
use crate::diagnostic::Diagnostic;

/// A page, by its number from 1, that could not be read, or not in full.
pub type PageFault = (u32, StreamFault);

/// What is doubtful about a file that was read in part.
///
/// # Errors
/// When none of it could be read.
pub fn warnings(
    content: &Content,
    pages: &Pages,
    faults: &[PageFault],
) -> Result<Vec<Diagnostic>, ReadError> {
    let empty = pages_without_text(content, pages.list.len());
    if empty.len() == pages.list.len() {
        return Err(nothing_read(pages.list.len() as u32, faults));
    }
    let mut warnings: Vec<Diagnostic> = faults.iter().map(|(page, fault)| bad_page(*page, *fault)).collect();
    let unexplained: Vec<u32> =
        empty.into_iter().filter(|page| !faults.iter().any(|(bad, _)| bad == page)).collect();
    warnings.extend(empty_pages(&unexplained));
    if pages.cut {
        let message = format!("only the first {} pages were read", limits::PAGES);
        warnings.push(Diagnostic::warning("pdf-pages-left-out", message));
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

fn nothing_read(pages: u32, faults: &[PageFault]) -> ReadError {
    if faults.iter().any(|(_, fault)| *fault == StreamFault::TooLarge) {
        ReadError::OverLimit(format!("a page holds more than {} MiB", limits::STREAM_BYTES >> 20))
    } else if !faults.is_empty() {
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
