use std::cell::RefCell;
use std::collections::HashMap;

use super::anchor::{self, Texts};
use super::plain::Plain;
use super::{Correction, Lost, passage, record};
use crate::check;
use crate::link::Decisions;
use crate::record::{LetterRecord, Quote, Source, WireSpan};
use crate::rules::RuleSet;
use crate::store::{StoreError, StoredLetter};

/// Where the letters' texts and files are.
pub trait Sources {
    /// The canonical text of the file with this SHA-256.
    ///
    /// # Errors
    /// When the store cannot be read.
    fn text(&self, sha256: &str) -> Result<Option<String>, StoreError>;

    /// The pages of a quotation, from the file itself; `None` where it is gone or has changed.
    fn pages(&self, source: &Source, quote: &Quote) -> Option<WireSpan>;
}

/// What has come of corrections.
#[derive(Debug, Default)]
pub struct Applied {
    /// About links and statuses, which are made from the letters later.
    pub decisions: Decisions,
    /// For each correction, the id of the finding that it is about, or why it is not applied.
    pub outcomes: Vec<Result<String, Lost>>,
}

/// The corrections of the areas that the letters are about.
pub fn of_area(corrections: &[Correction], letters: &[StoredLetter]) -> Vec<Correction> {
    let area = |id: &str| id.split('/').next().unwrap_or_default().to_owned();
    let held: Vec<String> = letters.iter().map(|letter| area(&letter.record.letter.id)).collect();
    corrections.iter().filter(|correction| held.contains(&area(&correction.anchor.letter))).cloned().collect()
}

/// Applies each correction whose words are found to the letters; of two about one thing, the later one stands.
///
/// # Errors
/// When a text cannot be read from the store.
pub fn apply(
    letters: &mut [StoredLetter],
    corrections: &[Correction],
    rules: &RuleSet,
    sources: &dyn Sources,
) -> Result<Applied, StoreError> {
    let known = RefCell::new(HashMap::new());
    let mut texts = |record: &LetterRecord| text(&known, sources, &record.source.sha256);
    let mut applied = Applied::default();
    let mut outcomes: Vec<Option<Result<String, Lost>>> = vec![None; corrections.len()];
    // Findings that are added come first, for other corrections may be about them.
    for adding in [true, false] {
        for (at, correction) in corrections.iter().enumerate() {
            if passage::adds(correction).is_some() == adding {
                let mut one =
                    One { letters, rules, sources, texts: &mut texts, decisions: &mut applied.decisions };
                outcomes[at] = Some(one.apply(correction)?);
            }
        }
    }
    if !corrections.is_empty() {
        letters.iter_mut().for_each(|letter| recount(&mut letter.record, rules));
    }
    applied.outcomes = outcomes.into_iter().flatten().collect();
    Ok(applied)
}

fn recount(record: &mut LetterRecord, rules: &RuleSet) {
    if record.findings.iter().any(|finding| !finding.decided.is_empty()) {
        check::recount(record, &rules.vocabulary);
    }
}

/// A text in plain form, made once.
fn text(
    known: &RefCell<HashMap<String, Option<Plain>>>,
    sources: &dyn Sources,
    sha256: &str,
) -> Result<Option<Plain>, StoreError> {
    if let Some(text) = known.borrow().get(sha256) {
        return Ok(text.clone());
    }
    let text = sources.text(sha256)?.map(|text| Plain::new(&text));
    known.borrow_mut().insert(sha256.to_owned(), text.clone());
    Ok(text)
}

/// What one correction is applied with.
struct One<'a, 't> {
    letters: &'a mut [StoredLetter],
    rules: &'a RuleSet,
    sources: &'a dyn Sources,
    texts: &'a mut Texts<'t>,
    decisions: &'a mut Decisions,
}

impl One<'_, '_> {
    fn apply(&mut self, correction: &Correction) -> Result<Result<String, Lost>, StoreError> {
        if let Err(lost) = record::names(&correction.change, self.rules) {
            return Ok(Err(lost));
        }
        let place = match self.place(correction)? {
            Ok(place) => place,
            Err(lost) => return Ok(Err(lost)),
        };
        let about = match self.about(correction, place)? {
            Ok(about) => about,
            Err(lost) => return Ok(Err(lost)),
        };
        let finding = &mut self.letters[place.0].record.findings[place.1];
        record::decide(finding, correction, about, self.rules, self.decisions);
        Ok(Ok(finding.id.clone()))
    }

    /// The letter and the finding that a correction is about; the finding is put in where it adds one.
    fn place(&mut self, correction: &Correction) -> Result<Result<(usize, usize), Lost>, StoreError> {
        let Some(kind) = passage::adds(correction) else {
            return anchor::finding(&correction.anchor, self.letters, self.texts);
        };
        Ok(passage::passage(&correction.anchor, self.letters, self.texts)?.map(|(letter, at)| {
            let record = &mut self.letters[letter].record;
            (letter, passage::put_in(record, at, kind, self.rules, self.sources))
        }))
    }

    /// The id of the letter that a status is as of, or of a link's other finding; `None` for other changes.
    fn about(
        &mut self,
        correction: &Correction,
        place: (usize, usize),
    ) -> Result<Result<Option<String>, Lost>, StoreError> {
        match &correction.change {
            super::Change::Status { as_of, .. } => Ok(self.as_of(as_of, place.0).map(Some)),
            super::Change::Link(link) => {
                let other = anchor::finding(&link.other, self.letters, self.texts)?;
                Ok(other.and_then(|(letter, finding)| {
                    let record = &self.letters[letter].record;
                    match letter == place.0 {
                        true => Err(Lost::SameLetter { letter: record.letter.id.clone() }),
                        false => Ok(Some(record.findings[finding].id.clone())),
                    }
                }))
            }
            _ => Ok(Ok(None)),
        }
    }

    fn as_of(&self, letter: &str, own: usize) -> Result<String, Lost> {
        let lost = || Lost::NoLetter { letter: letter.to_owned() };
        let at = *anchor::candidates(letter, self.letters).first().ok_or_else(lost)?;
        let id = self.letters[at].record.letter.id.clone();
        // Letters of one area are in order of date.
        if at < own { Err(Lost::TooEarly { letter: id }) } else { Ok(id) }
    }
}
