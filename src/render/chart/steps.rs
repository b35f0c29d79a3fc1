use super::scale;
use crate::query::compare::{Cell, Matrix, Measure};

/// How a cell is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fill {
    /// No letter held could have said it.
    Blank,
    /// One could, and none does.
    Zero,
    /// There are findings, and none of them was judged.
    NotJudged,
    /// A step of the scale, from 0.
    Step(usize),
}

/// The steps that a matrix's cells fall into.
#[derive(Debug)]
pub struct Steps {
    measure: Measure,
    /// The most findings of one cell.
    most: usize,
}

/// Steps of ratios above nothing: fifths for shares, quarters for judgements, which have a step for none.
const FIFTHS: usize = 5;
const QUARTERS: usize = 4;

impl Steps {
    pub fn of(matrix: &Matrix) -> Self {
        let most = matrix.cells().filter_map(|cell| cell.count).max().unwrap_or(0);
        Self { measure: matrix.measure, most }
    }

    pub fn fill(&self, cell: &Cell) -> Fill {
        match (cell.count, self.measure) {
            (None, _) => Fill::Blank,
            (Some(0), _) => Fill::Zero,
            (Some(count), Measure::Count) => Fill::Step((count - 1) / self.counts_a_step()),
            (Some(_), Measure::Share) => {
                Fill::Step((cell.letters_naming * FIFTHS).div_ceil(cell.held.letters_could) - 1)
            }
            (Some(_), Measure::Judgement) => match cell.judgements.judged() {
                0 => Fill::NotJudged,
                judged => Fill::Step((cell.judgements.not_settled() * QUARTERS).div_ceil(judged)),
            },
        }
    }

    /// The colour of a fill; of a blank, that between its lines.
    pub fn colour(&self, fill: Fill) -> &'static str {
        match fill {
            Fill::Blank | Fill::NotJudged => scale::PAPER,
            Fill::Zero => scale::ZERO,
            Fill::Step(at) => scale::step(at, self.number()),
        }
    }

    /// What is written on it.
    pub fn ink(&self, fill: Fill) -> &'static str {
        if fill == Fill::Zero { scale::QUIET } else { scale::ink_on(self.colour(fill)) }
    }

    fn number(&self) -> usize {
        match self.measure {
            Measure::Count => self.most.div_ceil(self.counts_a_step()),
            Measure::Share => FIFTHS,
            Measure::Judgement => 1 + QUARTERS,
        }
    }

    fn counts_a_step(&self) -> usize {
        self.most.div_ceil(scale::STEPS.len()).max(1)
    }

    /// What the colours stand for.
    pub fn about(&self) -> &'static str {
        match self.measure {
            Measure::Count => "Findings",
            Measure::Share => "Letters that name one, of those that could",
            Measure::Judgement => "Of the findings judged, not sufficient or not effective",
        }
    }

    /// Every fill with what it stands for.
    pub fn legend(&self) -> Vec<(Fill, String)> {
        let steps = (0..self.number()).map(|at| (Fill::Step(at), self.label(at)));
        let zero = match self.measure {
            Measure::Judgement => "0: no finding",
            _ => "0: none named",
        };
        let mut legend = vec![(Fill::Zero, zero.to_owned())];
        if self.measure == Measure::Judgement {
            legend.push((Fill::NotJudged, "none judged".to_owned()));
        }
        legend.extend(steps);
        legend.push((Fill::Blank, "blank: no letter held could have said it".to_owned()));
        legend
    }

    fn label(&self, at: usize) -> String {
        match self.measure {
            Measure::Count => {
                let (first, last) = (at * self.counts_a_step() + 1, (at + 1) * self.counts_a_step());
                if first == last { first.to_string() } else { format!("{first}–{last}") }
            }
            Measure::Share => format!("to {}%", (at + 1) * 100 / FIFTHS),
            Measure::Judgement if at == 0 => "0%".to_owned(),
            Measure::Judgement => format!("to {}%", at * 100 / QUARTERS),
        }
    }
}
