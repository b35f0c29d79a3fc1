use super::letter::Letter;
use crate::record::{Check, LetterRecord};
use crate::rules::expected::Expected;
use crate::rules::vocabulary::FieldName;

/// What a letter should hold, by its family or its outcome, and was not found in it.
pub fn missing(letter: &Letter<'_>, record: &LetterRecord) -> Vec<Check> {
    let family = letter.family;
    let outcome = record.letter.outcome.as_deref();
    let of_outcome = family.outcome.stated.iter().filter(|rule| outcome == Some(rule.outcome.name()));
    let expected = family.expects.iter().chain(of_outcome.flat_map(|rule| &rule.expects));
    let mut checks: Vec<Check> = expected.filter(|expected| !holds(record, expected)).map(check).collect();
    let missing = family.expects_sections.iter().filter(|section| !letter.has_section(section));
    checks.extend(missing.map(|section| failed("section", format!("the section `{section}` was not found"))));
    checks
}

fn holds(record: &LetterRecord, expected: &Expected) -> bool {
    let letter = &record.letter;
    match expected {
        Expected::Field(FieldName::Title) => letter.title.is_some(),
        Expected::Field(FieldName::Area) => letter.area.is_some(),
        Expected::Field(FieldName::Dated) => letter.dated.is_some(),
        Expected::Field(FieldName::Published) => letter.published.is_some(),
        Expected::Field(FieldName::Visit) => letter.visit.is_some(),
        Expected::Field(FieldName::PreviousVisit) => letter.previous_visit.is_some(),
        Expected::Event(kind) => record.events.iter().any(|event| event.kind == *kind),
        Expected::Outcome => letter.outcome.is_some(),
        Expected::Findings => !record.findings.is_empty(),
    }
}

fn check(expected: &Expected) -> Check {
    match expected {
        Expected::Field(field) => failed("field", format!("`{field}` was not found in the letter")),
        Expected::Event(kind) => failed("event", format!("the event `{kind}` was not found in the letter")),
        Expected::Outcome => failed("outcome", "what the letter comes to was not found".to_owned()),
        Expected::Findings => failed("findings", "no finding was found in the letter".to_owned()),
    }
}

fn failed(check: &str, detail: String) -> Check {
    Check { check: check.to_owned(), ok: false, detail, at: None }
}
