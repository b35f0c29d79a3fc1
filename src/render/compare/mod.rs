//! A matrix as text for the terminal, and what every form of it says beside its cells.

pub mod cells;
pub mod denominators;
mod grid;
mod markdown;
pub mod notes;
mod panels;

use super::Look;
use super::wrap::{paragraph, wrap};
use crate::query::compare::{Cell, Key, Matrix, Row};
use crate::query::{Cited, Found, Library, find, words};
use crate::rules::Vocabulary;
use panels::panels;

pub use grid::Grid;
pub use markdown::markdown;

/// The matrix, and under it the letters it was counted from.
pub fn matrix(matrix: &Matrix, look: Look) -> String {
    let line = |text: Option<String>| text.map_or_else(String::new, |text| paragraph(&text, look.width, ""));
    if matrix.letters.is_empty() {
        return format!("No letter held can be counted here.\n{}", line(notes::not_held(matrix)));
    }
    let (counting, empty) = matrix.counting();
    let (shown, panels) = panels(counting, look);
    let turned = if matrix.rows_by == shown.rows_by { "" } else { " (turned, so that it fits)" };
    let mut out = format!("{}{turned}\n\n{panels}\n", notes::title(&shown));
    for note in notes::meaning(matrix) {
        out.push_str(&line(Some(note)));
    }
    out.push_str(&line(notes::named_by_none(matrix, &empty)));
    out.push('\n');
    out.push_str(&held(matrix, look));
    out.push_str(&line(notes::not_held(matrix)));
    out
}

/// More letters than these are counted and not named.
const MOST_NAMED: usize = 40;

fn held(matrix: &Matrix, look: Look) -> String {
    let denominators = notes::denominators(matrix);
    if matrix.letters.len() > MOST_NAMED {
        return paragraph(&format!("{denominators} --json names them."), look.width, "");
    }
    let mut out = paragraph(&denominators, look.width, "");
    for letter in &matrix.letters {
        let text = format!("{}: {}, {}", letter.area, letter.name, words::count(letter.findings, "finding"));
        out.push_str(&wrap(&text, look.width, "  ", "    "));
    }
    out
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
            None => "no letter held could have said it".to_owned(),
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
