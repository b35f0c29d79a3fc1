use std::path::{Path, PathBuf};

use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::claim::SourceName;
use super::files::files_in;
use super::report::Problem;
use crate::diagnostic::Diagnostic;
use crate::store::SourceState;
use crate::text::hex;

/// Knows where the sources lie.
#[derive(Debug, Default)]
pub struct Finder {
    /// `(path, SHA-256)` of the files that may be meant: those of `--sources`, or those that the store names.
    files: Vec<(PathBuf, String)>,
    /// Only these are looked at, and no path that a claim gives; they may have other names.
    only_these: bool,
    /// The SHA-256 of the files that the store has by OCR.
    read_by_ocr: Vec<String>,
}

/// A file that may be the source of a claim.
#[derive(Debug, PartialEq, Eq)]
pub struct FoundFile {
    pub path: PathBuf,
    /// It has another name than the claim gives.
    pub renamed: bool,
}

impl Finder {
    /// Looks where claims say, and where the store's sources lay when they were ingested.
    pub fn by_path(held: &[SourceState]) -> Self {
        let files = held.iter().map(|source| (PathBuf::from(&source.path), source.sha256.clone()));
        Self { files: files.collect(), ..Self::default() }.knowing(held)
    }

    /// Looks in a folder, for files with the SHA-256 that claims give, whatever their names are.
    ///
    /// # Errors
    /// When the folder cannot be listed, or a file in it cannot be read.
    pub fn in_folder(folder: &Path, held: &[SourceState]) -> Result<Self, Box<Diagnostic>> {
        let unreadable = |path: &Path, error: std::io::Error| {
            let fault = Diagnostic::error("unreadable-sources", format!("it cannot be read: {error}"));
            Box::new(fault.in_file(path).help("give a folder with the letters to --sources"))
        };
        let paths = files_in(folder).map_err(|error| unreadable(folder, error))?;
        let hashed = paths.into_par_iter().map(|path| match std::fs::read(&path) {
            Ok(bytes) => Ok((path, hex(&Sha256::digest(&bytes)))),
            Err(error) => Err(unreadable(&path, error)),
        });
        let files = hashed.collect::<Result<_, _>>()?;
        Ok(Self { files, only_these: true, ..Self::default() }.knowing(held))
    }

    fn knowing(mut self, held: &[SourceState]) -> Self {
        self.read_by_ocr =
            held.iter().filter(|source| source.ocr).map(|source| source.sha256.clone()).collect();
        self
    }

    /// Whether the store says that a file was to be read by OCR.
    pub(super) fn is_read_by_ocr(&self, source: &SourceName) -> bool {
        source.sha256.is_some() && self.read_by_ocr.iter().any(|sha256| source.is_of(sha256))
    }

    /// The file that is meant: the one with the SHA-256, or else the one of that path or name, which then is another.
    pub(super) fn find(&self, source: &SourceName) -> Result<FoundFile, Problem> {
        if source.file.is_empty() && source.sha256.is_none() {
            return Err(Problem::SourceNotNamed);
        }
        let as_named = Path::new(&source.file);
        if !self.only_these && as_named.is_file() {
            return Ok(FoundFile { path: as_named.to_owned(), renamed: false });
        }
        let name = file_name(&source.file);
        let has_name = |path: &Path| path.file_name().is_some_and(|its| its.to_string_lossy() == name);
        let is_there = |path: &Path| self.only_these || path.is_file();
        let pick = |right_hash: bool, right_name: bool| {
            let fits = |(path, hash): &&(PathBuf, String)| {
                (!right_hash || source.is_of(hash)) && (!right_name || has_name(path)) && is_there(path)
            };
            self.files.iter().find(fits).map(|(path, _)| path.clone())
        };
        let found = |path, renamed| Ok(FoundFile { path, renamed });
        if let Some(path) = pick(true, true) {
            return found(path, false);
        }
        // A file of that name that is another one: what is wrong is told by its SHA-256.
        if let Some(path) = pick(false, true) {
            return found(path, false);
        }
        match pick(true, false).filter(|_| source.sha256.is_some()) {
            Some(path) if self.only_these || name.is_empty() => found(path, !name.is_empty()),
            _ => Err(Problem::SourceMissing),
        }
    }
}

/// The last part of a path, written on any system.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
