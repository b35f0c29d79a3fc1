//! The letters held with corrections applied to them.

use crate::correct::{self, Correction, CorrectionFile, Lost, Sources};
use crate::diagnostic::Diagnostic;
use crate::ingest;
use crate::query::Library;
use crate::read::Limits;
use crate::record::{Quote, Quoter, Source, WireSpan};
use crate::rules::RuleSet;
use crate::store::{Store, StoreError, StoredLetter};

#[derive(Debug)]
pub struct Corrected {
    pub library: Library,
    /// For each correction, the id of the finding that it is about, or why it is not applied.
    pub outcomes: Vec<Result<String, Lost>>,
}

impl Corrected {
    /// # Errors
    /// When the store cannot be read.
    pub fn new(
        store: &Store,
        rules: &RuleSet,
        mut letters: Vec<StoredLetter>,
        corrections: &[Correction],
    ) -> Result<Self, StoreError> {
        let applied = correct::apply(&mut letters, corrections, rules, &Held { store })?;
        let library = Library::decided(letters, applied.decisions);
        Ok(Self { library, outcomes: applied.outcomes })
    }

    /// A warning for each correction of the file that is not applied.
    pub fn lost(&self, file: &CorrectionFile, corrections: &[Correction]) -> Vec<Diagnostic> {
        let outcomes = corrections.iter().zip(&self.outcomes);
        outcomes
            .filter_map(|(correction, outcome)| Some(file.lost(correction, outcome.as_ref().err()?)))
            .collect()
    }
}

/// Texts of the store, and pages of the files that letters were read from.
struct Held<'a> {
    store: &'a Store,
}

impl Sources for Held<'_> {
    fn text(&self, sha256: &str) -> Result<Option<String>, StoreError> {
        self.store.text(sha256)
    }

    fn pages(&self, source: &Source, quote: &Quote) -> Option<WireSpan> {
        let again = ingest::read_again(source, &Limits::default()).ok()?;
        Some(Quoter::new(&again.document).span(again.find(quote)?))
    }
}
