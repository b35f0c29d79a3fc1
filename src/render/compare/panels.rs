//! A matrix as tables that fit: turned where its columns would be too many, and cut into panels, one under
//! another, where they still are.

use unicode_width::UnicodeWidthStr;

use crate::query::compare::{Key, Matrix};
use crate::render::Look;
use crate::render::table::{Align, GAP, table, widest_word};

/// The matrix in as few panels as may be, and the way round that it is shown.
pub fn panels(matrix: Matrix, look: Look) -> (Matrix, String) {
    let turned = matrix.turned().filter(|turned| count(turned, look) < count(&matrix, look));
    let matrix = turned.unwrap_or(matrix);
    let panels: Vec<String> =
        cut(&matrix, look).iter().map(|columns| panel(&matrix, columns, look)).collect();
    (matrix, panels.join("\n"))
}

fn count(matrix: &Matrix, look: Look) -> usize {
    cut(matrix, look).len()
}

/// Which columns stand in each panel.
fn cut(matrix: &Matrix, look: Look) -> Vec<Vec<usize>> {
    let labels = labels_width(matrix, look);
    let mut panels: Vec<Vec<usize>> = vec![Vec::new()];
    let mut used = labels;
    for (at, key) in matrix.columns.iter().enumerate() {
        let width = GAP.len() + widest_word(&key.label);
        let is_begun = panels.last().is_some_and(|panel| !panel.is_empty());
        if is_begun && used + width > look.width {
            panels.push(Vec::new());
            used = labels;
        }
        used += width;
        panels.last_mut().into_iter().for_each(|panel| panel.push(at));
    }
    panels
}

/// How much room the names of rows are sure of: a third of the line, if they need it.
fn labels_width(matrix: &Matrix, look: Look) -> usize {
    let labels = matrix.rows.iter().map(|row| row.key.label.width()).max().unwrap_or(0);
    let areas = matrix.rows.iter().filter_map(|row| row.area.as_ref()).map(|area| GAP.len() + area.width());
    labels.min(look.width / 3) + areas.max().unwrap_or(0)
}

fn panel(matrix: &Matrix, columns: &[usize], look: Look) -> String {
    // Cells give way in a pipe as well: a matrix is looked at, and its JSON is for programs.
    table(&headings(matrix, columns), &rows(matrix, columns), Look { piped: false, ..look })
}

fn headings<'a>(matrix: &'a Matrix, columns: &[usize]) -> Vec<(&'a str, Align)> {
    let mut headings = vec![(matrix.rows_by.name(), Align::Wrap)];
    if matrix.rows.iter().any(|row| row.area.is_some()) {
        headings.push(("area", Align::Left));
    }
    headings.extend(columns.iter().map(|at| (matrix.columns[*at].label.as_str(), Align::Count)));
    headings
}

fn rows(matrix: &Matrix, columns: &[usize]) -> Vec<Vec<String>> {
    let mut before: Option<&Key> = None;
    let mut lines = Vec::new();
    for row in &matrix.rows {
        let label = if before == Some(&row.key) { "" } else { &row.key.label };
        let counts = columns.iter().map(|at| row.cells[*at].count);
        let counts = counts.map(|count| count.map_or_else(String::new, |count| count.to_string()));
        let mut line = vec![label.to_owned()];
        line.extend(row.area.clone());
        line.extend(counts);
        lines.push(line);
        before = Some(&row.key);
    }
    lines
}
