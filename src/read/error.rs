use std::borrow::Cow;

use thiserror::Error;

use super::limits::Exceeded;

/// Why a file gave no document. Each message stands after the file's name; [`ReadError::help`] says what
/// to do about it.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ReadError {
    #[error("the file is empty")]
    Empty,
    #[error("the PDF is damaged and could not be read: {0}")]
    DamagedPdf(String),
    #[error("the PDF is encrypted and needs a password")]
    Encrypted,
    #[error("the PDF holds no text on {}: it is scanned", all_of(*pages))]
    Scanned { pages: u32 },
    #[error(
        "OCR needs Tesseract, which is not installed, or not where programs are found: there is no `{0}`"
    )]
    NoTesseract(String),
    #[error("the pages without text could not be read by OCR: {0}")]
    OcrFailed(String),
    #[error("OCR needs the drawing of pages, which this throughline was built without")]
    OcrNotBuilt,
    /// What kind of file it is, and its limit.
    #[error("the {0} is over a limit: {1}")]
    OverLimit(&'static str, Exceeded),
    #[error("the Word file is damaged and could not be read: {0}")]
    DamagedWord(&'static str),
    #[error("the {0} holds no text")]
    NoText(&'static str),
    #[error("the file is {0}, which throughline does not read")]
    OtherFormat(&'static str),
    #[error("the file is neither PDF, Word, web page nor text: it holds binary data")]
    NotText,
}

const INSTALL_TESSERACT: &str = "\
on Debian and Ubuntu: sudo apt install tesseract-ocr
on macOS: brew install tesseract
on Windows: the installer from UB Mannheim (tesseract-ocr-w64-setup)
if it lies elsewhere, name it in THROUGHLINE_TESSERACT";

/// "its only page", "any of its pages, 1 to 9".
fn all_of(pages: u32) -> String {
    match pages {
        1 => "its only page".to_owned(),
        _ => format!("any of its pages, 1 to {pages}"),
    }
}

impl ReadError {
    /// Stable and kebab-case, for [`crate::diagnostic::Diagnostic::code`].
    pub fn code(&self) -> &'static str {
        match self {
            ReadError::Empty => "empty-file",
            ReadError::DamagedPdf(_) => "damaged-pdf",
            ReadError::Encrypted => "encrypted-pdf",
            ReadError::Scanned { .. } => "scanned-pdf",
            ReadError::NoTesseract(_) => "tesseract-not-installed",
            ReadError::OcrFailed(_) => "ocr-failed",
            ReadError::OcrNotBuilt => "ocr-not-built",
            ReadError::OverLimit(..) => "over-limit",
            ReadError::DamagedWord(_) => "damaged-word-file",
            ReadError::NoText(_) => "no-text",
            ReadError::OtherFormat(_) => "other-format",
            ReadError::NotText => "not-text",
        }
    }

    pub fn help(&self) -> Cow<'static, str> {
        let help = match self {
            ReadError::OverLimit(_, exceeded) => {
                return format!(
                    "{}, or save the part that holds the letter as a file of its own",
                    exceeded.help()
                )
                .into();
            }
            ReadError::Empty => "download or copy the file again",
            ReadError::DamagedPdf(_) => {
                "the download may have been cut short: fetch the file again, or open it and save a new copy"
            }
            ReadError::Encrypted => "open it with its password and save a copy without one",
            ReadError::Scanned { .. } => "add `--ocr` to have its pages read by Tesseract",
            ReadError::NoTesseract(_) => INSTALL_TESSERACT,
            ReadError::OcrFailed(_) => {
                "try `tesseract` on a picture of a page; without `--ocr` what is text is read all the same"
            }
            ReadError::OcrNotBuilt => "build it with its default features: cargo install --path . --locked",
            ReadError::DamagedWord(_) => {
                "open it in a word processor and save it again as .docx, or save it as PDF"
            }
            ReadError::NoText(_) => {
                "if it shows text when opened, copy that into a .txt file, or download the letter itself"
            }
            ReadError::OtherFormat(_) => "save it as .docx, as PDF or as plain text",
            ReadError::NotText => "save it as PDF or as plain text in UTF-8",
        };
        Cow::Borrowed(help)
    }
}
