//! Tables as one Excel workbook: a sheet of what it is, then a sheet for each table.
//!
//! Every text is written as text, whatever it begins with: no cell is read as a formula. What Excel cannot hold is
//! left out openly, and [`Workbook`] says how much that is.

mod fit;
mod formats;
mod link;
mod sheet;

pub use link::Places;
pub(super) use sheet::of as sheet_of;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook as Book, Worksheet, XlsxError};

use super::about;
use super::table::Table;

/// A workbook, and what it could not hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Workbook {
    pub bytes: Vec<u8>,
    /// Texts longer than a cell may be, which are cut and end in a mark.
    pub cut: usize,
    /// Pages without a link to them, past the number of links that a sheet may have.
    pub unlinked: usize,
}

/// `facts` are the names and values of the first sheet; without any there is none. `places` tells where the
/// tables' files lie, seen from the workbook.
///
/// # Errors
/// When a sheet cannot be made, such as one of more rows than Excel has.
pub fn workbook(
    facts: &[(String, String)],
    tables: &[Table],
    places: &Places,
) -> Result<Workbook, XlsxError> {
    let mut book = empty_book()?;
    let mut done = Workbook::default();
    if !facts.is_empty() {
        book.push_worksheet(about_sheet(facts)?);
    }
    for table in tables {
        let (sheet, left_out) = sheet::of(table, places)?;
        book.push_worksheet(sheet);
        done.cut += left_out.cut;
        done.unlinked += left_out.unlinked;
    }
    done.bytes = book.save_to_buffer()?;
    Ok(done)
}

/// A workbook has a day on which it was made. It is always this one, so that the same letters give the same bytes.
const MADE: (u16, u8, u8) = (2000, 1, 1);

/// A workbook without sheets, which says what made it.
pub(super) fn empty_book() -> Result<Book, XlsxError> {
    let mut book = Book::new();
    let made = ExcelDateTime::from_ymd(MADE.0, MADE.1, MADE.2)?;
    let author = format!("{} {}", about::PROGRAM, about::VERSION);
    book.set_properties(&DocProperties::new().set_author(author).set_creation_datetime(&made));
    Ok(book)
}

/// Of the facts, in characters.
const WIDTH: usize = 100;

fn about_sheet(facts: &[(String, String)]) -> Result<Worksheet, XlsxError> {
    let (bold, wrapped) = (formats::bold(), formats::wrapped());
    let mut sheet = Worksheet::new();
    sheet.set_name("About")?.set_column_width(0, 28)?.set_column_width(1, WIDTH as f64)?;
    sheet.set_landscape().set_print_fit_to_pages(1, 0);
    for ((name, value), row) in facts.iter().zip(0..) {
        // In capitals and digits lines run wider than in small letters.
        sheet.set_row_height(row, fit::LINE * fit::lines_of(value, WIDTH * 9 / 10) as f64)?;
        sheet.write_string_with_format(row, 0, name, &bold)?;
        sheet.write_string_with_format(row, 1, value, &wrapped)?;
    }
    Ok(sheet)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;
    use crate::export::table::{Column, Draft};

    /// The first sheet of a workbook of one column with these texts.
    fn sheet(texts: &[&str]) -> String {
        let table = Draft::new("texts", "Texts", "A text.")
            .column(Column::text("text", "The text."), |text: &&str| (*text).into())
            .rows(texts.iter().copied());
        let made = workbook(&[], &[table], &Places::default()).unwrap();
        let mut archive = zip::ZipArchive::new(Cursor::new(made.bytes)).unwrap();
        let mut sheet = String::new();
        archive.by_name("xl/worksheets/sheet1.xml").unwrap().read_to_string(&mut sheet).unwrap();
        sheet
    }

    #[test]
    fn no_text_is_read_as_a_formula_or_a_number() {
        let sheet = sheet(&["=1+1", "+44 20", "-1", "@SUM(A1)", "{=A1}", "007", "https://example.org"]);
        assert!(!sheet.contains("<f>") && !sheet.contains("hyperlink"), "{sheet}");
        // The header and each text are of the type "shared string".
        assert_eq!(sheet.matches("t=\"s\"").count(), 8, "{sheet}");
    }

    #[test]
    fn the_header_stays_in_sight_and_filters() {
        let sheet = sheet(&["one"]);
        assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter ref=\"A1:A2\""), "{sheet}");
    }
}
