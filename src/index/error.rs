use thiserror::Error;

use crate::store::StoreError;

/// Why a search could not be made. A damaged or missing index is no error: it is made again.
#[derive(Debug, Error)]
pub enum IndexError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("the search index failed: {0}")]
    Index(#[from] tantivy::TantivyError),
    #[error("the search index failed: {0}")]
    Io(#[from] std::io::Error),
    #[error("the search index holds a passage that does not read: {0}")]
    Passage(#[from] serde_json::Error),
}

impl IndexError {
    /// Stable and kebab-case, for [`crate::diagnostic::Diagnostic::code`].
    pub fn code(&self) -> &'static str {
        match self {
            IndexError::Store(error) => error.code(),
            _ => "index-failed",
        }
    }

    pub fn help(&self) -> &'static str {
        match self {
            IndexError::Store(error) => error.help(),
            _ => "remove the folder `index` in the store: it is made again from the letters",
        }
    }
}
