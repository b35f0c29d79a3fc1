use super::{or_blank, table};
use crate::export::ExportFile;
use crate::query::Library;
use crate::record::{LetterRecord, Quote};
use crate::store::StoredLetter;

const LETTERS: [&str; 22] = [
    "letter_id",
    "area",
    "area_code",
    "region",
    "letter_kind",
    "title",
    "dated",
    "published",
    "visit_from",
    "visit_to",
    "outcome",
    "findings",
    "failed_checks",
    "reading_warnings",
    "file",
    "file_sha256",
    "media_type",
    "page",
    "last_page",
    "rules_version",
    "also_in",
    "ocr_pages",
];

/// One row for each letter.
pub fn letters(library: &Library) -> ExportFile {
    table("letters.csv", &LETTERS, library.letters().iter().map(letter_row).collect())
}

fn letter_row(stored: &StoredLetter) -> Vec<String> {
    let record = &stored.record;
    let letter = &record.letter;
    let area = letter.area.as_ref();
    vec![
        letter.id.clone(),
        or_blank(area.map(|area| &area.name)),
        or_blank(area.and_then(|area| area.code.as_ref())),
        or_blank(area.and_then(|area| area.region.as_ref())),
        letter.kind.clone(),
        or_blank(letter.title.as_ref()),
        or_blank(letter.dated),
        or_blank(letter.published),
        or_blank(letter.visit.map(|visit| visit.from)),
        or_blank(letter.visit.map(|visit| visit.to)),
        or_blank(letter.outcome.as_ref()),
        record.findings.len().to_string(),
        record.checks.iter().filter(|check| !check.ok).count().to_string(),
        stored.warnings.len().to_string(),
        record.source.path.clone(),
        record.source.sha256.clone(),
        record.source.media_type.clone(),
        letter.span.page.to_string(),
        or_blank(letter.span.last_page),
        record.rules.version.clone(),
        stored.also_in.join("; "),
        record.source.ocr_pages.to_string(),
    ]
}

/// One row for each bullet that stands under no finding.
pub fn observations(library: &Library) -> ExportFile {
    let header = [&["letter_id", "section", "polarity", "rule"], &QUOTE_COLUMNS[..]].concat();
    let rows = each(library, |record| {
        let row = |observation: &crate::record::Observation| {
            let about =
                [&observation.section, observation.polarity.name(), &observation.rule].map(str::to_owned);
            [about.to_vec(), quote_columns(record, &observation.at)].concat()
        };
        record.observations.iter().map(row).collect()
    });
    table("observations.csv", &header, rows)
}

/// One row for each thing that happened or will happen, as letters tell it.
pub fn events(library: &Library) -> ExportFile {
    let header =
        [&["letter_id", "event", "of", "date", "years", "months", "rule"], &QUOTE_COLUMNS[..]].concat();
    let rows = each(library, |record| {
        let row = |event: &crate::record::Event| {
            let about = vec![
                event.kind.to_string(),
                or_blank(event.of.as_ref()),
                or_blank(event.date),
                or_blank(event.years),
                or_blank(event.months),
                event.rule.clone(),
            ];
            [about, quote_columns(record, &event.at)].concat()
        };
        record.events.iter().map(row).collect()
    });
    table("events.csv", &header, rows)
}

/// One row for each grade.
pub fn grades(library: &Library) -> ExportFile {
    let header = [&["letter_id", "of", "grade", "rule"], &QUOTE_COLUMNS[..]].concat();
    let rows = each(library, |record| {
        let row = |grade: &crate::record::Grade| {
            let about = [&grade.of, grade.grade.name(), &grade.rule].map(str::to_owned);
            [about.to_vec(), quote_columns(record, &grade.at)].concat()
        };
        record.grades.iter().map(row).collect()
    });
    table("grades.csv", &header, rows)
}

/// One row for each check.
pub fn checks(library: &Library) -> ExportFile {
    let header = ["letter_id", "check", "ok", "detail", "file", "page", "quote"];
    let rows = each(library, |record| {
        let row = |check: &crate::record::Check| {
            vec![
                check.check.clone(),
                check.ok.to_string(),
                check.detail.clone(),
                record.source.path.clone(),
                or_blank(check.at.as_ref().map(|at| at.span.page)),
                or_blank(check.at.as_ref().map(|at| &at.quote)),
            ]
        };
        record.checks.iter().map(row).collect()
    });
    table("checks.csv", &header, rows)
}

/// The rows that each letter gives, after its id.
fn each(library: &Library, rows: impl Fn(&LetterRecord) -> Vec<Vec<String>>) -> Vec<Vec<String>> {
    let with_id = |letter: &StoredLetter| {
        let id = letter.record.letter.id.clone();
        rows(&letter.record).into_iter().map(move |row| [vec![id.clone()], row].concat()).collect::<Vec<_>>()
    };
    library.letters().iter().flat_map(with_id).collect()
}

/// The columns that say where a quotation stands, and give it.
pub const QUOTE_COLUMNS: [&str; 8] =
    ["file", "page", "last_page", "line", "char_start", "char_end", "quote", "ocr_confidence"];

/// The values of [`QUOTE_COLUMNS`].
pub fn quote_columns(record: &LetterRecord, at: &Quote) -> Vec<String> {
    vec![
        record.source.path.clone(),
        at.span.page.to_string(),
        or_blank(at.span.last_page),
        or_blank(at.span.line),
        at.span.start.to_string(),
        at.span.end.to_string(),
        at.quote.clone(),
        or_blank(at.span.ocr_confidence),
    ]
}
