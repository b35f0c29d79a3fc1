//! What has been read, kept: the sources, their canonical texts and the letters found in them, in one SQLite
//! file. It is the record of truth; everything else, such as the search index, is made from it.
//!
//! A store is a folder. `letters.sqlite` in it holds the tables of `schema/`, and each letter's record is kept
//! whole as JSON, beside columns that a person can query. Writing is one transaction a batch: killing the
//! program at any moment leaves the last batch that was committed.

mod distinct;
mod error;
mod lock;
mod open;
mod read;
mod schema;
mod write;

#[cfg(test)]
mod tests;

pub use distinct::kept_id;
pub use error::StoreError;
pub use lock::IngestLock;
pub use schema::PROGRAM;

use std::path::{Path, PathBuf};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::record::LetterRecord;

/// The name of the database in a store's folder.
pub const DATABASE: &str = "letters.sqlite";

/// An open store.
#[derive(Debug)]
pub struct Store {
    dir: PathBuf,
    connection: Connection,
}

/// One file as it was read: all that [`Store::replace`] keeps of it.
#[derive(Debug, Clone, PartialEq)]
pub struct IngestedSource {
    /// The file's path as given; a source is known by it.
    pub path: String,
    /// Of the file's bytes, in lower-case hexadecimal.
    pub sha256: String,
    pub media_type: String,
    pub pages: u32,
    /// The canonical text, which the records' spans count in. Empty where the file could not be read.
    pub text: String,
    /// Of the rules that the letters were found with.
    pub rules_sha256: String,
    /// The program and version that read it: [`PROGRAM`].
    pub read_by: String,
    /// OCR was asked for, for pages without text.
    pub ocr: bool,
    /// In the file's order; none where it holds no letter or could not be read.
    pub letters: Vec<LetterRecord>,
    /// What was doubtful, or why there is no letter.
    pub warnings: Vec<StoredWarning>,
}

/// A letter as it is read out.
#[derive(Debug, Clone, PartialEq)]
pub struct StoredLetter {
    /// From the first file, by path, that holds the letter. Where different letters share an id, the ids in
    /// the second and later records end in `-2`, `-3` and so on.
    pub record: LetterRecord,
    /// What was doubtful about the letter's pages, or about its file as a whole.
    pub warnings: Vec<StoredWarning>,
    /// The other files that hold the same letter, by path.
    pub also_in: Vec<String>,
}

/// A diagnostic kept beside the source it is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredWarning {
    /// Stable and kebab-case, as in [`crate::diagnostic::Diagnostic::code`].
    pub code: String,
    pub message: String,
    /// From 1, where it is about one page.
    pub page: Option<u32>,
}

/// A source without its text and letters: what ingest asks to tell whether it must be read again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceState {
    pub path: String,
    pub sha256: String,
    pub media_type: String,
    pub pages: u32,
    pub rules_sha256: String,
    pub read_by: String,
    pub ocr: bool,
}

/// A source that is kept but gave no letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadSource {
    pub path: String,
    pub sha256: String,
    /// Why, in the order the diagnostics were given.
    pub reasons: Vec<StoredWarning>,
}

impl Store {
    /// The folder the store lies in.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    fn database(&self) -> PathBuf {
        self.dir.join(DATABASE)
    }
}
