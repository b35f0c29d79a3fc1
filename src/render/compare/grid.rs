use super::cells::parts;
use super::denominators::{Line, beside, under};
use crate::query::compare::{Held, Matrix};
use crate::render::wrap::unbroken;

/// A matrix as text, cell by cell: its rows, and its denominators under and beside them.
pub struct Grid {
    /// The headings of the columns that name rows.
    pub labels: Vec<&'static str>,
    /// Those of the others.
    pub headings: Vec<String>,
    pub rows: Vec<GridLine>,
    pub under: Vec<GridLine>,
}

pub struct GridLine {
    pub labels: Vec<String>,
    /// Parts that no line should end in are held together, as [`unbroken`] does.
    pub cells: Vec<String>,
}

impl Grid {
    pub fn of(matrix: &Matrix) -> Self {
        let (under, beside) = (under(matrix), beside(matrix));
        let of = |line: &Line, held: &Held| (line.of)(held).to_string();
        let rows = matrix.rows.iter().map(|row| GridLine {
            labels: [Some(row.key.label.clone()), row.area.clone()].into_iter().flatten().collect(),
            cells: (row.cells.iter().map(|cell| text(&parts(cell, matrix.measure))))
                .chain(beside.iter().map(|line| of(line, &row.held)))
                .collect(),
        });
        // Where rows and columns have the same denominator, that of the whole matrix.
        let all = |line: &Line, beside: &Line| (line.label == beside.label).then(|| of(line, &matrix.held));
        let under = under.iter().map(|line| GridLine {
            labels: [line.label, ""][..1 + usize::from(matrix.has_areas_apart())]
                .iter()
                .map(|label| (*label).to_owned())
                .collect(),
            cells: (matrix.columns.iter().map(|column| of(line, &column.held)))
                .chain(beside.iter().map(|beside| all(line, beside).unwrap_or_default()))
                .collect(),
        });
        let headings = matrix.columns.iter().map(|column| column.key.label.as_str());
        let area = matrix.has_areas_apart().then_some("area");
        Self {
            labels: [Some(matrix.rows_by.name()), area].into_iter().flatten().collect(),
            headings: headings.chain(beside.iter().map(|line| line.label)).map(str::to_owned).collect(),
            rows: rows.collect(),
            under: under.collect(),
        }
    }

    pub fn lines(&self) -> impl Iterator<Item = &GridLine> {
        self.rows.iter().chain(&self.under)
    }
}

fn text(parts: &[String]) -> String {
    parts.iter().map(|part| unbroken(part)).collect::<Vec<_>>().join(", ")
}
