use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use thiserror::Error;

/// Why a store could not be opened, read or written. The message names the path and what is wrong;
/// [`StoreError::help`] says what to do about it.
#[derive(Debug, Error)]
pub enum StoreError {
    #[error("{path}: there is no store here", path = .0.display())]
    Missing(PathBuf),
    #[error("{path}: the store must be a folder, and this is a file", path = .0.display())]
    NotAFolder(PathBuf),
    #[error("{path}: the store cannot be written: {detail}", path = .path.display())]
    NotWritable { path: PathBuf, detail: String },
    #[error("{path}: the store cannot be read: {detail}", path = .path.display())]
    NotReadable { path: PathBuf, detail: String },
    #[error("{path}: this file is not a throughline store", path = .0.display())]
    Foreign(PathBuf),
    #[error("{path}: the store is damaged: {detail}", path = .path.display())]
    Damaged { path: PathBuf, detail: String },
    #[error(
        "{path}: the store has form {found}, written by {written_by}, and this program knows forms up to {known}",
        path = .path.display()
    )]
    Newer {
        path: PathBuf,
        found: u32,
        known: u32,
        /// The program and version that last wrote it.
        written_by: String,
    },
    #[error("{path}: another throughline is writing to the store", path = .0.display())]
    Busy(PathBuf),
    #[error("{path}: the store could not be used: {source}", path = .path.display())]
    Database { path: PathBuf, source: rusqlite::Error },
}

impl StoreError {
    /// Stable and kebab-case, for [`crate::diagnostic::Diagnostic::code`].
    pub fn code(&self) -> &'static str {
        match self {
            StoreError::Missing(_) => "store-missing",
            StoreError::NotAFolder(_) => "store-not-a-folder",
            StoreError::NotWritable { .. } => "store-not-writable",
            StoreError::NotReadable { .. } => "store-not-readable",
            StoreError::Foreign(_) => "store-foreign",
            StoreError::Damaged { .. } => "store-damaged",
            StoreError::Newer { .. } => "store-newer",
            StoreError::Busy(_) => "store-busy",
            StoreError::Database { .. } => "store-failed",
        }
    }

    pub fn help(&self) -> &'static str {
        match self {
            StoreError::Missing(_) => {
                "read some letters first with `throughline ingest FILE...`, or point --store at another folder"
            }
            StoreError::NotAFolder(_) => "point --store at a folder, or at a path that does not exist yet",
            StoreError::NotWritable { .. } => {
                "check the folder's permissions and that the disk is not full, or point --store elsewhere"
            }
            StoreError::NotReadable { .. } => "check the permissions of the folder and of the files in it",
            StoreError::Foreign(_) => "point --store at another folder: this one is left as it is",
            StoreError::Damaged { .. } => {
                "put back a copy of the folder, or move it away and ingest the letters again"
            }
            StoreError::Newer { .. } => {
                "use that version of throughline or a later one, or ingest the letters into another folder"
            }
            StoreError::Busy(_) => "wait until it has finished, then run this again",
            StoreError::Database { .. } => {
                "run this again; if it stays, ingest the letters into another folder"
            }
        }
    }

    /// Tells from SQLite's error what is the matter with the database at `path`.
    pub(super) fn from_sqlite(path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_owned();
        let detail = source.to_string();
        match source.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => StoreError::Foreign(path),
            Some(ErrorCode::DatabaseCorrupt) => StoreError::Damaged { path, detail },
            Some(ErrorCode::ReadOnly | ErrorCode::DiskFull | ErrorCode::SystemIoFailure) => {
                StoreError::NotWritable { path, detail }
            }
            Some(ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => {
                StoreError::NotReadable { path, detail }
            }
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => StoreError::Busy(path),
            _ if matches!(source, rusqlite::Error::FromSqlConversionFailure(..)) => {
                StoreError::Damaged { path, detail }
            }
            _ => StoreError::Database { path, source },
        }
    }

    /// Tells from an error of the file system what is the matter with `path`, which was to be written.
    pub(super) fn from_io(path: &Path, error: &std::io::Error) -> Self {
        use std::io::ErrorKind::{AlreadyExists, NotADirectory};
        match error.kind() {
            AlreadyExists | NotADirectory => StoreError::NotAFolder(path.to_owned()),
            _ => StoreError::NotWritable { path: path.to_owned(), detail: error.to_string() },
        }
    }
}
