//! Tables as CSV (RFC 4180): one header row, nothing in a cell whose value is absent, text as it is.
//!
//! Quotations must stay what the letter says, so a text that begins with `=` is written so. A spreadsheet takes
//! such a cell for a formula; [`super::xlsx`] is the form for spreadsheets.

use csv::{Terminator, WriterBuilder};
use rayon::prelude::*;

use super::ExportFile;
use super::table::Table;

/// A file for each table.
pub fn files(tables: &[Table]) -> Vec<ExportFile> {
    let file = |table: &Table| ExportFile {
        name: format!("{}.csv", table.name),
        bytes: bytes(table),
        rows: Some(table.rows.len()),
    };
    tables.par_iter().map(file).collect()
}

pub fn bytes(table: &Table) -> Vec<u8> {
    let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
    // Writing to memory cannot fail, and every row is as long as the header.
    let written = write(table, &mut writer);
    debug_assert!(written.is_ok(), "{}: {written:?}", table.name);
    writer.into_inner().unwrap_or_default()
}

fn write(table: &Table, writer: &mut csv::Writer<Vec<u8>>) -> csv::Result<()> {
    writer.write_record(table.columns.iter().map(|column| column.name.as_bytes()))?;
    for row in &table.rows {
        for value in row {
            writer.write_field(value.plain().as_bytes())?;
        }
        writer.write_record(None::<&[u8]>)?;
    }
    Ok(())
}
