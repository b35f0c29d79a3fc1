//! One file, from its bytes to its letters.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use sha2::{Digest, Sha256};

use super::{Held, fault, misnamed, no_letter};
use crate::check;
use crate::diagnostic::{Diagnostic, Place};
use crate::document::Document;
use crate::extract;
use crate::read::{self, Limits, Options, ReadError, Reading};
use crate::record::{LetterRecord, Quoter, Source};
use crate::rules::RuleSet;
use crate::store::{IngestedSource, PROGRAM, StoredWarning};

/// What became of one file.
pub enum Outcome {
    /// Its path.
    Unchanged(String),
    Failed(Box<Diagnostic>),
    Read {
        source: Box<IngestedSource>,
        warnings: Vec<Diagnostic>,
        /// How the file opens, for one without a letter.
        seen: String,
    },
}

/// A file's text and letters.
#[derive(Debug)]
pub struct ReadFile {
    pub document: Document,
    pub letters: Vec<LetterRecord>,
    pub warnings: Vec<Diagnostic>,
    pub source: Source,
}

pub(super) fn ingest(path: &Path, rules: &RuleSet, options: &Options, held: &Held) -> Outcome {
    let bytes = match bytes(path, &options.limits) {
        Ok(bytes) => bytes,
        Err(fault) => return Outcome::Failed(fault),
    };
    let sha256 = hash(&bytes);
    let name = path.to_string_lossy();
    if held.is_unchanged(&name, &sha256, &rules.sha256(), options) {
        return Outcome::Unchanged(name.into_owned());
    }
    // What was read by OCR once would be lost when other rules, or another version, read it without.
    let with_ocr = || Options { limits: options.limits, ..Options::with_ocr() };
    let again_with_ocr = (options.ocr.is_none() && held.was_read_with_ocr(&name, &sha256)).then(with_ocr);
    let options = again_with_ocr.as_ref().unwrap_or(options);
    match read_bytes(path, &bytes, sha256, rules, options) {
        Ok(read) => to_store(path, read, rules, options),
        Err(fault) => Outcome::Failed(fault),
    }
}

/// Reads a file and finds its letters.
///
/// # Errors
/// What is wrong with the file, with its name and what to do.
pub fn read_file(path: &Path, rules: &RuleSet, options: &Options) -> Result<ReadFile, Box<Diagnostic>> {
    let bytes = bytes(path, &options.limits)?;
    let sha256 = hash(&bytes);
    read_bytes(path, &bytes, sha256, rules, options)
}

pub(super) fn bytes(path: &Path, limits: &Limits) -> Result<Vec<u8>, Box<Diagnostic>> {
    let unreadable = |error| Box::new(fault::unreadable(path, &error));
    let data = std::fs::metadata(path).map_err(unreadable)?;
    if !data.is_file() && !data.is_dir() {
        return Err(Box::new(fault::special(path)));
    }
    if data.is_file() && data.len() > limits.file_bytes {
        return Err(Box::new(fault::too_large(path, limits)));
    }
    std::fs::read(path).map_err(unreadable)
}

pub(super) fn hash(bytes: &[u8]) -> String {
    crate::text::hex(&Sha256::digest(bytes))
}

fn read_bytes(
    path: &Path,
    bytes: &[u8],
    sha256: String,
    rules: &RuleSet,
    options: &Options,
) -> Result<ReadFile, Box<Diagnostic>> {
    guarded(path, || find_letters(path, bytes, sha256, rules, options))
}

/// Reads a file's text, without looking for letters in it.
///
/// # Errors
/// What is wrong with the file, with its name and what to do.
pub fn read_document(path: &Path, options: &Options) -> Result<Reading, Box<Diagnostic>> {
    read_in_file(path, &bytes(path, &options.limits)?, options)
}

/// Reads the text of a file's bytes.
pub(super) fn read_in_file(path: &Path, bytes: &[u8], options: &Options) -> Result<Reading, Box<Diagnostic>> {
    let mut reading = guarded(path, || read::read(bytes, options))?;
    reading.warnings.extend(misnamed::warning(path, reading.document.media_type()));
    reading.warnings = in_file(path, reading.warnings);
    Ok(reading)
}

/// Tells an error as one of the file. A fault of this program in one file must not keep the others from being
/// read, so a panic is told in the same way.
fn guarded<T>(path: &Path, read: impl FnOnce() -> Result<T, ReadError>) -> Result<T, Box<Diagnostic>> {
    let fault = match catch_unwind(AssertUnwindSafe(read)) {
        Ok(Ok(read)) => return Ok(read),
        Ok(Err(error)) => Diagnostic::error(error.code(), error.to_string()).help(error.help()),
        Err(_) => Diagnostic::error("fault", "throughline failed on this file: a fault of its own")
            .help("please report it, with the file; the other files are not touched by it"),
    };
    Err(Box::new(fault.in_file(path)))
}

fn in_file(path: &Path, warnings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    warnings.into_iter().map(|warning| warning.in_file(path)).collect()
}

fn find_letters(
    path: &Path,
    bytes: &[u8],
    sha256: String,
    rules: &RuleSet,
    options: &Options,
) -> Result<ReadFile, ReadError> {
    let Reading { document, mut warnings } = read::read(bytes, options)?;
    warnings.extend(misnamed::warning(path, document.media_type()));
    let source = Source::of(&document, path.to_string_lossy().into_owned(), sha256);
    let mut letters = extract::letter_records(&document, rules, &source);
    let quoter = Quoter::new(&document);
    letters.iter_mut().for_each(|letter| check::check(letter, &quoter, rules));
    let warnings = in_file(path, warnings);
    Ok(ReadFile { document, letters, warnings, source })
}

fn to_store(path: &Path, read: ReadFile, rules: &RuleSet, options: &Options) -> Outcome {
    let ReadFile { document, letters, mut warnings, source } = read;
    let seen = opening(&document);
    if letters.is_empty() {
        warnings.push(no_letter(path, &seen));
    }
    let source = IngestedSource {
        path: source.path,
        sha256: source.sha256,
        media_type: source.media_type,
        pages: source.pages,
        text: document.text().to_owned(),
        rules_sha256: rules.sha256(),
        read_by: PROGRAM.to_owned(),
        ocr: options.ocr.is_some(),
        letters,
        warnings: warnings.iter().map(stored).collect(),
    };
    Outcome::Read { source: Box::new(source), warnings, seen }
}

fn stored(warning: &Diagnostic) -> StoredWarning {
    let page = match warning.place {
        Some(Place::Page { page }) => Some(page),
        _ => None,
    };
    StoredWarning { code: warning.code.to_owned(), message: warning.message.clone(), page }
}

/// How many characters of a file's opening are shown.
const OPENING: usize = 80;

/// The words a file opens with: its first heading, else its first block.
fn opening(document: &Document) -> String {
    let blocks = document.blocks();
    let block = blocks.iter().find(|block| block.is_heading()).or_else(|| blocks.first());
    let text = block.map_or("", |block| document.slice(block.span));
    match text.char_indices().nth(OPENING) {
        Some((end, _)) => format!("{} …", text[..end].trim_end()),
        None => text.to_owned(),
    }
}
