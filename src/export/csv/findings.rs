use super::letters::{QUOTE_COLUMNS, quote_columns};
use super::{or_blank, table};
use crate::export::ExportFile;
use crate::query::Library;
use crate::record::{Finding, LetterRecord};

const FINDINGS: [&str; 37] = [
    "finding_id",
    "letter_id",
    "area",
    "area_code",
    "region",
    "letter_kind",
    "letter_dated",
    "letter_published",
    "visit_from",
    "visit_to",
    "letter_outcome",
    "finding_kind",
    "number",
    "statement",
    "parts",
    "judgement",
    "judgement_quote",
    "judgement_page",
    "themes",
    "responsible_body",
    "evidence_count",
    "rule",
    "rules_pack",
    "rules_version",
    "rules_sha256",
    "file",
    "file_sha256",
    "page",
    "last_page",
    "line",
    "char_start",
    "char_end",
    "quote",
    "also_in",
    "ocr_confidence",
    "judgement_ocr_confidence",
    "decided_by",
];

/// One row for each finding.
pub fn findings(library: &Library) -> ExportFile {
    let rows = library.letters().iter().flat_map(|letter| {
        let also_in = letter.also_in.join("; ");
        let row = move |finding| finding_row(&letter.record, finding, also_in.clone());
        letter.record.findings.iter().map(row)
    });
    table("findings.csv", &FINDINGS, rows.collect())
}

fn finding_row(record: &LetterRecord, finding: &Finding, also_in: String) -> Vec<String> {
    let judged_by = finding.judgement_quote.as_ref();
    [
        letter_columns(record, finding),
        vec![
            finding.kind.to_string(),
            finding.number.to_string(),
            finding.statement.clone(),
            finding.parts.join("; "),
            or_blank(finding.judgement),
            or_blank(judged_by.map(|quote| &quote.quote)),
            or_blank(judged_by.map(|quote| quote.span.page)),
            finding.themes.join("; "),
            or_blank(finding.responsible_body.as_ref()),
            finding.evidence.len().to_string(),
        ],
        source_columns(record, finding),
        vec![
            also_in,
            or_blank(finding.at.span.ocr_confidence),
            or_blank(judged_by.and_then(|quote| quote.span.ocr_confidence)),
            decided_by(finding),
        ],
    ]
    .concat()
}

/// The persons who decided something about the finding; what, and why, is in `corrections.csv`.
fn decided_by(finding: &Finding) -> String {
    let mut persons: Vec<&str> = finding.decided.iter().map(|decided| decided.by.as_str()).collect();
    persons.dedup();
    persons.join("; ")
}

/// One row for each thing that a person decided.
pub fn corrections(library: &Library) -> ExportFile {
    let header = ["finding_id", "letter_id", "what", "from", "to", "about", "by", "date", "why"];
    let rows = library.letters().iter().flat_map(|letter| {
        let record = &letter.record;
        record.findings.iter().flat_map(move |finding| {
            finding.decided.iter().map(move |decided| {
                vec![
                    finding.id.clone(),
                    record.letter.id.clone(),
                    decided.what.name().to_owned(),
                    or_blank(decided.from.as_ref()),
                    or_blank(decided.to.as_ref()),
                    or_blank(decided.about.as_ref()),
                    decided.by.clone(),
                    decided.date.to_string(),
                    decided.why.clone(),
                ]
            })
        })
    });
    table("corrections.csv", &header, rows.collect())
}

fn letter_columns(record: &LetterRecord, finding: &Finding) -> Vec<String> {
    let letter = &record.letter;
    let area = letter.area.as_ref();
    vec![
        finding.id.clone(),
        letter.id.clone(),
        or_blank(area.map(|area| &area.name)),
        or_blank(area.and_then(|area| area.code.as_ref())),
        or_blank(area.and_then(|area| area.region.as_ref())),
        letter.kind.clone(),
        or_blank(letter.dated),
        or_blank(letter.published),
        or_blank(letter.visit.map(|visit| visit.from)),
        or_blank(letter.visit.map(|visit| visit.to)),
        or_blank(letter.outcome.as_ref()),
    ]
}

fn source_columns(record: &LetterRecord, finding: &Finding) -> Vec<String> {
    let span = finding.at.span;
    vec![
        finding.rule.clone(),
        record.rules.pack.clone(),
        record.rules.version.clone(),
        record.rules.sha256.clone(),
        record.source.path.clone(),
        record.source.sha256.clone(),
        span.page.to_string(),
        or_blank(span.last_page),
        or_blank(span.line),
        span.start.to_string(),
        span.end.to_string(),
        finding.at.quote.clone(),
    ]
}

/// One row for each piece of evidence under a finding.
pub fn evidence(library: &Library) -> ExportFile {
    let header = [&["finding_id", "letter_id", "role", "rule"], &QUOTE_COLUMNS[..]].concat();
    let rows = library.letters().iter().flat_map(|letter| {
        let record = &letter.record;
        record.findings.iter().flat_map(move |finding| {
            finding.evidence.iter().map(move |evidence| {
                let mut row = vec![
                    finding.id.clone(),
                    record.letter.id.clone(),
                    evidence.role.to_string(),
                    evidence.rule.clone(),
                ];
                row.extend(quote_columns(record, &evidence.at));
                row
            })
        })
    });
    table("evidence.csv", &header, rows.collect())
}
