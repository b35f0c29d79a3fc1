use std::collections::BTreeSet;

use serde::Serialize;

use super::could::{Could, Place};
use super::{Held, Measure, Tally};
use crate::query::words;
use crate::record::LetterRecord;

/// What is known at a row and a column.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Cell {
    /// How many findings. `None` where no letter held could have said it: not the same as none named.
    pub count: Option<usize>,
    #[serde(flatten)]
    pub held: Held,
    /// The letters that name such a finding, of those that could have.
    pub letters_naming: usize,
    pub areas_naming: usize,
    /// What the measure comes to: the count, or a ratio from 0 to 1. `None` where it has no denominator.
    pub value: Option<f64>,
    pub judgements: Tally,
    /// The ids of the findings counted.
    pub findings: Vec<String>,
}

impl Cell {
    /// The cell at a place, from the letters that may be there.
    pub(super) fn of(could: &Could<'_>, letters: &[&LetterRecord], place: &[Place<'_>]) -> Self {
        let held = Held::of(could, letters, place);
        let mut cell = Cell { held, ..Cell::default() };
        if held.letters_could == 0 {
            return cell;
        }
        let mut areas: BTreeSet<&str> = BTreeSet::new();
        for record in letters.iter().filter(|record| could.could_say(record, place)) {
            let before = cell.findings.len();
            for finding in could.said(record, place) {
                cell.findings.push(finding.id.clone());
                cell.judgements.add(finding);
            }
            if cell.findings.len() > before {
                cell.letters_naming += 1;
                areas.insert(words::area(record));
            }
        }
        cell.areas_naming = areas.len();
        cell.count = Some(cell.findings.len());
        cell.value = cell.value_by(could.measure());
        cell
    }

    pub fn is_blank(&self) -> bool {
        self.count.is_none()
    }

    fn value_by(&self, measure: Measure) -> Option<f64> {
        let ratio = |part: usize, whole: usize| (whole > 0).then(|| part as f64 / whole as f64);
        match measure {
            Measure::Count => self.count.map(|count| count as f64),
            Measure::Share => ratio(self.letters_naming, self.held.letters_could),
            Measure::Judgement => ratio(self.judgements.not_settled(), self.judgements.judged()),
        }
    }
}
