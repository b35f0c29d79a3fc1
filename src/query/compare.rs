//! Findings counted by two of their properties. Every cell keeps the findings behind it and says of how many
//! letters it speaks.
//!
//! # Measures
//! - **Count**: the findings of every letter held. A weakness that a later letter restates counts in each of the
//!   letters, and a finding of several themes under each of them, so rows do not add up to columns' totals.
//! - **Share**: of the letters that could have named such a finding for themselves, how many do; a letter counts
//!   once, however many findings it names. Letters that go through the list of an earlier one (revisits,
//!   stocktakes) or mention some of it in passing (notices) are no witnesses of their own and are left out,
//!   unless judgements are compared: only revisits give most of those. Areas are always taken together.
//! - **Judgement**: the findings of a cell by judgement. What it comes to is the share not settled: of those judged,
//!   how many the letters judge not sufficient or not effective. What was only identified or restated is counted
//!   beside it and stands in no share.
//!
//! # Denominators
//! A letter **held** at a row and column is of that year, area, region and kind. It **could have said** it when the
//! rules of its kind give findings of the row's and column's kind and judgement, and its pack has the theme; or when
//! it says it. What letters list, go through or mention is what the pack's `links.toml` says of their kinds.
//! A cell is **blank** where no letter held could have said it, and **0** where one could and none did.

mod cell;
mod could;
mod dimension;
mod held;
mod matrix;
mod measure;
mod tally;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use super::{LetterFilter, Library, words};
use crate::record::{Finding, LetterRecord};
use crate::rules::RuleSet;
use could::Could;

pub use cell::Cell;
pub use dimension::{Dimension, Key};
pub use held::{Held, HeldLetter};
pub use matrix::{Column, Matrix, Row};
pub use measure::Measure;
pub use tally::Tally;

/// What to compare.
#[derive(Debug, Clone)]
pub struct Comparison {
    pub filter: LetterFilter,
    pub rows: Dimension,
    pub columns: Dimension,
    pub measure: Measure,
    /// Count areas together, however few they are.
    pub together: bool,
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
    let could = Could::new(rules, comparison);
    let not_held = areas_not_held(&letters, rules, &comparison.filter);
    let columns = keys(comparison.columns, &letters, rules, &not_held);
    let mut rows = Vec::new();
    for key in keys(comparison.rows, &letters, rules, &not_held) {
        for (area, letters) in groups(&letters, comparison) {
            rows.push(row(&could, &letters, key.clone(), area, &columns));
        }
    }
    let column = |key: Key| Column { held: Held::of(&could, &letters, &[(comparison.columns, &key)]), key };
    Matrix {
        measure: comparison.measure,
        rows_by: comparison.rows,
        columns_by: comparison.columns,
        held: Held::of(&could, &letters, &[]),
        columns: columns.into_iter().map(column).collect(),
        rows,
        left_out: could.kinds_left_out(&letters),
        letters: letters.iter().map(|record| HeldLetter::new(record)).collect(),
        areas_not_held: not_held,
    }
}

fn row(could: &Could<'_>, letters: &[&LetterRecord], key: Key, area: Option<String>, columns: &[Key]) -> Row {
    let (rows_by, columns_by) = could.dimensions();
    let fits = |record: &&&LetterRecord| rows_by.letter_fits(record, &key);
    let letters: Vec<&LetterRecord> = letters.iter().filter(fits).copied().collect();
    let cell = |column| Cell::of(could, &letters, &[(rows_by, &key), (columns_by, column)]);
    let cells = columns.iter().map(cell).collect();
    Row { held: Held::of(could, &letters, &[(rows_by, &key)]), key, area, cells }
}

/// The values of a dimension; areas that were asked for are among them, held or not.
fn keys(dimension: Dimension, letters: &[&LetterRecord], rules: &RuleSet, not_held: &[String]) -> Vec<Key> {
    let mut keys = dimension.keys(letters, rules);
    if dimension == Dimension::Area {
        keys.extend(not_held.iter().map(|area| Key::new(area, area)));
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
    // A share of one area's letters is hardly more than yes or no.
    let together = comparison.together || comparison.measure == Measure::Share;
    if by_place || together || !(2..=MOST_APART).contains(&areas.len()) {
        return vec![(None, letters.to_vec())];
    }
    let of_area = |area: &str| letters.iter().copied().filter(|record| words::area(record) == area).collect();
    areas.into_iter().map(|area| (Some(area.to_owned()), of_area(area))).collect()
}

/// The areas asked for, by name or by their region, of which no letter is held.
fn areas_not_held(letters: &[&LetterRecord], rules: &RuleSet, filter: &LetterFilter) -> Vec<String> {
    let in_region =
        rules.gazetteer.areas().iter().filter(|area| filter.region.as_ref() == Some(&area.region));
    let asked = filter.areas.iter().chain(in_region.map(|area| &area.name));
    let held = |area: &String| letters.iter().any(|record| words::area(record) == area);
    asked.filter(|area| !held(area)).cloned().collect()
}
