use rust_xlsxwriter::{ExcelDateTime, Url, Worksheet, XlsxError};

use super::fit::{LINE, cut, is_name, lines, width};
use super::formats::Formats;
use super::link::Places;
use crate::export::table::{Column, Kind, Table, Value};
use crate::record::PartialDate;

const MOST_LINKS: usize = 65_530;

/// The characters beside each other on a printed page.
const PAGE: usize = 200;

/// Excel's number for it.
const A4: u8 = 9;

/// A row shows no more lines of a long text; the cell holds all of it.
const MOST_LINES: usize = 8;

/// What a sheet could not hold.
#[derive(Debug, Default)]
pub struct LeftOut {
    pub cut: usize,
    pub unlinked: usize,
}

pub fn of(table: &Table, places: &Places) -> Result<(Worksheet, LeftOut), XlsxError> {
    let mut sheet = Worksheet::new();
    sheet.set_name(&table.name)?.set_freeze_panes(1, 0)?;
    let mut writer = Writer::new(sheet, table, places)?;
    writer.pages()?;
    writer.header()?;
    for (row, values) in (1u32..).zip(&table.rows) {
        writer.row(row, values)?;
    }
    Ok((writer.sheet, writer.left_out))
}

struct Writer<'t> {
    sheet: Worksheet,
    table: &'t Table,
    places: &'t Places,
    /// Of each column, in characters.
    widths: Vec<usize>,
    /// Where the path of a row's file stands.
    file: Option<usize>,
    links: usize,
    formats: Formats,
    left_out: LeftOut,
}

impl<'t> Writer<'t> {
    fn new(mut sheet: Worksheet, table: &'t Table, places: &'t Places) -> Result<Self, XlsxError> {
        let widths: Vec<usize> = (0..table.columns.len()).map(|column| width(table, column)).collect();
        for (column, width) in (0u16..).zip(&widths) {
            sheet.set_column_width(column, *width as f64 + 2.0)?;
        }
        let file = table.place_of("file");
        Ok(Self {
            sheet,
            table,
            places,
            widths,
            file,
            links: 0,
            formats: Formats::new(),
            left_out: LeftOut::default(),
        })
    }

    /// How it is printed: across, under the header on every page, and as many pages wide as it takes to be read.
    fn pages(&mut self) -> Result<(), XlsxError> {
        let wide = self.widths.iter().sum::<usize>().div_ceil(PAGE).max(1);
        self.sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(wide as u16, 0);
        self.sheet.set_repeat_rows(0, 0).map(drop)
    }

    fn header(&mut self) -> Result<(), XlsxError> {
        for (at, column) in (0u16..).zip(&self.table.columns) {
            self.sheet.write_string_with_format(0, at, &column.name, &self.formats.header)?;
        }
        if let Some(last) = self.table.columns.len().checked_sub(1) {
            self.sheet.autofilter(0, 0, self.table.rows.len() as u32, last as u16)?;
        }
        Ok(())
    }

    fn row(&mut self, row: u32, values: &[Value]) -> Result<(), XlsxError> {
        let cells = values.iter().zip(&self.widths).zip(&self.table.columns);
        let wrapped = cells.filter(|(_, column)| !is_name(column));
        let most = wrapped.map(|((value, width), _)| lines(value, *width)).max().unwrap_or(1);
        self.sheet.set_row_height(row, LINE * most.min(MOST_LINES) as f64)?;
        let file = self.file.and_then(|at| match &values[at] {
            Value::Text(file) => Some(file.as_str()),
            _ => None,
        });
        for (at, value) in (0u16..).zip(values) {
            match (file, &self.table.columns[usize::from(at)], value) {
                (Some(file), column, Value::Integer(page)) if is_page(column) => {
                    self.link(row, at, &page.to_string(), file, Some(*page))?;
                }
                (Some(file), column, Value::Text(path)) if column.name == "file" && !self.has_pages() => {
                    self.link(row, at, path, file, None)?;
                }
                _ => self.value(row, at, value)?,
            }
        }
        Ok(())
    }

    fn has_pages(&self) -> bool {
        self.table.columns.iter().any(is_page)
    }

    fn link(
        &mut self,
        row: u32,
        at: u16,
        text: &str,
        file: &str,
        page: Option<i64>,
    ) -> Result<(), XlsxError> {
        if self.links == MOST_LINKS {
            self.left_out.unlinked += 1;
            return self.plain(row, at, text, page);
        }
        let url = Url::new(self.places.target(file, page)).set_text(text);
        match self.sheet.write_url_with_format(row, at, url, &self.formats.link) {
            Err(XlsxError::MaxUrlLengthExceeded) => {
                self.left_out.unlinked += 1;
                self.plain(row, at, text, page)
            }
            written => written.map(|_| self.links += 1),
        }?;
        // A link's text would be a text. That of a page is a number, to be filtered and sorted as one.
        page.map_or(Ok(()), |page| {
            self.sheet.write_number_with_format(row, at, page as f64, &self.formats.link).map(drop)
        })
    }

    fn plain(&mut self, row: u32, at: u16, text: &str, page: Option<i64>) -> Result<(), XlsxError> {
        self.value(row, at, &page.map_or_else(|| Value::from(text), Value::Integer))
    }

    fn value(&mut self, row: u32, at: u16, value: &Value) -> Result<(), XlsxError> {
        let Formats { text, name, number, truth, day, .. } = &self.formats;
        let written = match value {
            Value::Absent => return Ok(()),
            Value::Text(words) => {
                let format = if is_name(&self.table.columns[usize::from(at)]) { name } else { text };
                let cut = cut(words);
                self.left_out.cut += usize::from(cut.is_some());
                self.sheet.write_string_with_format(row, at, cut.as_deref().unwrap_or(words), format)
            }
            Value::Integer(count) => self.sheet.write_number_with_format(row, at, *count as f64, number),
            Value::Number(share) => self.sheet.write_number_with_format(row, at, *share, number),
            Value::Boolean(holds) => self.sheet.write_boolean_with_format(row, at, *holds, truth),
            Value::Date(date) => match excel_day(*date) {
                Some(date) => self.sheet.write_datetime_with_format(row, at, &date, day),
                None => self.sheet.write_string_with_format(row, at, date.to_string(), text),
            },
        };
        written.map(drop)
    }
}

/// Whether the column has the page on which something starts.
fn is_page(column: &Column) -> bool {
    column.kind == Kind::Integer && column.name.ends_with("page") && !column.name.ends_with("last_page")
}

/// A day as Excel knows them. A month stays text.
fn excel_day(date: PartialDate) -> Option<ExcelDateTime> {
    let day = date.day()?;
    ExcelDateTime::from_ymd(u16::try_from(day.year()).ok()?, day.month() as u8, day.day() as u8).ok()
}
