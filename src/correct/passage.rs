//! Passages of a letter's text that a person says are findings.

use sha2::{Digest, Sha256};

use super::anchor::{Texts, by_context, candidates, inside};
use super::plain::Plain;
use super::{Anchor, Correction, Lost, Sources};
use crate::record::{ADDED, Finding, FindingKind, LetterRecord, Quote, WireSpan};
use crate::rules::RuleSet;
use crate::store::{StoreError, StoredLetter};
use crate::text::hex;

/// The letter that an anchor's passage stands in, the passage, and where in the text it stands.
pub fn passage(
    anchor: &Anchor,
    letters: &[StoredLetter],
    texts: &mut Texts<'_>,
) -> Result<Result<(usize, Quote), Lost>, StoreError> {
    let letter = || anchor.letter.clone();
    let candidates = candidates(&anchor.letter, letters);
    if candidates.is_empty() {
        return Ok(Err(Lost::NoLetter { letter: letter() }));
    }
    for at in candidates {
        let record = &letters[at].record;
        let Some(text) = texts(record)? else { continue };
        let places = inside(record, text.find(&Plain::new(&anchor.exact)));
        let places: Vec<((usize, usize), (usize, usize))> =
            places.into_iter().map(|place| (place, place)).collect();
        match by_context(anchor, &text, &places)[..] {
            [] => {}
            [place] => return Ok(Ok((at, quote(record, &text, place)))),
            _ => return Ok(Err(Lost::Several { letter: letter(), ids: Vec::new() })),
        }
    }
    Ok(Err(Lost::NoWords { letter: letter() }))
}

fn quote(record: &LetterRecord, text: &Plain, place: (usize, usize)) -> Quote {
    let span = WireSpan {
        start: place.0,
        end: place.1,
        page: page(record, place.0),
        last_page: None,
        line: None,
        ocr_confidence: None,
    };
    Quote { quote: text.slice(place), span }
}

/// The page of the last quotation before the place, for where the file itself cannot be asked.
fn page(record: &LetterRecord, start: usize) -> u32 {
    let before = record.quotes().map(|quote| quote.span).filter(|span| span.start <= start);
    before.max_by_key(|span| span.start).map_or(record.letter.span.page, |span| span.page)
}

/// Puts a passage among the letter's findings, and gives its place there. One that the rules have found since
/// is not put in again.
pub fn put_in(
    record: &mut LetterRecord,
    at: Quote,
    kind: &FindingKind,
    rules: &RuleSet,
    sources: &dyn Sources,
) -> usize {
    let words = Plain::new(&at.quote);
    let is_it = |finding: &Finding| {
        finding.kind == *kind && Plain::new(&finding.statement).as_str() == words.as_str()
    };
    if let Some(known) = record.findings.iter().position(is_it) {
        return known;
    }
    let finding = finding(record, at, kind, rules, sources);
    let place = record.findings.partition_point(|other| other.at.span.start <= finding.at.span.start);
    record.findings.insert(place, finding);
    place
}

fn finding(
    record: &LetterRecord,
    mut at: Quote,
    kind: &FindingKind,
    rules: &RuleSet,
    sources: &dyn Sources,
) -> Finding {
    at.span = sources.pages(&record.source, &at).unwrap_or(at.span);
    let numbers = record.findings.iter().filter(|finding| finding.kind == *kind);
    let number = 1 + numbers.map(|finding| finding.number).max().unwrap_or(0);
    let statement = at.quote.split_whitespace().collect::<Vec<_>>().join(" ");
    let themes = rules.themes_about(&record.rules.pack, &statement, &[]);
    Finding {
        id: id(record, kind, &at),
        kind: kind.clone(),
        number,
        themes: themes.into_iter().map(|theme| theme.id.clone()).collect(),
        statement,
        parts: Vec::new(),
        at,
        responsible_body: None,
        judgement: None,
        judgement_quote: None,
        evidence: Vec::new(),
        rule: ADDED.to_owned(),
        decided: Vec::new(),
    }
}

/// `LETTER/KIND/added-` and some of the hash of the words: the same wherever they stand, and no number.
fn id(record: &LetterRecord, kind: &FindingKind, at: &Quote) -> String {
    let hash = hex(&Sha256::digest(Plain::new(&at.quote).as_str()));
    format!("{}/{kind}/added-{}", record.letter.id, &hash[..8])
}

/// Whether the correction adds a finding, which others may be about.
pub fn adds(correction: &Correction) -> Option<&FindingKind> {
    match &correction.change {
        super::Change::FindingKind(kind) => Some(kind),
        _ => None,
    }
}
