use super::Look;
use super::table::{Align, table};
use crate::query::list::Row;
use crate::query::words;

const HEADINGS: [(&str, Align); 6] = [
    ("area", Align::Left),
    ("kind", Align::Left),
    ("date", Align::Left),
    ("outcome", Align::Wrap),
    ("findings", Align::Right),
    ("warnings", Align::Right),
];

/// The letters held, one a line where the width allows.
pub fn list(rows: &[Row], look: Look) -> String {
    let cells: Vec<Vec<String>> = rows.iter().map(cells).collect();
    table(&HEADINGS, &cells, look) + &how_to_open(rows, look)
}

/// How a person who has just seen the list gets at one of its letters.
fn how_to_open(rows: &[Row], look: Look) -> String {
    match rows.last() {
        Some(row) if !look.piped => {
            let how = format!("One of them: throughline show {}", row.id);
            format!("\n{}\n", look.dim(&how))
        }
        _ => String::new(),
    }
}

fn cells(row: &Row) -> Vec<String> {
    vec![
        row.area.clone().unwrap_or_else(|| "not stated".to_owned()),
        words::letter_kind(&row.kind),
        row.date.map_or_else(|| "undated".to_owned(), |date| date.to_string()),
        row.outcome_in_words.clone().unwrap_or_else(|| "-".to_owned()),
        row.findings.to_string(),
        if row.warnings.is_empty() { "-".to_owned() } else { row.warnings.len().to_string() },
    ]
}
