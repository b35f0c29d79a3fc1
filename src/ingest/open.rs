//! A file to be looked into: how its letters are read, and not only what is read from them.

use std::path::{Path, PathBuf};

use super::one;
use crate::check;
use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::extract::{self, LetterReading};
use crate::read::Options;
use crate::record::{Quoter, Source};
use crate::rules::RuleSet;

/// A file's text. Its letters may be read by one set of rules or by several.
#[derive(Debug)]
pub struct Opened {
    pub document: Document,
    pub source: Source,
    pub warnings: Vec<Diagnostic>,
}

/// Reads a file's text.
///
/// # Errors
/// What is wrong with the file, with its name and what to do.
pub fn open(path: &Path, options: &Options) -> Result<Opened, Box<Diagnostic>> {
    let bytes = one::bytes(path, &options.limits)?;
    let reading = one::read_in_file(path, &bytes, options)?;
    let source = Source::of(&reading.document, path.to_string_lossy().into_owned(), one::hash(&bytes));
    Ok(Opened { document: reading.document, source, warnings: reading.warnings })
}

impl Opened {
    /// The letters with what the rules did to read them; their records as `extract` gives them.
    pub fn letters<'r>(&self, rules: &'r RuleSet) -> Vec<LetterReading<'r>> {
        let mut letters = extract::read_letters(&self.document, rules, &self.source);
        let quoter = Quoter::new(&self.document);
        letters.iter_mut().for_each(|letter| check::check(&mut letter.record, &quoter, rules));
        letters
    }
}

/// The files that paths name, and those in the folders among them, each as [`open`] gives it.
pub fn open_all(paths: &[PathBuf], options: &Options) -> Vec<Result<Opened, Box<Diagnostic>>> {
    let found = super::discover::discover(paths);
    let faults = found.faults.into_iter().map(|fault| Err(Box::new(fault)));
    faults.chain(found.files.iter().map(|file| open(file, options))).collect()
}
