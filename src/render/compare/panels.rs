//! A matrix as tables that fit: turned where its columns would be too many, and cut into panels, one under
//! another, where they still are.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use super::grid::{Grid, GridLine};
use crate::query::compare::{Matrix, Measure};
use crate::render::Look;
use crate::render::table::{Align, GAP, table, widest_word};

/// The matrix in as few panels as may be, and the way round that it is shown.
pub fn panels(matrix: Matrix, look: Look) -> (Matrix, String) {
    let grid = Grid::of(&matrix);
    let cut_here = cut(&grid, look);
    let turned = matrix.turned().map(|turned| (Grid::of(&turned), turned));
    let turned = turned.filter(|(grid, _)| cut(grid, look).len() < cut_here.len());
    let (grid, matrix) = turned.unwrap_or((grid, matrix));
    // Words are read from the left, numbers from the right.
    let align = if matrix.measure == Measure::Judgement { Align::Wrap } else { Align::Count };
    let panels: Vec<String> =
        cut(&grid, look).into_iter().map(|columns| panel(&grid, columns, align, look)).collect();
    (matrix, panels.join("\n"))
}

/// Which columns stand in each panel.
fn cut(grid: &Grid, look: Look) -> Vec<Range<usize>> {
    let labels = labels_width(grid, look);
    let mut panels: Vec<Range<usize>> = Vec::new();
    let mut used = labels;
    for column in 0..grid.headings.len() {
        let width = GAP.len() + least_width(grid, column);
        match panels.last_mut().filter(|_| used + width <= look.width) {
            Some(panel) => panel.end = column + 1,
            None => {
                panels.push(column..column + 1);
                used = labels;
            }
        }
        used += width;
    }
    panels
}

/// How much room the names of rows are sure of: a third of the line, if they need it.
fn labels_width(grid: &Grid, look: Look) -> usize {
    let widest = |at: usize| {
        let labels = grid.rows.iter().filter_map(|line| line.labels.get(at));
        labels.map(|label| label.width()).max()
    };
    widest(0).unwrap_or(0).min(look.width / 3) + widest(1).map_or(0, |areas| GAP.len() + areas)
}

fn least_width(grid: &Grid, column: usize) -> usize {
    let cells = grid.lines().map(|line| widest_word(&line.cells[column])).max().unwrap_or(0);
    cells.max(widest_word(&grid.headings[column]))
}

fn panel(grid: &Grid, columns: Range<usize>, align: Align, look: Look) -> String {
    let labels = grid.labels.iter().enumerate();
    let labels = labels.map(|(at, label)| (*label, if at == 0 { Align::Wrap } else { Align::Left }));
    let shown = grid.headings[columns.clone()].iter().map(|heading| (heading.as_str(), align));
    let headings: Vec<(&str, Align)> = labels.chain(shown).collect();
    let line = |line: &GridLine| [&line.labels[..], &line.cells[columns.clone()]].concat();
    let mut lines: Vec<Vec<String>> = grid.rows.iter().map(line).collect();
    for at in (1..lines.len()).rev() {
        // A name stands once over the areas that it has rows for.
        if grid.labels.len() > 1 && lines[at][0] == lines[at - 1][0] {
            lines[at][0].clear();
        }
    }
    if !grid.under.is_empty() {
        lines.push(vec![String::new(); headings.len()]);
        lines.extend(grid.under.iter().map(line));
    }
    // Cells give way in a pipe as well: a matrix is looked at, and its JSON is for programs.
    table(&headings, &lines, Look { piped: false, ..look })
}
