use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatPattern, Worksheet, XlsxError};

use crate::query::compare::{Cell, Matrix, Measure};
use crate::render::chart::{Fill, Steps};
use crate::render::compare::{Grid, notes};

/// Of columns, in characters.
const LABELS: f64 = 44.0;
const AREAS: f64 = 22.0;
const NUMBERS: f64 = 12.0;
const WORDS: f64 = 20.0;

/// The matrix as it is read: title and denominators, the cells in colour, what they stand for, and a legend.
pub fn of(matrix: &Matrix) -> Result<Worksheet, XlsxError> {
    let (shown, empty) = matrix.counting();
    let mut page = Page::new(&shown)?;
    page.line(&notes::title(matrix), &Format::new().set_bold().set_font_size(14))?;
    page.line(&notes::denominators(matrix), &Format::new())?;
    page.row += 1;
    page.headings()?;
    page.rows()?;
    page.under()?;
    page.row += 1;
    page.legend()?;
    page.row += 1;
    let notes = notes::meaning(matrix).into_iter();
    for note in notes.chain(notes::named_by_none(matrix, &empty)).chain(notes::not_held(matrix)) {
        page.line(&note, &Format::new())?;
    }
    Ok(page.sheet)
}

struct Page<'a> {
    sheet: Worksheet,
    matrix: &'a Matrix,
    grid: Grid,
    steps: Steps,
    /// The next row, from 0.
    row: u32,
}

impl<'a> Page<'a> {
    fn new(matrix: &'a Matrix) -> Result<Self, XlsxError> {
        let grid = Grid::of(matrix);
        let mut sheet = Worksheet::new();
        sheet.set_name("matrix")?.set_landscape().set_print_fit_to_pages(1, 0);
        let width = if matrix.measure == Measure::Judgement { WORDS } else { NUMBERS };
        let labels = [LABELS, AREAS].into_iter().take(grid.labels.len());
        let columns = labels.chain(grid.headings.iter().map(|_| width));
        for (width, at) in columns.zip(0u16..) {
            sheet.set_column_width(at, width)?;
        }
        Ok(Self { sheet, matrix, grid, steps: Steps::of(matrix), row: 0 })
    }

    fn line(&mut self, text: &str, format: &Format) -> Result<(), XlsxError> {
        self.sheet.write_string_with_format(self.row, 0, text, format)?;
        self.row += 1;
        Ok(())
    }

    /// The headings stay in sight, as the names of rows do.
    fn headings(&mut self) -> Result<(), XlsxError> {
        let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Bottom);
        let centred = bold.clone().set_align(FormatAlign::Center);
        let labels = self.grid.labels.iter().map(|label| (*label, &bold));
        let headings = self.grid.headings.iter().map(|heading| (heading.as_str(), &centred));
        for ((text, format), at) in labels.chain(headings).zip(0u16..) {
            self.sheet.write_string_with_format(self.row, at, text, format)?;
        }
        self.row += 1;
        self.sheet.set_freeze_panes(self.row, self.first())?;
        Ok(())
    }

    /// The column of the first cell.
    fn first(&self) -> u16 {
        self.grid.labels.len() as u16
    }

    fn rows(&mut self) -> Result<(), XlsxError> {
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::VerticalCenter);
        for (row, line) in self.matrix.rows.iter().zip(&self.grid.rows) {
            for (label, at) in line.labels.iter().zip(0u16..) {
                self.sheet.write_string_with_format(self.row, at, label, &wrapped)?;
            }
            let first = self.grid.labels.len() as u16;
            let mut texts = line.cells.iter().zip(first..);
            for (cell, (text, at)) in row.cells.iter().zip(&mut texts) {
                let format = filled(&self.steps, self.steps.fill(cell));
                write(&mut self.sheet, self.row, at, cell, text, &format)?;
            }
            // Beside the cells stand the row's denominators.
            for (text, at) in texts {
                number(&mut self.sheet, self.row, at, text)?;
            }
            self.row += 1;
        }
        Ok(())
    }

    fn under(&mut self) -> Result<(), XlsxError> {
        for line in &self.grid.under {
            for (label, at) in line.labels.iter().zip(0u16..) {
                self.sheet.write_string(self.row, at, label)?;
            }
            for (text, at) in line.cells.iter().zip(self.first()..) {
                number(&mut self.sheet, self.row, at, text)?;
            }
            self.row += 1;
        }
        Ok(())
    }

    fn legend(&mut self) -> Result<(), XlsxError> {
        self.line(self.steps.about(), &Format::new().set_bold())?;
        for (fill, label) in self.steps.legend() {
            let format = filled(&self.steps, fill).set_align(FormatAlign::Left);
            self.line(&label, &format)?;
        }
        Ok(())
    }
}

/// A count as a number, anything else as words. A blank cell holds nothing.
fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    match text.parse::<f64>() {
        _ if cell.is_blank() => sheet.write_blank(row, column, format),
        Ok(number) => sheet.write_number_with_format(row, column, number, format),
        Err(_) => sheet.write_string_with_format(row, column, text.replace('\u{a0}', " "), format),
    }
    .map(drop)
}

/// A denominator, where there is one.
fn number(sheet: &mut Worksheet, row: u32, column: u16, text: &str) -> Result<(), XlsxError> {
    let Ok(number) = text.parse::<f64>() else { return Ok(()) };
    let centred = Format::new().set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter);
    sheet.write_number_with_format(row, column, number, &centred).map(drop)
}

/// The heat map's colours, and for a blank its lines.
fn filled(steps: &Steps, fill: Fill) -> Format {
    let format = Format::new()
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
        .set_border_color(Color::RGB(0xD9_D9_D9));
    match fill {
        Fill::Blank => {
            format.set_pattern(FormatPattern::LightUp).set_foreground_color(Color::RGB(0xB3_B3_B3))
        }
        Fill::NotJudged => format,
        Fill::Zero | Fill::Step(_) => {
            format.set_background_color(steps.colour(fill)).set_font_color(steps.ink(fill))
        }
    }
}
