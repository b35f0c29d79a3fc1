use serde::Serialize;

use super::{Cell, Dimension, Held, HeldLetter, Key, Measure};

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Matrix {
    pub measure: Measure,
    pub rows_by: Dimension,
    pub columns_by: Dimension,
    /// The letters of the whole matrix.
    #[serde(flatten)]
    pub held: Held,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    /// Kinds of the letters held that stand in no share, because they only restate or mention what others name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
    /// The letters held that were asked about.
    pub letters: Vec<HeldLetter>,
    /// Areas asked for of which no letter is held.
    pub areas_not_held: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Column {
    #[serde(flatten)]
    pub key: Key,
    #[serde(flatten)]
    pub held: Held,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    pub key: Key,
    /// Where several areas are compared by other properties, each has a row of its own under the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    #[serde(flatten)]
    pub held: Held,
    /// One for each column.
    pub cells: Vec<Cell>,
}

impl Matrix {
    /// Whether each row is that of one area under a key.
    pub fn has_areas_apart(&self) -> bool {
        self.rows.iter().any(|row| row.area.is_some())
    }

    /// Whether judgements are rows or columns.
    pub fn is_by_judgement(&self) -> bool {
        [self.rows_by, self.columns_by].contains(&Dimension::Judgement)
    }

    pub fn cells(&self) -> impl Iterator<Item = &Cell> {
        self.rows.iter().flat_map(|row| &row.cells)
    }

    /// Rows for columns and columns for rows; `None` where rows are those of areas under a key.
    pub fn turned(&self) -> Option<Matrix> {
        if self.has_areas_apart() {
            return None;
        }
        let row = |(at, column): (usize, &Column)| {
            let cells = self.rows.iter().map(|row| row.cells[at].clone()).collect();
            Row { key: column.key.clone(), area: None, held: column.held, cells }
        };
        let column = |row: &Row| Column { key: row.key.clone(), held: row.held };
        Some(Matrix {
            rows_by: self.columns_by,
            columns_by: self.rows_by,
            columns: self.rows.iter().map(column).collect(),
            rows: self.columns.iter().enumerate().map(row).collect(),
            ..self.clone()
        })
    }

    /// Without the rows that count nothing, and the columns of findings' properties that do; with the labels of
    /// those left out. A year or an area without findings stays: that is an answer.
    pub fn counting(&self) -> (Matrix, Vec<String>) {
        let counts = |row: &Row| row.cells.iter().any(|cell| !cell.findings.is_empty());
        let keeps_row = |row: &&Row| {
            !self.rows_by.is_of_finding()
                || self.rows.iter().any(|other| other.key == row.key && counts(other))
        };
        let keeps_column = |at: &usize| {
            !self.columns_by.is_of_finding()
                || self.rows.iter().any(|row| !row.cells[*at].findings.is_empty())
        };
        let (rows, empty_rows): (Vec<&Row>, Vec<&Row>) = self.rows.iter().partition(keeps_row);
        let (columns, empty): (Vec<usize>, Vec<usize>) = (0..self.columns.len()).partition(keeps_column);
        let row = |row: &Row| Row {
            cells: columns.iter().map(|at| row.cells[*at].clone()).collect(),
            ..row.clone()
        };
        let mut left_out: Vec<String> = empty_rows.iter().map(|row| row.key.label.clone()).collect();
        left_out.extend(empty.iter().map(|at| self.columns[*at].key.label.clone()));
        left_out.dedup();
        let kept = Matrix {
            columns: columns.iter().map(|at| self.columns[*at].clone()).collect(),
            rows: rows.into_iter().map(row).collect(),
            ..self.clone()
        };
        (kept, left_out)
    }

    /// The cells at a row and a column, given by id or label in any case. With several areas, one for each,
    /// or only that of `area`.
    pub fn open(&self, row: &str, area: Option<&str>, column: &str) -> Option<Vec<(&Row, &Key, &Cell)>> {
        let at = self.columns.iter().position(|found| found.key.is_called(column))?;
        let of_area = |found: &&Row| match (area, &found.area) {
            (Some(wanted), Some(area)) => area.eq_ignore_ascii_case(wanted),
            (Some(_), None) => false,
            (None, _) => true,
        };
        let rows = self.rows.iter().filter(|found| found.key.is_called(row)).filter(of_area);
        let cells: Vec<_> = rows.map(|found| (found, &self.columns[at].key, &found.cells[at])).collect();
        (!cells.is_empty()).then_some(cells)
    }
}
