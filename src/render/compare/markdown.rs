use super::grid::{Grid, GridLine};
use super::notes;
use crate::query::compare::Matrix;
use crate::render::wrap::UNBROKEN;

/// The matrix as a Markdown table, with its title above it and below it what it says of itself.
pub fn markdown(matrix: &Matrix) -> String {
    let (shown, empty) = matrix.counting();
    let mut out = format!("# {}\n\n{}\n\n", notes::title(matrix), notes::denominators(matrix));
    out.push_str(&table(&Grid::of(&shown)));
    let notes = notes::meaning(matrix).into_iter();
    for note in notes.chain(notes::named_by_none(matrix, &empty)).chain(notes::not_held(matrix)) {
        out.push_str(&format!("\n{note}\n"));
    }
    out
}

fn table(grid: &Grid) -> String {
    let labels = grid.labels.iter().map(|label| (*label).to_owned());
    let headings: Vec<String> = labels.chain(grid.headings.iter().cloned()).collect();
    let rule = [vec!["---".to_owned(); grid.labels.len()], vec!["---:".to_owned(); grid.headings.len()]];
    let cells = |line: &GridLine| self::line(&[&line.labels[..], &line.cells].concat());
    let lines: String = grid.lines().map(cells).collect();
    line(&headings) + &line(&rule.concat()) + &lines
}

/// A row; a bar in a cell would end it. Where lines may end is the viewer's business.
fn line(cells: &[String]) -> String {
    let cells: Vec<String> =
        cells.iter().map(|cell| cell.replace('|', "\\|").replace(UNBROKEN, " ")).collect();
    format!("| {} |\n", cells.join(" | "))
}
