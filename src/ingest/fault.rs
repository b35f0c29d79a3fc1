//! What can be wrong with a path, before anything is made of what the file says.

use std::io;
use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::read::{Limit, Limits, ReadError};

pub fn empty_folder(folder: &Path) -> Diagnostic {
    Diagnostic::error("empty-folder", "there are no .pdf, .docx, .html or .txt files in this folder")
        .in_file(folder)
        .help("name the folder that holds the letters, or name files of other endings one by one")
}

/// A pipe, a socket or a device: reading one may never end.
pub fn special(path: &Path) -> Diagnostic {
    Diagnostic::error("not-a-file", "this is neither a file nor a folder")
        .in_file(path)
        .help("save what it holds to a file, and name that")
}

pub fn too_large(path: &Path, limits: &Limits) -> Diagnostic {
    let error = ReadError::OverLimit("file", limits.exceeded(Limit::FileBytes));
    Diagnostic::error(error.code(), error.to_string()).in_file(path).help(error.help())
}

/// A link to a folder, met while searching another: it may lead back to that.
pub fn link_to_folder(path: &Path) -> Diagnostic {
    Diagnostic::warning("link-not-followed", "this is a link to a folder, and was not followed")
        .in_file(path)
        .help("if there are letters behind it, name it on the command line")
}

/// A path that leads nowhere, or where one may not go.
pub fn unreachable(path: &Path, error: &io::Error) -> Diagnostic {
    if error.kind() != io::ErrorKind::NotFound {
        return unreadable(path, error);
    }
    let (message, help) = if path.is_symlink() {
        ("this is a link to something that is not there", "mend the link, or name the file itself")
    } else {
        (
            "there is no such file or folder",
            "check the spelling, and that the path is right from the folder you are in",
        )
    };
    Diagnostic::error("missing-path", message).in_file(path).help(help)
}

/// A file or folder that is there and cannot be read.
pub fn unreadable(path: &Path, error: &io::Error) -> Diagnostic {
    let (message, help) = match error.kind() {
        io::ErrorKind::NotFound => return unreachable(path, error),
        io::ErrorKind::PermissionDenied => {
            ("you may not read it".to_owned(), "change its permissions, or copy it to a folder of your own")
        }
        io::ErrorKind::IsADirectory => {
            ("this is a folder, and a file was asked for".to_owned(), "name the files in it")
        }
        _ if path.is_symlink() => {
            (format!("this is a link that leads nowhere: {error}"), "mend the link, or name the file itself")
        }
        _ => (format!("it could not be read: {error}"), "check the disk or network drive it lies on"),
    };
    Diagnostic::error("unreadable-file", message).in_file(path).help(help)
}
