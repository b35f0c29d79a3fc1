//! A matrix as tables that fit: turned where its columns would be too many, and cut into panels, one under
//! another, where they still are.

use unicode_width::UnicodeWidthStr;

use super::cells::parts;
use super::denominators::{beside, under};
use crate::query::compare::{Column, Key, Matrix, Measure, Row};
use crate::render::Look;
use crate::render::table::{Align, GAP, table, widest_word};
use crate::render::wrap::unbroken;

/// A column of a table: what stands in it from top to bottom, line by line of [`labels`].
struct Shown {
    heading: String,
    cells: Vec<String>,
}

impl Shown {
    fn least_width(&self) -> usize {
        let cells = self.cells.iter().map(|cell| widest_word(cell)).max().unwrap_or(0);
        cells.max(widest_word(&self.heading))
    }
}

/// The matrix in as few panels as may be, and the way round that it is shown.
pub fn panels(matrix: Matrix, look: Look) -> (Matrix, String) {
    let turned = matrix.turned().filter(|turned| count(turned, look) < count(&matrix, look));
    let matrix = turned.unwrap_or(matrix);
    let labels = labels(&matrix);
    let panels: Vec<String> =
        cut(&matrix, look).iter().map(|columns| panel(&matrix, &labels, columns, look)).collect();
    (matrix, panels.join("\n"))
}

fn count(matrix: &Matrix, look: Look) -> usize {
    cut(matrix, look).len()
}

/// Which columns stand in each panel.
fn cut(matrix: &Matrix, look: Look) -> Vec<Vec<Shown>> {
    let labels = labels_width(matrix, look);
    let mut panels: Vec<Vec<Shown>> = Vec::new();
    let mut used = labels;
    for column in columns(matrix) {
        let width = GAP.len() + column.least_width();
        match panels.last_mut().filter(|_| used + width <= look.width) {
            Some(panel) => panel.push(column),
            None => {
                panels.push(vec![column]);
                used = labels;
            }
        }
        used += width;
    }
    panels
}

/// How much room the names of rows are sure of: a third of the line, if they need it.
fn labels_width(matrix: &Matrix, look: Look) -> usize {
    let labels = matrix.rows.iter().map(|row| row.key.label.width()).max().unwrap_or(0);
    let areas = matrix.rows.iter().filter_map(|row| row.area.as_ref()).map(|area| GAP.len() + area.width());
    labels.min(look.width / 3) + areas.max().unwrap_or(0)
}

fn panel(matrix: &Matrix, labels: &[Vec<String>], columns: &[Shown], look: Look) -> String {
    let align = if matrix.measure == Measure::Judgement { Align::Wrap } else { Align::Count };
    let mut headings = vec![(matrix.rows_by.name(), Align::Wrap)];
    if matrix.has_areas_apart() {
        headings.push(("area", Align::Left));
    }
    headings.extend(columns.iter().map(|column| (column.heading.as_str(), align)));
    let line = |(at, labels): (usize, &Vec<String>)| {
        labels.iter().cloned().chain(columns.iter().map(|column| column.cells[at].clone())).collect()
    };
    let lines: Vec<Vec<String>> = labels.iter().enumerate().map(line).collect();
    // Cells give way in a pipe as well: a matrix is looked at, and its JSON is for programs.
    table(&headings, &lines, Look { piped: false, ..look })
}

/// What stands before the cells of each line: the row's names, and under them those of the denominators.
fn labels(matrix: &Matrix) -> Vec<Vec<String>> {
    let mut before: Option<&Key> = None;
    let mut lines = Vec::new();
    for row in &matrix.rows {
        let label = if before == Some(&row.key) { "" } else { &row.key.label };
        lines.push([Some(label.to_owned()), row.area.clone()].into_iter().flatten().collect());
        before = Some(&row.key);
    }
    let blank_area = || matrix.has_areas_apart().then(String::new);
    let under = under(matrix);
    let space = (!under.is_empty()).then(String::new);
    for label in space.into_iter().chain(under.iter().map(|line| line.label.to_owned())) {
        lines.push([Some(label), blank_area()].into_iter().flatten().collect());
    }
    lines
}

/// The matrix's columns, and beside them those of the rows' denominators.
fn columns(matrix: &Matrix) -> Vec<Shown> {
    let under = under(matrix);
    let below = |of: &dyn Fn(usize) -> String| -> Vec<String> {
        let space = (!under.is_empty()).then(String::new);
        space.into_iter().chain((0..under.len()).map(of)).collect()
    };
    let column = |(at, column): (usize, &Column)| {
        let text = |row: &Row| text(&parts(&row.cells[at], matrix.measure));
        let mut cells: Vec<String> = matrix.rows.iter().map(text).collect();
        cells.extend(below(&|line| (under[line].of)(&column.held).to_string()));
        Shown { heading: column.key.label.clone(), cells }
    };
    let mut shown: Vec<Shown> = matrix.columns.iter().enumerate().map(column).collect();
    for line in beside(matrix) {
        let mut cells: Vec<String> = matrix.rows.iter().map(|row| (line.of)(&row.held).to_string()).collect();
        // Where rows' and columns' denominators are the same one, that of the matrix.
        let all = |at: usize| (under[at].label == line.label).then(|| (line.of)(&matrix.held).to_string());
        cells.extend(below(&|at| all(at).unwrap_or_default()));
        shown.push(Shown { heading: line.label.to_owned(), cells });
    }
    shown
}

fn text(parts: &[String]) -> String {
    parts.iter().map(|part| unbroken(part)).collect::<Vec<_>>().join(", ")
}
