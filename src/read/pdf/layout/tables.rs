use super::grid::{self, Grid};
use super::lines::Line;
use crate::read::pdf::content::{Content, Rule};

/// Parts of one word stand nearer to each other than this, as a share of the font size.
const JOINT: f32 = 0.1;

/// A stretch of a page.
pub enum Part {
    Lines(Vec<Line>),
    /// The runs of each cell, by row and column.
    Table(Vec<Vec<Vec<usize>>>),
}

/// Parts the lines of each page into those in ruled tables and those around them.
pub fn parts(content: &Content, lines: Vec<Line>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut open: Vec<Line> = Vec::new();
    for page in lines.chunk_by(|one, other| one.page == other.page) {
        let mut tables =
            grid::grids(rules_of(content, page[0].page)).into_iter().map(Filling::new).collect::<Vec<_>>();
        for line in page {
            let place = |index: usize| {
                let run = &content.runs[line.runs[start_of_word(content, &line.runs, index)]];
                let middle = (run.left + run.right) / 2.0;
                // The baseline of a line at a rule may touch it; its letters stand above.
                let height = run.baseline + run.size * 0.3;
                tables
                    .iter()
                    .enumerate()
                    .find_map(|(table, filling)| Some((table, filling.grid.cell_at(middle, height)?)))
            };
            let places: Option<Vec<(usize, (usize, usize))>> = (0..line.runs.len()).map(place).collect();
            let Some(places) = places else {
                // A table that stands above this line is done.
                let above = tables.iter().take_while(|table| table.grid.top() > line.baseline).count();
                finish(tables.drain(..above), &mut open, &mut parts);
                open.push(line.clone());
                continue;
            };
            for (run, (table, (row, column))) in line.runs.iter().zip(places) {
                tables[table].cells[row][column].push(*run);
            }
        }
        finish(tables.drain(..), &mut open, &mut parts);
    }
    if !open.is_empty() {
        parts.push(Part::Lines(open));
    }
    parts
}

/// The run that the word begins in which the run at `index` goes on: programs show words in parts, and a word
/// stands in one cell though a rule may run behind it.
fn start_of_word(content: &Content, runs: &[usize], mut index: usize) -> usize {
    let goes_on = |index: usize| {
        let (before, run) = (&content.runs[runs[index - 1]], &content.runs[runs[index]]);
        let is_letter = |character: Option<char>| character.is_some_and(char::is_alphanumeric);
        is_letter(content.text_of(before).chars().next_back())
            && is_letter(content.text_of(run).chars().next())
            && (run.left - before.right).abs() < JOINT * run.size
    };
    while index > 0 && goes_on(index) {
        index -= 1;
    }
    index
}

/// A table and the runs found in it so far.
struct Filling {
    grid: Grid,
    cells: Vec<Vec<Vec<usize>>>,
}

impl Filling {
    fn new(grid: Grid) -> Self {
        let cells = grid.rows.iter().map(|band| vec![Vec::new(); band.edges.len() - 1]).collect();
        Self { grid, cells }
    }

    fn is_empty(&self) -> bool {
        self.cells.iter().flatten().all(Vec::is_empty)
    }
}

/// Puts the lines before the tables, and the tables, to the parts.
fn finish(tables: impl Iterator<Item = Filling>, open: &mut Vec<Line>, parts: &mut Vec<Part>) {
    for table in tables.filter(|table| !table.is_empty()) {
        if !open.is_empty() {
            parts.push(Part::Lines(std::mem::take(open)));
        }
        parts.push(Part::Table(table.cells));
    }
}

fn rules_of(content: &Content, page: u32) -> &[Rule] {
    let start = content.rules.partition_point(|rule| rule.page < page);
    let end = content.rules.partition_point(|rule| rule.page <= page);
    &content.rules[start..end]
}
