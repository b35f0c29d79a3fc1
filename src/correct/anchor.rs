//! From a correction's words to the finding or passage that they are in the letters held.

use jiff::civil::Date;
use rapidfuzz::fuzz;

use super::plain::Plain;
use super::{Anchor, Lost};
use crate::check::days_between;
use crate::record::{Finding, LetterRecord, PartialDate};
use crate::store::{StoreError, StoredLetter, kept_id};

/// Two readings of one letter do not differ by more in its date, in days. Another letter of its kind is later.
const SAME_LETTER: i32 = 62;
/// From this likeness on, a statement is the one that was corrected, with slips.
const LIKE: f64 = 0.9;
/// How much the next statement must be less like it.
const APART: f64 = 0.05;

/// Gives a letter's canonical text in plain form.
pub type Texts<'a> = dyn FnMut(&LetterRecord) -> Result<Option<Plain>, StoreError> + 'a;

/// The indices of the letters that an id may mean, the likeliest first: that of the id; else one that only
/// shares its plain id; else those of its area and kind about its time.
pub fn candidates(id: &str, letters: &[StoredLetter]) -> Vec<usize> {
    let ids = || letters.iter().map(|letter| letter.record.letter.id.as_str()).enumerate();
    let mut same: Vec<usize> =
        ids().filter(|(_, other)| kept_id(other) == kept_id(id)).map(|(at, _)| at).collect();
    same.sort_by_key(|at| letters[*at].record.letter.id != id);
    if !same.is_empty() {
        return same;
    }
    let Some((area, date, kind)) = parts(id) else { return Vec::new() };
    let of_kind: Vec<(usize, &str)> = ids()
        .filter_map(|(at, other)| parts(other).map(|parts| (at, parts)))
        .filter(|(_, (other_area, _, other_kind))| *other_area == area && *other_kind == kind)
        .map(|(at, (_, date, _))| (at, date))
        .collect();
    let mut near: Vec<(i32, usize)> =
        of_kind.iter().filter_map(|(at, other)| Some((days(date, other)?, *at))).collect();
    near.retain(|(days, _)| *days <= SAME_LETTER);
    near.sort_unstable();
    match (&near[..], &of_kind[..]) {
        // A copy may lack its date. Where there is one letter of the kind alone, it is that one.
        ([], [(only, other)]) if day(date).is_none() || day(other).is_none() => vec![*only],
        _ => near.into_iter().map(|(_, at)| at).collect(),
    }
}

/// Area, date and kind of a letter's id.
fn parts(id: &str) -> Option<(&str, &str, &str)> {
    let mut parts = kept_id(id).splitn(3, '/');
    Some((parts.next()?, parts.next()?, parts.next()?))
}

/// How many days are between two dates of ids; `None` where one has none.
fn days(one: &str, other: &str) -> Option<i32> {
    Some(days_between(day(one)?, day(other)?).abs())
}

/// The day of a date, or the middle of a month.
fn day(text: &str) -> Option<Date> {
    let date = PartialDate::parse_iso(text)?;
    date.day().or_else(|| Date::new(date.year(), text.get(5..7)?.parse().ok()?, 15).ok())
}

/// The finding that an anchor means, as the places of letter and finding.
pub fn finding(
    anchor: &Anchor,
    letters: &[StoredLetter],
    texts: &mut Texts<'_>,
) -> Result<Result<(usize, usize), Lost>, StoreError> {
    let candidates = candidates(&anchor.letter, letters);
    let mut lost = Lost::NoLetter { letter: anchor.letter.clone() };
    for by in [by_statement, by_passage, by_likeness] {
        for &at in &candidates {
            match by(anchor, &letters[at].record, texts)? {
                Ok(finding) => return Ok(Ok((at, finding))),
                Err(reason) => lost = more_telling(lost, reason),
            }
        }
    }
    Ok(Err(lost))
}

/// Of two reasons, the one that says more of what is wrong.
fn more_telling(one: Lost, other: Lost) -> Lost {
    let rank = |lost: &Lost| match lost {
        Lost::NoLetter { .. } => 0,
        Lost::NoWords { .. } => 1,
        Lost::NoFinding { .. } => 2,
        _ => 3,
    };
    if rank(&other) > rank(&one) { other } else { one }
}

type Found = Result<usize, Lost>;

/// The finding whose statement has the same words.
fn by_statement(anchor: &Anchor, record: &LetterRecord, texts: &mut Texts<'_>) -> Result<Found, StoreError> {
    let wanted = Plain::new(&anchor.exact);
    let says = |finding: &Finding| Plain::new(&finding.statement).as_str() == wanted.as_str();
    let same: Vec<usize> = positions(record, says);
    let at = |place: &usize| {
        let span = record.findings[*place].at.span;
        (*place, (span.start, span.end))
    };
    one_of(anchor, record, same.iter().map(at).collect(), texts)
}

/// The finding in whose words, or whose judgement or evidence, the passage stands.
fn by_passage(anchor: &Anchor, record: &LetterRecord, texts: &mut Texts<'_>) -> Result<Found, StoreError> {
    let letter = record.letter.id.clone();
    let Some(text) = texts(record)? else { return Ok(Err(Lost::NoWords { letter })) };
    let places = inside(record, text.find(&Plain::new(&anchor.exact)));
    if places.is_empty() {
        return Ok(Err(Lost::NoWords { letter }));
    }
    let mut found = Vec::new();
    for place in places {
        let states = |finding: &Finding| overlaps(finding.at.span.start, finding.at.span.end, place);
        let quotes = |finding: &Finding| {
            finding.quotes().any(|quote| overlaps(quote.span.start, quote.span.end, place))
        };
        let mut of_place = positions(record, states);
        if of_place.is_empty() {
            of_place = positions(record, quotes);
        }
        found.extend(of_place.into_iter().map(|finding| (finding, place)));
    }
    if found.is_empty() {
        return Ok(Err(Lost::NoFinding { letter }));
    }
    one_of(anchor, record, found, texts)
}

/// The finding whose statement is nearly the same and more so than any other.
fn by_likeness(anchor: &Anchor, record: &LetterRecord, _: &mut Texts<'_>) -> Result<Found, StoreError> {
    let wanted = Plain::new(&anchor.exact);
    let likeness = |finding: &Finding| {
        let statement = Plain::new(&finding.statement);
        fuzz::ratio(wanted.as_str().chars(), statement.as_str().chars())
    };
    let mut scored: Vec<(f64, usize)> =
        record.findings.iter().map(likeness).enumerate().map(|(place, score)| (score, place)).collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0));
    Ok(match scored[..] {
        [(best, place)] if best >= LIKE => Ok(place),
        [(best, place), (next, _), ..] if best >= LIKE && best - next >= APART => Ok(place),
        _ => Err(Lost::NoWords { letter: record.letter.id.clone() }),
    })
}

fn positions(record: &LetterRecord, is_meant: impl Fn(&Finding) -> bool) -> Vec<usize> {
    let findings = record.findings.iter().enumerate();
    findings.filter(|(_, finding)| is_meant(finding)).map(|(place, _)| place).collect()
}

fn overlaps(start: usize, end: usize, place: (usize, usize)) -> bool {
    start < place.1 && place.0 < end
}

/// The places that stand in the letter.
pub fn inside(record: &LetterRecord, mut places: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let span = record.letter.span;
    places.retain(|(start, end)| span.start <= *start && *end <= span.end);
    places
}

/// The one finding among those found, each with its place; of several, the one around which the anchor's other
/// words stand.
fn one_of(
    anchor: &Anchor,
    record: &LetterRecord,
    found: Vec<(usize, (usize, usize))>,
    texts: &mut Texts<'_>,
) -> Result<Found, StoreError> {
    let letter = || record.letter.id.clone();
    let Some(&(first, _)) = found.first() else { return Ok(Err(Lost::NoWords { letter: letter() })) };
    if found.iter().all(|(finding, _)| *finding == first) {
        return Ok(Ok(first));
    }
    let text = texts(record)?.unwrap_or_else(|| Plain::new(""));
    let best = by_context(anchor, &text, &found);
    if let [only] = best[..] {
        return Ok(Ok(only));
    }
    let ids = best.iter().map(|finding| record.findings[*finding].id.clone()).collect();
    Ok(Err(Lost::Several { letter: letter(), ids }))
}

/// Those around which most of the anchor's prefix and suffix stands, each once.
pub fn by_context<T: Copy + PartialEq>(
    anchor: &Anchor,
    text: &Plain,
    found: &[(T, (usize, usize))],
) -> Vec<T> {
    let (prefix, suffix) = (Plain::new(&anchor.prefix), Plain::new(&anchor.suffix));
    let score = |place: &(usize, usize)| text.agreement(*place, &prefix, &suffix);
    let most = found.iter().map(|(_, place)| score(place)).max().unwrap_or(0);
    let mut best = Vec::new();
    for (meant, place) in found {
        if score(place) == most && !best.contains(meant) {
            best.push(*meant);
        }
    }
    best
}
