use std::path::Path;

use super::table::{self, Table};
use super::{Found, unreadable};
use crate::diagnostic::Diagnostic;

/// The claims of a CSV file; one that a spreadsheet has saved, with a byte order mark, too.
pub fn read(path: &Path, bytes: &[u8]) -> Result<Found, Box<Diagnostic>> {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let header = reader.headers().map_err(|error| unreadable(path, error.to_string()))?;
    let header = header.iter().map(str::to_owned).collect();
    let mut table = Table { name: path.to_string_lossy().into_owned(), header, rows: Vec::new() };
    for (at, row) in reader.records().enumerate() {
        let row = row.map_err(|error| unreadable(path, error.to_string()))?;
        // The header is row 1.
        table.rows.push((at + 2, row.iter().map(str::to_owned).collect()));
    }
    Ok(table::claims(&[table]))
}
