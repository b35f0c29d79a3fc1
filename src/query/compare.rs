//! Findings counted by two of their properties. Every cell keeps the findings behind its count.

mod dimension;
mod held;

use std::collections::BTreeSet;

use serde::Serialize;

use super::{LetterFilter, Library, words};
use crate::record::{Finding, LetterRecord};
use crate::rules::RuleSet;

pub use dimension::{Dimension, Key};
pub use held::HeldLetter;

/// What to compare.
#[derive(Debug, Clone)]
pub struct Comparison {
    pub filter: LetterFilter,
    pub rows: Dimension,
    pub columns: Dimension,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Matrix {
    pub rows_by: Dimension,
    pub columns_by: Dimension,
    pub columns: Vec<Key>,
    pub rows: Vec<Row>,
    /// The letters that were counted.
    pub letters: Vec<HeldLetter>,
    /// Areas asked for of which no letter is held.
    pub areas_not_held: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Row {
    pub key: Key,
    /// Where several areas are compared by other properties, each has a row of its own under the key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub area: Option<String>,
    /// One for each column.
    pub cells: Vec<Cell>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Cell {
    /// `None` where no letter is held that could have named a finding here: not the same as none named.
    pub count: Option<usize>,
    /// The ids of the findings counted.
    pub findings: Vec<String>,
}

/// A finding and its letter, as a cell is counted from them.
type Counted<'a> = (&'a LetterRecord, &'a Finding);

pub fn compare(library: &Library, rules: &RuleSet, comparison: &Comparison) -> Matrix {
    let letters: Vec<&LetterRecord> = library
        .letters()
        .iter()
        .map(|letter| &letter.record)
        .filter(|record| comparison.filter.admits(record))
        .collect();
    let columns = keys(comparison.columns, &letters, rules, comparison);
    let groups = groups(&letters, comparison);
    let mut rows = Vec::new();
    for key in keys(comparison.rows, &letters, rules, comparison) {
        for (area, letters) in &groups {
            let cells = columns.iter().map(|column| cell(letters, comparison, &key, column)).collect();
            rows.push(Row { key: key.clone(), area: area.clone(), cells });
        }
    }
    Matrix {
        rows_by: comparison.rows,
        columns_by: comparison.columns,
        columns,
        rows,
        letters: letters.iter().map(|record| HeldLetter::new(record)).collect(),
        areas_not_held: areas_not_held(&letters, &comparison.filter),
    }
}

/// The values of a dimension; areas that were asked for are among them, held or not.
fn keys(dimension: Dimension, letters: &[&LetterRecord], rules: &RuleSet, asked: &Comparison) -> Vec<Key> {
    let mut keys = dimension.keys(letters, rules);
    if dimension == Dimension::Area {
        keys.extend(areas_not_held(letters, &asked.filter).iter().map(|area| Key::new(area, area)));
    }
    keys
}

/// More areas than these are counted together, unless they are a dimension of their own.
const MOST_APART: usize = 6;

/// The letters under each row's key: those of each area where a few areas are compared by other properties.
fn groups<'a>(
    letters: &[&'a LetterRecord],
    comparison: &Comparison,
) -> Vec<(Option<String>, Vec<&'a LetterRecord>)> {
    let areas: BTreeSet<&str> = letters.iter().map(|record| words::area(record)).collect();
    let by_place = [comparison.rows, comparison.columns].into_iter().any(Dimension::is_place);
    if by_place || !(2..=MOST_APART).contains(&areas.len()) {
        return vec![(None, letters.to_vec())];
    }
    let of_area = |area: &str| letters.iter().copied().filter(|record| words::area(record) == area).collect();
    areas.into_iter().map(|area| (Some(area.to_owned()), of_area(area))).collect()
}

fn cell(letters: &[&LetterRecord], comparison: &Comparison, row: &Key, column: &Key) -> Cell {
    let could_name = |record: &&&LetterRecord| {
        comparison.rows.letter_fits(record, row) && comparison.columns.letter_fits(record, column)
    };
    let letters: Vec<&&LetterRecord> = letters.iter().filter(could_name).collect();
    if letters.is_empty() {
        return Cell::default();
    }
    let counted = letters.iter().flat_map(|record| record.findings.iter().map(|finding| (**record, finding)));
    let counted = counted
        .filter(|it| comparison.rows.finding_fits(it, row) && comparison.columns.finding_fits(it, column));
    let findings: Vec<String> = counted.map(|(_, finding)| finding.id.clone()).collect();
    Cell { count: Some(findings.len()), findings }
}

fn areas_not_held(letters: &[&LetterRecord], filter: &LetterFilter) -> Vec<String> {
    let held = |area: &String| letters.iter().any(|record| words::area(record) == area);
    filter.areas.iter().filter(|area| !held(area)).cloned().collect()
}

impl Matrix {
    /// Rows for columns and columns for rows; `None` where rows are those of areas under a key.
    pub fn turned(&self) -> Option<Matrix> {
        if self.rows.iter().any(|row| row.area.is_some()) {
            return None;
        }
        let row = |(at, key): (usize, &Key)| {
            let cells = self.rows.iter().map(|row| row.cells[at].clone()).collect();
            Row { key: key.clone(), area: None, cells }
        };
        Some(Matrix {
            rows_by: self.columns_by,
            columns_by: self.rows_by,
            columns: self.rows.iter().map(|row| row.key.clone()).collect(),
            rows: self.columns.iter().enumerate().map(row).collect(),
            letters: self.letters.clone(),
            areas_not_held: self.areas_not_held.clone(),
        })
    }

    /// Without the rows that count nothing, and the columns of findings' properties that do; with the labels of
    /// those left out. A year or an area without findings stays as a column: that is an answer.
    pub fn counting(&self) -> (Matrix, Vec<String>) {
        let counts = |row: &Row| row.cells.iter().any(|cell| !cell.findings.is_empty());
        let keeps_row = |row: &&Row| self.rows.iter().any(|other| other.key == row.key && counts(other));
        let keeps_column = |at: &usize| {
            !self.columns_by.is_of_finding()
                || self.rows.iter().any(|row| !row.cells[*at].findings.is_empty())
        };
        let (rows, empty_rows): (Vec<&Row>, Vec<&Row>) = self.rows.iter().partition(keeps_row);
        let (columns, empty): (Vec<usize>, Vec<usize>) = (0..self.columns.len()).partition(keeps_column);
        let row = |row: &Row| Row {
            key: row.key.clone(),
            area: row.area.clone(),
            cells: columns.iter().map(|at| row.cells[*at].clone()).collect(),
        };
        let mut left_out: Vec<String> = empty_rows.iter().map(|row| row.key.label.clone()).collect();
        left_out.extend(empty.iter().map(|at| self.columns[*at].label.clone()));
        left_out.dedup();
        left_out.retain(|label| !self.areas_not_held.contains(label));
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
        let at = self.columns.iter().position(|key| key.is_called(column))?;
        let of_area = |found: &&Row| match (area, &found.area) {
            (Some(wanted), Some(area)) => area.eq_ignore_ascii_case(wanted),
            (Some(_), None) => false,
            (None, _) => true,
        };
        let rows = self.rows.iter().filter(|found| found.key.is_called(row)).filter(of_area);
        let cells: Vec<_> = rows.map(|found| (found, &self.columns[at], &found.cells[at])).collect();
        (!cells.is_empty()).then_some(cells)
    }
}
