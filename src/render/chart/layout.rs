//! Where everything of a heat map stands.

use std::f64::consts::{FRAC_1_SQRT_2, SQRT_2};

use super::typeset::{LEADING, even_lines, lines, widest, width};
use crate::query::compare::{Key, Matrix, Row};
use crate::render::compare::cells::parts;
use crate::render::compare::denominators::{Line, beside, under};

/// Sizes of text.
pub const LABEL: f64 = 13.0;
pub const CELL: f64 = 12.0;
pub const SMALL: f64 = 11.0;

/// Between the edge and everything else, and between the matrix and what stands beside it.
pub const MARGIN: f64 = 24.0;
pub const GAP: f64 = 10.0;

/// Room round the text of a cell, and the least that a cell is.
const PADDING: f64 = 14.0;
const LEAST_WIDTH: f64 = 44.0;
const LEAST_HEIGHT: f64 = 28.0;

/// Labels of rows are broken at this width, areas under them at the next.
const WIDEST_LABEL: f64 = 270.0;
const WIDEST_AREA: f64 = 150.0;

/// Level headings are no wider and take no more lines; with more columns than these, only where their cells are as
/// wide anyway.
const WIDEST_HEADING: f64 = 96.0;
const MOST_LINES: usize = 3;
const FEW_COLUMNS: usize = 8;
/// Slanted headings are broken at this length.
const LONGEST_SLANTED: f64 = 235.0;

pub struct Layout {
    pub rows: Vec<RowLayout>,
    /// What stands under the columns and beside the rows.
    pub under: Vec<Line>,
    pub beside: Vec<Line>,
    pub headings: Headings,
    pub label_width: f64,
    /// Of the names of areas that have rows of their own; 0 where none has.
    pub area_width: f64,
    pub cell_width: f64,
}

pub struct RowLayout {
    /// Empty where the row above has the same.
    pub label: Vec<String>,
    pub area: Vec<String>,
    /// The lines of each cell.
    pub cells: Vec<Vec<String>>,
    pub height: f64,
    /// Whether a key begins that has rows for several areas.
    pub begins_group: bool,
}

/// The headings of all columns, those of denominators among them.
pub struct Headings {
    pub lines: Vec<Vec<String>>,
    pub slanted: bool,
    pub height: f64,
}

impl Layout {
    pub fn of(matrix: &Matrix) -> Self {
        let (under, beside) = (under(matrix), beside(matrix));
        let mut rows: Vec<RowLayout> = Vec::new();
        for (at, row) in matrix.rows.iter().enumerate() {
            let before = at.checked_sub(1).map(|at| &matrix.rows[at].key);
            rows.push(RowLayout::of(matrix, row, before));
        }
        fit_labels(&mut rows);
        let cells = rows.iter().flat_map(|row| &row.cells).map(|cell| widest(cell, CELL)).fold(0.0, f64::max);
        let cell_width = (cells + PADDING).max(LEAST_WIDTH);
        let titles = matrix.columns.iter().map(|column| column.key.label.as_str());
        let titles: Vec<&str> = titles.chain(beside.iter().map(|line| line.label)).collect();
        let (headings, cell_width) = Headings::of(&titles, cell_width);
        let under_labels = under.iter().map(|line| width(line.label, SMALL)).fold(0.0, f64::max);
        let area_width = rows.iter().map(|row| widest(&row.area, CELL)).fold(0.0, f64::max);
        let label_width = rows.iter().map(|row| widest(&row.label, LABEL)).fold(0.0, f64::max);
        let area_width = if area_width > 0.0 { area_width + GAP } else { 0.0 };
        let label_width = label_width.max(under_labels - area_width);
        Self { rows, under, beside, headings, label_width, area_width, cell_width }
    }

    /// Where the cells begin.
    pub fn left(&self) -> f64 {
        MARGIN + self.label_width + self.area_width + GAP
    }

    /// Where a column begins; those of denominators stand after a gap.
    pub fn column(&self, at: usize) -> f64 {
        let columns = self.headings.lines.len() - self.beside.len();
        self.left() + at as f64 * self.cell_width + if at >= columns { GAP } else { 0.0 }
    }

    /// Where everything ends on the right.
    pub fn right(&self) -> f64 {
        let slanted = self.headings.slanted;
        let overhang = if slanted { self.headings.height - self.cell_width / 2.0 } else { 0.0 };
        self.column(self.headings.lines.len()) + overhang.max(0.0)
    }
}

impl RowLayout {
    fn of(matrix: &Matrix, row: &Row, before: Option<&Key>) -> Self {
        let begins = before != Some(&row.key);
        let label = if begins { even_lines(&row.key.label, LABEL, WIDEST_LABEL) } else { Vec::new() };
        let area = row.area.as_deref().map_or_else(Vec::new, |area| lines(area, CELL, WIDEST_AREA));
        let cells: Vec<Vec<String>> = row.cells.iter().map(|cell| parts(cell, matrix.measure)).collect();
        let tallest = cells.iter().chain([&area]).map(|cell| height(cell, CELL)).fold(0.0, f64::max);
        let height = (tallest + GAP).max(if row.area.is_some() { LEAST_HEIGHT - 4.0 } else { LEAST_HEIGHT });
        Self { label, area, cells, height, begins_group: begins && row.area.is_some() }
    }
}

/// The height of several lines.
pub fn height(lines: &[String], size: f64) -> f64 {
    lines.len() as f64 * size * LEADING
}

/// Makes rows tall enough for their labels, which may run down beside all rows of their key.
fn fit_labels(rows: &mut [RowLayout]) {
    let starts: Vec<usize> = (0..rows.len()).filter(|at| !rows[*at].label.is_empty()).collect();
    for (place, start) in starts.iter().enumerate() {
        let end = starts.get(place + 1).copied().unwrap_or(rows.len());
        let has: f64 = rows[*start..end].iter().map(|row| row.height).sum();
        let needs = height(&rows[*start].label, LABEL) + GAP / 2.0;
        rows[*start].height += (needs - has).max(0.0);
    }
}

impl Headings {
    /// Level where they fit so, else slanted; with how wide columns are under them.
    fn of(titles: &[&str], cell_width: f64) -> (Self, f64) {
        let level_width =
            if titles.len() > FEW_COLUMNS { cell_width } else { cell_width.max(WIDEST_HEADING) };
        let broken: Vec<Vec<String>> =
            titles.iter().map(|title| lines(title, CELL, level_width - GAP / 2.0)).collect();
        let needed = broken.iter().map(|lines| widest(lines, CELL)).fold(0.0, f64::max) + GAP / 2.0;
        let most = broken.iter().map(Vec::len).max().unwrap_or(0);
        if needed <= level_width && most <= MOST_LINES {
            let height = most as f64 * CELL * LEADING + GAP;
            return (Self { lines: broken, slanted: false, height }, cell_width.max(needed));
        }
        let lines: Vec<Vec<String>> =
            titles.iter().map(|title| even_lines(title, CELL, LONGEST_SLANTED)).collect();
        let longest = lines.iter().map(|lines| widest(lines, CELL) + height(lines, CELL)).fold(0.0, f64::max);
        // Lines at half a right angle take up more of the level than of their own height.
        let most = lines.iter().map(|lines| height(lines, CELL)).fold(0.0, f64::max) * SQRT_2;
        let height = longest * FRAC_1_SQRT_2 + GAP;
        (Self { lines, slanted: true, height }, cell_width.max(most + 2.0))
    }
}
