//! Exported files, and the quotations that they carry, one file a form.

mod annotation;
mod brief;
mod csv;
pub mod json;
mod parquet;
mod quoted;
mod sqlite;
mod table;
mod xlsx;
mod zip;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::claim::{Claim, SourceName};
use super::files::files_in;
use super::report::Fallen;
use crate::diagnostic::Diagnostic;

/// What was found in exported files.
#[derive(Debug, Default)]
pub struct Found {
    pub claims: Vec<Claim>,
    /// The file of each letter that is described, by the letter's id.
    pub letters: BTreeMap<String, SourceName>,
    /// Quotations that need no reading of a source to be told wrong.
    pub fallen: Vec<Fallen>,
    /// Each file that was looked into, and how many quotations it carries.
    pub files: Vec<(PathBuf, usize)>,
    /// Files of forms that no export has.
    pub passed_over: Vec<PathBuf>,
    pub faults: Vec<Diagnostic>,
}

/// Looks into files, and into those in folders. `known` gives the files of letters, beside those that the exported
/// files themselves describe.
pub fn read(paths: &[PathBuf], known: &BTreeMap<String, SourceName>) -> Found {
    let mut all = Found::default();
    for path in paths {
        match files_in(path) {
            Ok(files) => files.iter().for_each(|file| all.look_into(file, file == path)),
            Err(error) => all.faults.push(missing(path, &error)),
        }
    }
    name_sources(&mut all, known);
    all
}

impl Found {
    fn look_into(&mut self, path: &Path, is_named: bool) {
        let Some(read) = reader(path) else {
            if is_named {
                self.faults.push(unknown(path));
            }
            return self.passed_over.push(path.to_owned());
        };
        match std::fs::read(path)
            .map_err(|error| Box::new(missing(path, &error)))
            .and_then(|bytes| read(path, &bytes))
        {
            Ok(found) => {
                let quotations = found.claims.iter().filter(|claim| claim.is_quotation()).count();
                self.files.push((path.to_owned(), quotations + found.fallen.len()));
                self.claims.extend(found.claims);
                self.letters.extend(found.letters);
                self.fallen.extend(found.fallen);
            }
            Err(fault) => self.faults.push(*fault),
        }
    }
}

type Reader = fn(&Path, &[u8]) -> Result<Found, Box<Diagnostic>>;

/// What reads a file, by its ending.
fn reader(path: &Path) -> Option<Reader> {
    let ending = path.extension()?.to_string_lossy().to_lowercase();
    Some(match ending.as_str() {
        "csv" => csv::read,
        "jsonl" | "ndjson" => |path, bytes| json::read(path, bytes, true),
        "json" | "jsonld" => |path, bytes| json::read(path, bytes, false),
        "sqlite" | "sqlite3" | "db" => |path, _| sqlite::read(path),
        "xlsx" => xlsx::read,
        "parquet" => parquet::read,
        "md" | "markdown" => brief::markdown,
        "html" | "htm" => brief::html,
        "docx" => brief::docx,
        _ => return None,
    })
}

/// Fills in what claims leave out and other files say: the file of a letter, and the SHA-256 of a file.
fn name_sources(found: &mut Found, known: &BTreeMap<String, SourceName>) {
    let mut hashes: BTreeMap<String, Option<String>> = BTreeMap::new();
    let named = found.claims.iter().map(|claim| &claim.source);
    let sources: Vec<SourceName> =
        named.chain(found.letters.values()).chain(known.values()).cloned().collect();
    for source in sources {
        // A path that is given two hashes has none that could be filled in.
        let one = |held: &mut Option<String>| {
            if source.sha256.is_some() && *held != source.sha256 {
                *held = None;
            }
        };
        if source.sha256.is_some() {
            hashes.entry(source.file.clone()).and_modify(one).or_insert(source.sha256.clone());
        }
    }
    for claim in &mut found.claims {
        if claim.source.file.is_empty()
            && let Some(letter) = &claim.letter
            && let Some(source) = found.letters.get(letter).or_else(|| known.get(letter))
        {
            claim.source = source.clone();
        }
        if claim.source.sha256.is_none() {
            claim.source.sha256 = hashes.get(&claim.source.file).cloned().flatten();
        }
    }
}

fn missing(path: &Path, error: &std::io::Error) -> Diagnostic {
    let message = match error.kind() {
        std::io::ErrorKind::NotFound => "there is no such file or folder".to_owned(),
        _ => format!("it cannot be read: {error}"),
    };
    Diagnostic::error("unreadable-export", message)
        .in_file(path)
        .help("give a file or folder that `export` or `brief` has written")
}

fn unknown(path: &Path) -> Diagnostic {
    let help = "it takes .csv, .jsonl, .json, .jsonld, .sqlite, .xlsx, .parquet, .md, .html and .docx";
    Diagnostic::error("unknown-export", "its ending is that of no export").in_file(path).help(help)
}

fn unreadable(path: &Path, message: impl Into<String>) -> Box<Diagnostic> {
    let help = "write it again with `export` or `brief`; as it is it proves nothing";
    Box::new(Diagnostic::error("unreadable-export", message).in_file(path).help(help))
}
