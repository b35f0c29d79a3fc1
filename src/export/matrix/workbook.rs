use rust_xlsxwriter::XlsxError;

use super::{cells, sheet};
use crate::export::xlsx::{self, Places};
use crate::query::compare::Matrix;

/// An Excel file of two sheets: the matrix as it is read, coloured as its heat map is, and its cells one a row.
///
/// # Errors
/// When a sheet cannot be made, such as one of more rows or columns than Excel has.
pub fn workbook(matrix: &Matrix) -> Result<Vec<u8>, XlsxError> {
    let mut book = xlsx::empty_book()?;
    book.push_worksheet(sheet::of(matrix)?);
    // Names of themes and areas fit a cell, and no column links to a page.
    let (cells, _) = xlsx::sheet_of(&cells(matrix), &Places::default())?;
    book.push_worksheet(cells);
    book.save_to_buffer()
}
