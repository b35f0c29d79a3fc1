use thiserror::Error;

/// Why a page was not drawn. Each message stands after the file's name; [`DrawError::help`] says what to do.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum DrawError {
    #[error("this throughline was built without the drawing of pages")]
    NotBuilt,
    #[error("the renderer cannot make sense of the file, though its text could be read")]
    Unreadable,
    #[error("the renderer finds no page {0} in the file")]
    NoSuchPage(u32),
    #[error("page {0} could not be drawn")]
    Failed(u32),
    /// So many seconds.
    #[error("drawing takes more than {0} seconds (limit `seconds`)")]
    TooLong(u64),
}

impl DrawError {
    /// Stable and kebab-case, for [`crate::diagnostic::Diagnostic::code`].
    pub fn code(&self) -> &'static str {
        match self {
            DrawError::NotBuilt => "drawing-not-built",
            _ => "cannot-draw",
        }
    }

    pub fn help(&self) -> &'static str {
        match self {
            DrawError::NotBuilt => "build it with its default features: cargo install --path . --locked",
            DrawError::TooLong(_) => {
                "raise it with `--read-limit seconds=SECONDS`, or save a new copy from a PDF viewer"
            }
            _ => "open it in a PDF viewer and save a new copy, ingest that, and try again",
        }
    }
}
