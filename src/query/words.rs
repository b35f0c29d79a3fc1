//! The names of the data in the field's own words. Every room that writes for people takes them from here.

use crate::link::{LinkKind, Status};
use crate::record::{Decided, Decision, Finding, Judgement, LetterRecord};
use crate::rules::RuleSet;

pub use crate::record::kind_in_words as letter_kind;

/// What a letter says of a finding. `None` is a judgement whose words could not be read for certain.
pub fn judgement(judgement: Option<Judgement>) -> &'static str {
    match judgement {
        Some(Judgement::Identified) => "identified",
        Some(Judgement::Sufficient) => "sufficient progress",
        Some(Judgement::NotSufficient) => "not sufficient progress",
        Some(Judgement::NotJudged) => "restated, not judged",
        Some(Judgement::Effective) => "effective action",
        Some(Judgement::NotEffective) => "action not effective",
        None => "judgement not clear",
    }
}

/// The judgement of a finding, and who gave it where a person did: "sufficient progress, decided by Jo Example".
pub fn judged(finding: &Finding) -> String {
    judged_by(finding.judgement, finding.judged_by_person().map(|decided| decided.by.as_str()))
}

/// A judgement, and who gave it where a person did.
pub fn judged_by(judgement: Option<Judgement>, person: Option<&str>) -> String {
    let words = self::judgement(judgement);
    person.map_or_else(|| words.to_owned(), |person| format!("{words}, decided by {person}"))
}

/// "judgement: sufficient in place of not sufficient, decided by Jo Example on 24 November 2026: The reason."
pub fn decided(decided: &Decided) -> String {
    let plain = |name: &String| name.replace('_', " ");
    let change = match (&decided.from, &decided.to) {
        (Some(from), Some(to)) if from != to => format!("{} in place of {}", plain(to), plain(from)),
        (_, Some(to)) if decided.what == Decision::Theme => format!("{} added", plain(to)),
        (_, Some(to)) => plain(to),
        (Some(from), None) => format!("{} removed", plain(from)),
        (None, None) => "none".to_owned(),
    };
    let about = match (decided.what, &decided.about) {
        (Decision::Status, Some(letter)) => format!(" as of {letter}"),
        (_, Some(finding)) => format!(" with {finding}"),
        (_, None) => String::new(),
    };
    let (what, by, date) = (decided.what.name(), &decided.by, decided.date.prose());
    format!("{what}: {change}{about}, decided by {by} on {date}: {}", decided.why)
}

/// A theme by its label; by its id in words where these rules do not have it.
pub fn theme(id: &str, rules: &RuleSet) -> String {
    let known = rules.themes.iter().find(|theme| theme.id == id);
    known.map_or_else(|| id.replace('_', " "), |theme| theme.label.clone())
}

pub fn status(status: Status) -> &'static str {
    match status {
        Status::New => "new",
        Status::Persisted => "persisted",
        Status::Resolved => "resolved",
        Status::Recurred => "recurred",
        Status::NotCarriedForward => "not carried forward",
        Status::NotYetJudged => "not yet judged",
        Status::Unknown => "not known",
    }
}

pub fn link_kind(kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Same => "same matter",
        LinkKind::Restated => "restated",
        LinkKind::CarriesOn => "carries on",
        LinkKind::Related => "related",
    }
}

/// What checks of one kind found, counted: "2 dates whose weekday is wrong".
pub fn failed_checks(check: &str, number: usize) -> String {
    let (one, several) = match check {
        "stated_count" => ("count that does not match its list", "counts that do not match their lists"),
        "weekday" => ("date whose weekday is wrong", "dates whose weekday is wrong"),
        "date_order" => ("pair of dates in the wrong order", "pairs of dates in the wrong order"),
        "area" => {
            ("letter whose area is not in the gazetteer", "letters whose areas are not in the gazetteer")
        }
        "judgement" => ("judgement that is not clear", "judgements that are not clear"),
        "grade" => ("grade that is not clear", "grades that are not clear"),
        "opening" => ("finding that may be two", "findings that may be two"),
        "list" => ("list whose end is not clear", "lists whose ends are not clear"),
        "responsible_body" => ("responsible body that is not clear", "responsible bodies that are not clear"),
        "field" => ("field that was not found", "fields that were not found"),
        "event" => ("event that was not found", "events that were not found"),
        "section" => ("section that was not found", "sections that were not found"),
        "evidence" => ("piece of evidence that is not clear", "pieces of evidence that are not clear"),
        "outcome" => ("outcome that was not found", "outcomes that were not found"),
        "findings" => ("letter in which no finding was found", "letters in which no finding was found"),
        "unclaimed" => ("passage that no rule took", "passages that no rule took"),
        other => return format!("{} ({})", count(number, "doubt"), other.replace('_', " ")),
    };
    format!("{number} {}", if number == 1 { one } else { several })
}

/// Where a letter stands in its area's story, such as "14 December 2021".
pub fn date(record: &LetterRecord) -> String {
    record.placed().map_or_else(|| "undated".to_owned(), |date| date.prose())
}

pub fn area(record: &LetterRecord) -> &str {
    record.letter.area.as_ref().map_or("area not stated", |area| area.name.as_str())
}

/// "revisit letter of 14 December 2021".
pub fn letter(record: &LetterRecord) -> String {
    record.name()
}

/// "page 4", or "pages 4 to 5".
pub fn pages(first: u32, last: Option<u32>) -> String {
    match last.filter(|last| *last != first) {
        Some(last) => format!("pages {first} to {last}"),
        None => format!("page {first}"),
    }
}

/// "page 4", "pages 4 to 5", and in a text file "page 1, line 120".
pub fn place(page: u32, last_page: Option<u32>, line: Option<u32>) -> String {
    let line = line.map_or_else(String::new, |line| format!(", line {line}"));
    pages(page, last_page) + &line
}

/// ", read by OCR, confidence 93%", or nothing for words that a file has as text.
pub fn read_by_ocr(confidence: Option<u8>) -> String {
    confidence.map_or_else(String::new, |sure| format!(", read by OCR, confidence {sure}%"))
}

/// "1 finding", "2 findings".
pub fn count(number: usize, noun: &str) -> String {
    match number {
        1 => format!("1 {noun}"),
        _ => format!("{number} {}", plural(noun)),
    }
}

fn plural(noun: &str) -> String {
    match noun.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        Some(stem) => format!("{stem}ies"),
        None => format!("{noun}s"),
    }
}

/// "a", "a and b", "a, b and c".
pub fn list(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// The beginning of `text`, at most `length` characters long and cut between words; whole where it fits.
pub fn shorten(text: &str, length: usize) -> String {
    if text.chars().count() <= length {
        return text.to_owned();
    }
    let cut: String = text.chars().take(length).collect();
    let kept = cut.rsplit_once(char::is_whitespace).map_or(cut.as_str(), |(kept, _)| kept);
    format!("{} …", kept.trim_end_matches([',', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_lists_read_as_prose() {
        assert_eq!(count(1, "finding"), "1 finding");
        assert_eq!(count(0, "area"), "0 areas");
        assert_eq!(count(2, "body"), "2 bodies");
        assert_eq!(list(&["a".into(), "b".into(), "c".into()]), "a, b and c");
        assert_eq!(pages(4, Some(5)), "pages 4 to 5");
    }

    #[test]
    fn what_is_cut_says_so() {
        assert_eq!(shorten("one two, three", 10), "one two …");
        assert_eq!(shorten("one two", 10), "one two");
    }
}
