use thiserror::Error;

/// Why a picture was not read.
#[derive(Debug, Clone, Error, PartialEq, Eq)]
pub enum OcrError {
    #[error("Tesseract is not installed, or not where programs are looked for: there is no `{0}`")]
    NotInstalled(String),
    #[error("Tesseract failed: {0}")]
    Failed(String),
    #[error("Tesseract was stopped after {0} seconds")]
    TimedOut(u64),
}
