//! Files to the store: read, extract, keep. Files are worked on in parallel and in batches, so that memory
//! holds one batch however many files there are. One bad file becomes a [`Diagnostic`] and the rest goes on.

mod again;
mod discover;
mod fault;
mod misnamed;
mod one;
mod open;
mod report;

pub use again::{Again, bytes_again, read_again};
pub use one::{ReadFile, read_document, read_file};
pub use open::{Opened, open, open_all};
pub use report::{LetterFound, NoLetter, Report};

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::diagnostic::Diagnostic;
use crate::read::{Limits, Options};
use crate::rules::RuleSet;
use crate::store::{IngestedSource, PROGRAM, SourceState, Store, StoreError};
use one::Outcome;

/// How many files are held in memory at once.
const BATCH: usize = 16;

/// Told how far ingestion has come. Called from several threads.
pub trait Watch: Sync {
    fn begin(&self, files: usize);
    fn done(&self, file: &Path);
}

/// Reads `paths`, files and folders, into the store. A file that is held already, unchanged and read with
/// the same rules by this version of the program, is passed over, unless OCR is asked for now and was not then; a
/// changed one replaces its letters; a failed one changes nothing.
///
/// # Errors
/// When the store cannot be read or written. What went wrong with a file is in the report.
pub fn ingest(
    paths: &[PathBuf],
    rules: &RuleSet,
    options: &Options,
    store: &mut Store,
    watch: &dyn Watch,
) -> Result<Report, StoreError> {
    let discovered = discover::discover(paths);
    let mut report = Report {
        failed: discovered.faults,
        warnings: discovered.warnings,
        passed_over: discovered.passed_over,
        ..Report::default()
    };
    let held = Held::of(store)?;
    watch.begin(discovered.files.len());
    for batch in discovered.files.chunks(BATCH) {
        let work = |path: &PathBuf| {
            let outcome = one::ingest(path, rules, options, &held);
            watch.done(path);
            outcome
        };
        let outcomes: Vec<Outcome> = batch.par_iter().map(work).collect();
        let sources = keep(outcomes, &mut report);
        if !sources.is_empty() {
            store.replace(&sources)?;
        }
    }
    Ok(report)
}

/// Reports each outcome and gives the sources that are to be stored.
fn keep(outcomes: Vec<Outcome>, report: &mut Report) -> Vec<IngestedSource> {
    let mut sources = Vec::new();
    for outcome in outcomes {
        match outcome {
            Outcome::Unchanged(path) => report.unchanged.push(path),
            Outcome::Failed(fault) => report.failed.push(*fault),
            Outcome::Read { source, warnings, seen } => {
                report.read(&source, seen);
                report.warnings.extend(warnings);
                sources.push(*source);
            }
        }
    }
    sources
}

/// What the store holds of each file, by its path.
struct Held(HashMap<String, SourceState>);

impl Held {
    fn of(store: &Store) -> Result<Self, StoreError> {
        Ok(Self(store.sources()?.into_iter().map(|state| (state.path.clone(), state)).collect()))
    }

    /// Whether the file is held as it is, and was read by the same rules and version of the program. Where limits
    /// are given, it may have been read with others.
    fn is_unchanged(&self, path: &str, sha256: &str, rules_sha256: &str, options: &Options) -> bool {
        self.0.get(path).is_some_and(|state| {
            state.sha256 == sha256
                && state.rules_sha256 == rules_sha256
                && state.read_by == PROGRAM
                && (state.ocr || options.ocr.is_none())
                && options.limits == Limits::default()
        })
    }

    /// Whether OCR was asked for when the file was read as it is.
    fn was_read_with_ocr(&self, path: &str, sha256: &str) -> bool {
        self.0.get(path).is_some_and(|state| state.sha256 == sha256 && state.ocr)
    }
}

/// What to tell of a file that holds no letter.
fn no_letter(path: &Path, seen: &str) -> Diagnostic {
    let message = match seen {
        "" => "no letter of a known family was found".to_owned(),
        seen => format!("no letter of a known family was found: the file opens with “{seen}”"),
    };
    Diagnostic::warning("no-letter", message).in_file(path).help(
        "if it is a letter, its family needs a rule file: `throughline rules list` shows the families known, \
         and --rules takes a folder with more",
    )
}
