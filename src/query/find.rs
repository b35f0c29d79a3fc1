//! A letter or a finding by its id, or by the beginning of one.

use rapidfuzz::fuzz;

use super::Library;
use crate::record::Finding;
use crate::store::StoredLetter;

#[derive(Debug)]
pub enum Found<'a> {
    Letter(&'a StoredLetter),
    Finding(&'a StoredLetter, &'a Finding),
}

#[derive(Debug, PartialEq, Eq)]
pub enum NotFound {
    /// Several ids begin so; the letters' ids alone where they are letters.
    Ambiguous(Vec<String>),
    /// No id begins so. These are the most like it.
    Unknown { near: Vec<String> },
}

/// How many near ids are suggested.
const SUGGESTIONS: usize = 3;
/// Below this likeness an id is another id, not a slip of the pen.
const NEAR_ENOUGH: f64 = 0.6;

/// The letter or finding with the id, or the only one whose id begins so. A letter's id begins those of its
/// findings, so the beginning of one letter's id means that letter.
pub fn find<'a>(library: &'a Library, id: &str) -> Result<Found<'a>, NotFound> {
    if let Some(exact) = everything(library).find(|found| found.id() == id) {
        return Ok(exact);
    }
    let letters: Vec<Found> = letters(library).filter(|found| found.id().starts_with(id)).collect();
    let begun = match letters.is_empty() {
        true => everything(library).filter(|found| found.id().starts_with(id)).collect(),
        false => letters,
    };
    match <[Found; 1]>::try_from(begun) {
        Ok([only]) => Ok(only),
        Err(none) if none.is_empty() => Err(NotFound::Unknown { near: near(library, id) }),
        Err(several) => Err(NotFound::Ambiguous(several.iter().map(|found| found.id().to_owned()).collect())),
    }
}

impl<'a> Found<'a> {
    pub fn id(&self) -> &'a str {
        match self {
            Found::Letter(letter) => &letter.record.letter.id,
            Found::Finding(_, finding) => &finding.id,
        }
    }
}

fn letters(library: &Library) -> impl Iterator<Item = Found<'_>> {
    library.letters().iter().map(Found::Letter)
}

fn everything(library: &Library) -> impl Iterator<Item = Found<'_>> {
    library.letters().iter().flat_map(|letter| {
        let findings = letter.record.findings.iter();
        std::iter::once(Found::Letter(letter))
            .chain(findings.map(move |finding| Found::Finding(letter, finding)))
    })
}

fn near(library: &Library, id: &str) -> Vec<String> {
    let likeness = |found: &Found| fuzz::ratio(id.chars(), found.id().chars());
    let mut scored: Vec<(f64, &str)> =
        everything(library).map(|found| (likeness(&found), found.id())).collect();
    scored.retain(|(likeness, _)| *likeness >= NEAR_ENOUGH);
    scored.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    scored.into_iter().take(SUGGESTIONS).map(|(_, id)| id.to_owned()).collect()
}
