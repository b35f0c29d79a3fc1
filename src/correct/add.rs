use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

use super::change::Change;
use super::file::FORMAT;
use super::plain::Plain;
use super::{Anchor, Correction};
use crate::record::{Finding, LetterRecord};

/// How many characters of the words before and after are kept.
const BESIDE: usize = 60;

/// The file's text with one more correction at its end. What stands there already, comments too, stays as it is.
/// `None` where the text is not valid TOML, or has no list where corrections stand.
pub fn add(text: &str, correction: &Correction) -> Option<String> {
    let mut document: DocumentMut = text.parse().ok()?;
    if document.get("format").is_none() {
        document.insert("format", value(FORMAT));
    }
    let list = document.entry("correction").or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    list.as_array_of_tables_mut()?.push(table(correction));
    Some(document.to_string())
}

fn table(correction: &Correction) -> Table {
    let mut table = Table::new();
    anchor(&mut table, &correction.anchor);
    if let Change::Link(link) = &correction.change {
        let mut other = Table::new();
        anchor(&mut other, &link.other);
        other.insert("kind", value(correction.change.to().unwrap_or_else(|| "none".to_owned())));
        table.insert("link", Item::Table(other));
    }
    for (key, text) in keys(&correction.change) {
        table.insert(key, value(text));
    }
    table.insert("by", value(&correction.by));
    table.insert("date", value(correction.date.to_string()));
    table.insert("why", value(&correction.why));
    table
}

/// The keys that say what a correction changes, other than a link's, which has a table.
fn keys(change: &Change) -> Vec<(&'static str, String)> {
    match change {
        Change::Judgement(judgement) => vec![("judgement", judgement.to_string())],
        Change::AddTheme(theme) => vec![("add_theme", theme.clone())],
        Change::RemoveTheme(theme) => vec![("remove_theme", theme.clone())],
        Change::Status { as_of, .. } => {
            vec![("status", change.to().unwrap_or_default()), ("as_of", as_of.clone())]
        }
        Change::Link(_) => Vec::new(),
        Change::FindingKind(kind) => vec![("finding_kind", kind.to_string())],
    }
}

fn anchor(table: &mut Table, anchor: &Anchor) {
    table.insert("letter", value(&anchor.letter));
    table.insert("exact", value(&anchor.exact));
    for (key, text) in [("prefix", &anchor.prefix), ("suffix", &anchor.suffix)] {
        if !text.is_empty() {
            table.insert(key, value(text));
        }
    }
}

/// The anchor of a finding: its statement, with what stands around it in the canonical text of its file.
pub fn anchor_of_finding(record: &LetterRecord, finding: &Finding, text: &str) -> Anchor {
    let span = finding.at.span;
    around(record, finding.statement.clone(), &Plain::new(text), (span.start, span.end))
}

/// The anchor of a passage as it was typed, with what stands around it where it stands once in the letter.
pub fn anchor_of_passage(record: &LetterRecord, words: &str, text: &str) -> Anchor {
    let text = Plain::new(text);
    let places = super::anchor::inside(record, text.find(&Plain::new(words)));
    match places[..] {
        [place] => around(record, words.to_owned(), &text, place),
        _ => {
            let (letter, exact) = (record.letter.id.clone(), words.to_owned());
            Anchor { letter, exact, prefix: String::new(), suffix: String::new() }
        }
    }
}

fn around(record: &LetterRecord, exact: String, text: &Plain, place: (usize, usize)) -> Anchor {
    let letter = record.letter.span;
    let before = text.slice((place.0.saturating_sub(BESIDE).max(letter.start), place.0));
    let after = text.slice((place.1, (place.1 + BESIDE).min(letter.end).max(place.1)));
    let whole = |words: Vec<&str>| words.join(" ");
    let (mut prefix, mut suffix): (Vec<&str>, Vec<&str>) =
        (before.split_whitespace().collect(), after.split_whitespace().collect());
    // The words at the outer ends may be cut.
    if place.0 > letter.start + BESIDE && !prefix.is_empty() {
        prefix.remove(0);
    }
    if place.1 + BESIDE < letter.end {
        suffix.pop();
    }
    let id = record.letter.id.clone();
    Anchor { letter: id, exact, prefix: whole(prefix), suffix: whole(suffix) }
}
