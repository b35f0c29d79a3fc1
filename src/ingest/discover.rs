//! Paths as given to files that are read, in order.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};

use super::fault;
use crate::diagnostic::Diagnostic;

/// What a folder is searched for. A file that is named is read whatever its ending.
const ENDINGS: [&str; 5] = ["pdf", "docx", "html", "htm", "txt"];

/// The files to read, and what was wrong with the paths given.
#[derive(Debug, Default)]
pub struct Discovered {
    /// Sorted, each once.
    pub files: Vec<PathBuf>,
    pub faults: Vec<Diagnostic>,
    pub warnings: Vec<Diagnostic>,
    /// Files in folders that have another ending.
    pub passed_over: Vec<PathBuf>,
}

pub fn discover(paths: &[PathBuf]) -> Discovered {
    let mut found = Found::default();
    for path in paths {
        found.path(&tidy(path));
    }
    Discovered {
        files: found.files.into_iter().collect(),
        faults: found.faults,
        warnings: found.warnings,
        passed_over: found.passed_over.into_iter().collect(),
    }
}

/// The path without `.` in it, so that `./letters` and `letters` are one source.
fn tidy(path: &Path) -> PathBuf {
    let tidy: PathBuf = path.components().filter(|part| *part != Component::CurDir).collect();
    if tidy.as_os_str().is_empty() { path.to_owned() } else { tidy }
}

#[derive(Default)]
struct Found {
    files: BTreeSet<PathBuf>,
    faults: Vec<Diagnostic>,
    warnings: Vec<Diagnostic>,
    passed_over: BTreeSet<PathBuf>,
}

impl Found {
    fn path(&mut self, path: &Path) {
        match std::fs::metadata(path) {
            Ok(data) if data.is_dir() => self.named_folder(path),
            Ok(data) if data.is_file() => drop(self.files.insert(path.to_owned())),
            Ok(_) => self.faults.push(fault::special(path)),
            Err(error) => self.faults.push(fault::unreachable(path, &error)),
        }
    }

    fn named_folder(&mut self, folder: &Path) {
        let before = (self.files.len(), self.faults.len());
        self.folder(folder);
        if (self.files.len(), self.faults.len()) == before
            && !self.files.iter().any(|f| f.starts_with(folder))
        {
            self.faults.push(fault::empty_folder(folder));
        }
    }

    fn folder(&mut self, folder: &Path) {
        let entries = match std::fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.faults.push(fault::unreachable(folder, &error)),
        };
        // A folder gives its entries in no order of its own; what is said of them keeps one.
        let mut entries: Vec<PathBuf> = entries
            .flatten()
            .filter(|entry| !is_hidden(&entry.file_name()))
            .map(|entry| tidy(&entry.path()))
            .collect();
        entries.sort();
        entries.iter().for_each(|path| self.entry(path));
    }

    /// Something in a folder. A link to a folder is not followed: it may lead back here.
    fn entry(&mut self, path: &Path) {
        match (path.is_dir(), path.is_symlink()) {
            (true, true) => self.warnings.push(fault::link_to_folder(path)),
            (true, false) => self.folder(path),
            (false, _) if has_ending(path) => self.path(path),
            (false, _) => drop(self.passed_over.insert(path.to_owned())),
        }
    }
}

fn is_hidden(name: &std::ffi::OsStr) -> bool {
    name.to_string_lossy().starts_with('.')
}

fn has_ending(path: &Path) -> bool {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_searched_and_hidden_files_are_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("inner")).unwrap();
        for name in ["b.TXT", "a.pdf", ".hidden.txt", "page.htm", "notes.odt", "inner/c.docx"] {
            std::fs::write(at(name), "text").unwrap();
        }
        let found = discover(&[folder.path().to_owned(), at("a.pdf"), at("notes.odt")]);
        assert_eq!(
            found.files,
            [at("a.pdf"), at("b.TXT"), at("inner/c.docx"), at("notes.odt"), at("page.htm")]
        );
        assert!(found.faults.is_empty(), "{:?}", found.faults);
    }

    #[test]
    fn a_folder_without_letters_and_a_path_that_is_not_there_are_faults() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("missing.pdf");
        let codes: Vec<&str> =
            discover(&[folder.path().to_owned(), missing]).faults.iter().map(|fault| fault.code).collect();
        assert_eq!(codes, ["empty-folder", "missing-path"]);
    }

    #[test]
    fn one_path_written_two_ways_is_one_file() {
        assert_eq!(tidy(Path::new("./letters/./a.pdf")), Path::new("letters/a.pdf"));
        assert_eq!(tidy(Path::new(".")), Path::new("."));
    }
}
