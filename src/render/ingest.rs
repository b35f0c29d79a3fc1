use std::collections::BTreeMap;

use super::Look;
use super::table::{Align, table};
use super::wrap::wrap;
use crate::ingest::Report;
use crate::query::words;

const HEADINGS: [(&str, Align); 4] =
    [("area", Align::Left), ("kind", Align::Left), ("letters", Align::Right), ("findings", Align::Right)];

/// What was found, by area and kind of letter, and what was not.
pub fn summary(report: &Report, look: Look) -> String {
    let mut out = String::new();
    if !report.letters.is_empty() {
        out.push_str(&table(&HEADINGS, &rows(report), look));
        out.push('\n');
    }
    for line in lines(report) {
        out.push_str(&wrap(&line, look.width, "", "  "));
    }
    out
}

fn rows(report: &Report) -> Vec<Vec<String>> {
    let mut counts: BTreeMap<(String, &str), (usize, usize)> = BTreeMap::new();
    for letter in &report.letters {
        let area = letter.area.clone().unwrap_or_else(|| "area not stated".to_owned());
        let (letters, findings) = counts.entry((area, &letter.kind)).or_default();
        *letters += 1;
        *findings += letter.findings;
    }
    let row = |((area, kind), (letters, findings)): ((String, &str), (usize, usize))| {
        vec![area, words::letter_kind(kind), letters.to_string(), findings.to_string()]
    };
    counts.into_iter().map(row).collect()
}

fn lines(report: &Report) -> Vec<String> {
    let findings = report.letters.iter().map(|letter| letter.findings).sum();
    let mut lines = vec![format!(
        "{} read: {}, {}.",
        words::count(report.files_read, "file"),
        words::count(report.letters.len(), "letter"),
        words::count(findings, "finding"),
    )];
    let mut say = |number: usize, what: &str| {
        if number > 0 {
            lines.push(format!("{} {what}.", words::count(number, "file")));
        }
    };
    say(report.unchanged.len(), "unchanged, not read again");
    say(report.without_letter.len(), "without a letter of a known family");
    say(report.passed_over.len(), "passed over: not .pdf, .docx, .html or .txt");
    lines.extend(to_look_at(report));
    if !report.failed.is_empty() {
        lines.push(format!("{} failed.", words::count(report.failed.len(), "path")));
    }
    lines
}

/// What the checks found, by kind.
fn to_look_at(report: &Report) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for check in report.letters.iter().flat_map(|letter| &letter.failed_checks) {
        *counts.entry(check).or_default() += 1;
    }
    let found: Vec<String> =
        counts.into_iter().map(|(check, number)| words::failed_checks(check, number)).collect();
    let list = words::list(&found);
    (!found.is_empty()).then(|| format!("To look at: {list}; `throughline list` shows in which letters."))
}
