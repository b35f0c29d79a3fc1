mod panels;

use std::collections::BTreeSet;

use super::Look;
use super::wrap::{paragraph, wrap};
use crate::query::compare::{Cell, Key, Matrix, Row};
use crate::query::{Cited, Found, Library, find, words};
use crate::rules::Vocabulary;
use panels::panels;

/// The matrix, and under it the letters it was counted from.
pub fn matrix(matrix: &Matrix, look: Look) -> String {
    if matrix.letters.is_empty() {
        return format!("No letter held can be counted here.\n{}", not_held(matrix, look));
    }
    let (counting, left_out) = matrix.counting();
    let (shown, panels) = panels(counting, look);
    let mut out = heading(matrix, &shown);
    out.push_str(&panels);
    out.push('\n');
    out.push_str(&named_by_none(&left_out, look));
    out.push_str(&held(matrix, look));
    out.push_str(&not_held(matrix, look));
    out
}

fn heading(asked: &Matrix, shown: &Matrix) -> String {
    let turned = if asked.rows_by == shown.rows_by { "" } else { " (turned, so that it fits)" };
    format!("Findings by {} and {}{turned}\n\n", shown.rows_by.name(), shown.columns_by.name())
}

fn named_by_none(labels: &[String], look: Look) -> String {
    if labels.is_empty() {
        return String::new();
    }
    paragraph(&format!("No finding in any letter held: {}.", labels.join("; ")), look.width, "") + "\n"
}

/// More letters than these are counted and not named.
const MOST_NAMED: usize = 40;

fn held(matrix: &Matrix, look: Look) -> String {
    let title = "Letters held (a blank cell has none; 0 has one that names no such finding):";
    let mut out = paragraph(title, look.width, "");
    if matrix.letters.len() > MOST_NAMED {
        let areas: BTreeSet<&str> = matrix.letters.iter().map(|letter| letter.area.as_str()).collect();
        let letters = words::count(matrix.letters.len(), "letter");
        let text = format!("{letters} about {}; --json names them", words::count(areas.len(), "area"));
        return out + &wrap(&text, look.width, "  ", "    ");
    }
    for letter in &matrix.letters {
        let text = format!("{}: {}, {}", letter.area, letter.name, words::count(letter.findings, "finding"));
        out.push_str(&wrap(&text, look.width, "  ", "    "));
    }
    out
}

fn not_held(matrix: &Matrix, look: Look) -> String {
    if matrix.areas_not_held.is_empty() {
        return String::new();
    }
    paragraph(&format!("No letter held: {}.", matrix.areas_not_held.join(", ")), look.width, "")
}

/// The findings behind cells of the matrix.
pub fn opened(
    cells: &[(&Row, &Key, &Cell)],
    library: &Library,
    vocabulary: &Vocabulary,
    look: Look,
) -> String {
    let mut out = String::new();
    for (row, column, cell) in cells {
        let area = row.area.as_ref().map_or_else(String::new, |area| format!(", {area}"));
        let count = match cell.count {
            Some(count) => words::count(count, "finding"),
            None => "no letter held".to_owned(),
        };
        out.push_str(&look.bold(&format!("{}{area}, {}: {count}", row.key.label, column.label)));
        out.push('\n');
        for id in &cell.findings {
            if let Ok(Found::Finding(letter, finding)) = find(library, id) {
                let record = &letter.record;
                let name = vocabulary.finding(&finding.kind, finding.number);
                let judgement = words::judged(finding);
                let heading =
                    format!("{}, {}, {name}: {judgement}", words::area(record), words::letter(record));
                out.push_str(&paragraph(&heading, look.width, "  "));
                out.push_str(&paragraph(&finding.statement, look.width, "    "));
                for decided in &finding.decided {
                    out.push_str(&paragraph(&words::decided(decided), look.width, "    "));
                }
                let at = Cited::new(record, &finding.at);
                let place = format!("{}, {}", record.source.path, at.in_file());
                out.push_str(&format!("    {}\n", look.dim(&place)));
            }
        }
    }
    out
}
