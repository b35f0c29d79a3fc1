use std::io;
use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::index::IndexError;
use crate::store::StoreError;

/// How a command ended that did its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    AllWell,
    /// Some files failed; what was wrong with each has been said.
    SomeFailed,
}

/// Why a command did not do its work.
#[derive(Debug)]
pub enum Failure {
    /// What was wrong with the call, or what kept it from being done.
    Wrong(Vec<Diagnostic>),
    /// Whoever read the output has seen enough.
    PipeClosed,
}

impl Failure {
    pub fn of_our_own() -> Self {
        let message = "throughline failed: this is a fault of its own, not of the call";
        Diagnostic::error("fault", message).help("please report it, with the command and the files").into()
    }

    /// A failure to write `what`.
    pub fn writing(what: &Path, error: &io::Error) -> Self {
        let (why, help) = match error.kind() {
            // Which error a folder in place of a file makes differs from system to system.
            _ if what.is_dir() => {
                ("this is a folder, and a file is needed".to_owned(), "give the name of a file")
            }
            io::ErrorKind::NotFound => ("there is no such folder".to_owned(), "make the folder first"),
            io::ErrorKind::PermissionDenied => {
                ("you may not write there".to_owned(), "write to a folder of your own")
            }
            io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory => {
                ("a file stands where a folder is needed".to_owned(), "give the name of a folder")
            }
            _ => (error.to_string(), "check that the disk is not full"),
        };
        let message = format!("it could not be written: {why}");
        Diagnostic::error("cannot-write", message).in_file(what).help(help).into()
    }

    pub fn printing(error: &io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            return Failure::PipeClosed;
        }
        Diagnostic::error("cannot-print", format!("the output could not be written: {error}"))
            .help("check that the disk it goes to is not full")
            .into()
    }
}

impl From<Diagnostic> for Failure {
    fn from(diagnostic: Diagnostic) -> Self {
        Failure::Wrong(vec![diagnostic])
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Diagnostic::error(error.code(), error.to_string()).help(error.help()).into()
    }
}

impl From<IndexError> for Failure {
    fn from(error: IndexError) -> Self {
        Diagnostic::error(error.code(), error.to_string()).help(error.help()).into()
    }
}
