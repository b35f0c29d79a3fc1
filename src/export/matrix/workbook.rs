use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::{cells, sheet};
use crate::export::table::{Table, Value};
use crate::query::compare::Matrix;

/// A workbook has a day on which it was made. It is always this one, so that the same letters give the same bytes.
const MADE: (u16, u8, u8) = (2000, 1, 1);

/// An Excel file of two sheets: the matrix as it is read, coloured as its heat map is, and its cells one a row.
///
/// # Errors
/// When a sheet cannot be made, such as one of more rows or columns than Excel has.
pub fn workbook(matrix: &Matrix) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_ymd(MADE.0, MADE.1, MADE.2)?;
    book.set_properties(&DocProperties::new().set_author("throughline").set_creation_datetime(&made));
    book.push_worksheet(sheet::of(matrix)?);
    book.push_worksheet(tidy(&cells(matrix))?);
    book.save_to_buffer()
}

/// A table under its header row, for filters and pivots.
fn tidy(table: &Table) -> Result<Worksheet, XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(&table.name)?.set_freeze_panes(1, 0)?;
    let header = Format::new().set_bold();
    for (column, at) in table.columns.iter().zip(0u16..) {
        sheet.write_string_with_format(0, at, &column.name, &header)?;
    }
    for (row, at) in table.rows.iter().zip(1u32..) {
        for (value, column) in row.iter().zip(0u16..) {
            write(&mut sheet, at, column, value)?;
        }
    }
    if let Some(last) = table.columns.len().checked_sub(1) {
        sheet.autofilter(0, 0, table.rows.len() as u32, last as u16)?;
    }
    sheet.autofit();
    Ok(sheet)
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, value: &Value) -> Result<(), XlsxError> {
    match value {
        Value::Absent => return Ok(()),
        Value::Integer(number) => sheet.write_number(row, column, *number as f64),
        Value::Number(number) => sheet.write_number(row, column, *number),
        // Never a formula, whatever a name begins with.
        other => sheet.write_string(row, column, other.plain()),
    }
    .map(drop)
}
