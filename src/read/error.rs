use thiserror::Error;

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
    #[error("the PDF holds no text on any of its {pages} pages: it is scanned")]
    Scanned { pages: u32 },
    #[error("the PDF is too large or too deeply nested to read safely: {0}")]
    OverLimit(String),
    #[error("the file holds a web page (HTML), whatever its name says")]
    WebPage,
    #[error("the file is {0}, which throughline does not read")]
    OtherFormat(&'static str),
    #[error("the file is neither PDF nor text: it holds binary data")]
    NotText,
}

impl ReadError {
    /// Stable and kebab-case, for [`crate::diagnostic::Diagnostic::code`].
    pub fn code(&self) -> &'static str {
        match self {
            ReadError::Empty => "empty-file",
            ReadError::DamagedPdf(_) => "damaged-pdf",
            ReadError::Encrypted => "encrypted-pdf",
            ReadError::Scanned { .. } => "scanned-pdf",
            ReadError::OverLimit(_) => "pdf-over-limit",
            ReadError::WebPage => "web-page",
            ReadError::OtherFormat(_) => "other-format",
            ReadError::NotText => "not-text",
        }
    }

    pub fn help(&self) -> &'static str {
        match self {
            ReadError::Empty => "download or copy the file again",
            ReadError::DamagedPdf(_) => {
                "the download may have been cut short: fetch the file again, or open it and save a new copy"
            }
            ReadError::Encrypted => "open it with its password and save a copy without one",
            ReadError::Scanned { .. } => {
                "run it through OCR first, for example with ocrmypdf, and ingest the copy that has text"
            }
            ReadError::OverLimit(_) => "save the pages that hold the letter as a file of their own",
            ReadError::WebPage => {
                "open it in a browser, copy the letter's text into a .txt file, or download the real PDF"
            }
            ReadError::OtherFormat(_) => "save it as PDF or as plain text",
            ReadError::NotText => "save it as PDF or as plain text in UTF-8",
        }
    }
}
