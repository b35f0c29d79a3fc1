use std::collections::BTreeSet;

use super::Look;
use super::table::{Align, table};
use super::wrap::{paragraph, wrap};
use crate::query::compare::{Cell, Key, Matrix, Row};
use crate::query::{Cited, Found, Library, find, words};

/// The matrix, and under it the letters it was counted from.
pub fn matrix(matrix: &Matrix, look: Look) -> String {
    if matrix.letters.is_empty() {
        return format!("No letter held can be counted here.\n{}", not_held(matrix, look));
    }
    let (shown, empty): (Vec<&Row>, Vec<&Row>) = matrix.rows.iter().partition(|row| is_shown(row, matrix));
    let mut out = format!("Findings by {} and {}\n\n", matrix.rows_by.name(), matrix.columns_by.name());
    out.push_str(&table(&headings(matrix), &rows(&shown), look));
    out.push('\n');
    out.push_str(&named_by_none(&empty, look));
    out.push_str(&held(matrix, look));
    out.push_str(&not_held(matrix, look));
    out
}

/// Whether the row, or that of another area under the same key, counts anything.
fn is_shown(row: &Row, matrix: &Matrix) -> bool {
    let counts = |row: &Row| row.cells.iter().any(|cell| !cell.findings.is_empty());
    matrix.rows.iter().any(|other| other.key == row.key && counts(other))
}

fn headings(matrix: &Matrix) -> Vec<(&str, Align)> {
    let mut headings = vec![(matrix.rows_by.name(), Align::Wrap)];
    if matrix.rows.iter().any(|row| row.area.is_some()) {
        headings.push(("area", Align::Left));
    }
    headings.extend(matrix.columns.iter().map(|key| (key.label.as_str(), Align::Right)));
    headings
}

fn rows(rows: &[&Row]) -> Vec<Vec<String>> {
    let mut before: Option<&Key> = None;
    let mut cells = Vec::new();
    for row in rows {
        let label = if before == Some(&row.key) { "" } else { &row.key.label };
        let mut line = vec![label.to_owned()];
        line.extend(row.area.clone());
        line.extend(
            row.cells.iter().map(|cell| cell.count.map_or_else(String::new, |count| count.to_string())),
        );
        cells.push(line);
        before = Some(&row.key);
    }
    cells
}

fn named_by_none(rows: &[&Row], look: Look) -> String {
    let mut labels: Vec<String> = rows.iter().map(|row| row.key.label.clone()).collect();
    labels.dedup();
    if labels.is_empty() {
        return String::new();
    }
    paragraph(&format!("No finding in any letter held: {}.", labels.join("; ")), look.width, "") + "\n"
}

/// More letters than these are counted and not named.
const MOST_NAMED: usize = 40;

fn held(matrix: &Matrix, look: Look) -> String {
    let mut out =
        String::from("Letters held (a blank cell has none; 0 has one that names no such finding):\n");
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
pub fn opened(cells: &[(&Row, &Key, &Cell)], library: &Library, look: Look) -> String {
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
                let name = words::finding_name(finding.kind, finding.number);
                let judgement = words::judgement(finding.judgement);
                let heading =
                    format!("{}, {}, {name}: {judgement}", words::area(record), words::letter(record));
                out.push_str(&paragraph(&heading, look.width, "  "));
                out.push_str(&paragraph(&finding.statement, look.width, "    "));
                let at = Cited::new(record, &finding.at);
                let place = format!("{}, {}", record.source.path, at.in_file());
                out.push_str(&format!("    {}\n", look.dim(&place)));
            }
        }
    }
    out
}
