use super::Look;
use super::table::{Align, table};

const HEADINGS: [(&str, Align); 3] = [("option", Align::Left), ("value", Align::Wrap), ("from", Align::Left)];

/// Options, each with its value and who gave it.
pub fn table_of(rows: &[Vec<String>], look: Look) -> String {
    table(&HEADINGS, rows, look)
}
