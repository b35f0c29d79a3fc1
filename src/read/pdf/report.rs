use super::ReadError;
use super::content::{Content, Exhausted};
use super::objects::StreamFault;
use super::pages::Pages;
use super::scans::{self, Scans};
use crate::diagnostic::Diagnostic;
use crate::read::{Exceeded, Limit, Limits};

/// What could not be read.
#[derive(Debug, Default)]
pub struct Faults {
    /// The pages, by their numbers from 1, of which text is missing.
    pub pages: Vec<(u32, StreamFault)>,
    /// The page in which reading ended, and why.
    pub broken_off: Option<(u32, Exhausted)>,
}

/// What is doubtful about a file that was read in part.
///
/// # Errors
/// When none of it could be read.
pub fn warnings(
    content: &Content,
    pages: &Pages,
    faults: &Faults,
    scans: &Scans,
    limits: &Limits,
) -> Result<Vec<Diagnostic>, ReadError> {
    let read = faults.broken_off.map_or(pages.list.len(), |(page, _)| page as usize);
    let mut empty = pages_without_text(content, read);
    empty.retain(|page| !scans.has_read(*page));
    if empty.len() == read {
        return Err(nothing_read(pages.list.len() as u32, faults, scans, limits));
    }
    let mut warnings: Vec<Diagnostic> =
        faults.pages.iter().map(|(page, fault)| bad_page(*page, *fault)).collect();
    warnings.extend(scans.failed.iter().map(|(page, why)| unread_scan(*page, why)));
    let is_unexplained = |page: &u32| {
        !faults.pages.iter().any(|(bad, _)| bad == page) && !scans.failed.iter().any(|(bad, _)| bad == page)
    };
    let mut stamped = scans::pages(pages, content);
    stamped.retain(|page| *page as usize <= read && !empty.contains(page) && !scans.has_read(*page));
    stamped.retain(is_unexplained);
    empty.retain(is_unexplained);
    let help = if scans.asked { AFTER_OCR } else { BEFORE_OCR };
    warnings.extend(pages_that_hold("no text", help, &empty));
    if !scans.asked {
        let what = "a picture of a page and next to no text";
        warnings.extend(pages_that_hold(what, BEFORE_OCR, &stamped));
    }
    if scans.left_out > 0 {
        let message =
            format!("{} pages without text were not read: there are too many for OCR", scans.left_out);
        let help = "save the pages that hold the letter as a file of their own";
        warnings.push(Diagnostic::warning("pdf-pages-left-out", message).help(help));
    }
    let cut = pages.cut.then_some(Exhausted::Limit(Limit::Pages));
    warnings
        .extend(faults.broken_off.map(|(_, why)| why).or(cut).map(|why| pages_left_out(read, why, limits)));
    Ok(warnings)
}

fn pages_without_text(content: &Content, pages: usize) -> Vec<u32> {
    let mut has_text = vec![false; pages];
    for run in content.runs.iter().filter(|run| !content.text_of(run).trim().is_empty()) {
        has_text[run.page as usize - 1] = true;
    }
    (1..).zip(has_text).filter(|(_, has_text)| !has_text).map(|(page, _)| page).collect()
}

const SAVE_PAGES: &str = "save the pages that hold the letter as a file of their own";

fn pages_left_out(read: usize, why: Exhausted, limits: &Limits) -> Diagnostic {
    let (why, help) = match why {
        Exhausted::Limit(limit) => {
            let exceeded = limits.exceeded(limit);
            (exceeded.to_string(), format!("{}, or {SAVE_PAGES}", exceeded.help()))
        }
        Exhausted::Text => ("it shows more text than any letter does".to_owned(), SAVE_PAGES.to_owned()),
    };
    let first = if read == 1 { "first page".to_owned() } else { format!("first {read} pages") };
    let message = format!("only the file's {first} were read, the last perhaps in part: {why}");
    Diagnostic::warning("pdf-pages-left-out", message.replace("page were", "page was")).help(help)
}

/// What the tags do not say, because part of them is beyond a limit.
pub fn tags_left_out(exceeded: Exceeded) -> Diagnostic {
    let message = format!("part of the PDF's tags is left out, and its text read by position: {exceeded}");
    Diagnostic::warning("pdf-tags-left-out", message).help(exceeded.help())
}

fn nothing_read(pages: u32, faults: &Faults, scans: &Scans, limits: &Limits) -> ReadError {
    let too_large = faults.pages.iter().find_map(|(_, fault)| match fault {
        StreamFault::TooLarge(exceeded) => Some(*exceeded),
        StreamFault::Damaged => None,
    });
    if let Some((_, Exhausted::Limit(limit))) = faults.broken_off {
        ReadError::OverLimit("PDF", limits.exceeded(limit))
    } else if let Some(exceeded) = too_large {
        ReadError::OverLimit("PDF", exceeded)
    } else if !faults.pages.is_empty() {
        ReadError::DamagedPdf("what its pages hold cannot be decoded".to_owned())
    } else if scans.asked {
        ReadError::NoText("PDF")
    } else {
        ReadError::Scanned { pages }
    }
}

fn bad_page(page: u32, fault: StreamFault) -> Diagnostic {
    let warning = |message: &str| Diagnostic::warning("unreadable-page", message).on_page(page);
    match fault {
        StreamFault::TooLarge(exceeded) => {
            warning(&format!("text of the page is missing: {exceeded}")).help(exceeded.help())
        }
        StreamFault::Damaged => warning("the page is damaged; text of it is missing")
            .help("compare with the original, or fetch the file again"),
    }
}

fn unread_scan(page: u32, why: &str) -> Diagnostic {
    Diagnostic::warning("ocr-failed", format!("the page holds no text, and OCR failed: {why}"))
        .on_page(page)
        .help("open the file and look at the page")
}

const BEFORE_OCR: &str = "blank pages may be left; add `--ocr` to have scanned ones read by Tesseract";
const AFTER_OCR: &str = "OCR finds no words there either; look whether they are blank";

/// One warning for all pages that are alike in something.
fn pages_that_hold(what: &str, help: &'static str, pages: &[u32]) -> Option<Diagnostic> {
    let message = match pages {
        [] => return None,
        [page] => format!("page {page} holds {what}"),
        several => format!("pages {} hold {what}", ranges(several)),
    };
    Some(Diagnostic::warning("pages-without-text", message).help(help))
}

/// "1 to 4, 7, 9 and 10": numbers in order, those that follow each other put together.
fn ranges(pages: &[u32]) -> String {
    let runs: Vec<String> = pages
        .chunk_by(|one, next| one + 1 == *next)
        .flat_map(|run| match run {
            [first, _, .., last] => vec![format!("{first} to {last}")],
            few => few.iter().map(u32::to_string).collect(),
        })
        .collect();
    match &runs[..] {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => runs.concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn pages_that_follow_each_other_are_named_as_a_range() {
        assert_eq!(ranges(&[3]), "3");
        assert_eq!(ranges(&[1, 2, 3, 4]), "1 to 4");
        assert_eq!(ranges(&[1, 2, 3, 4, 7, 9, 10]), "1 to 4, 7, 9 and 10");
    }
}
