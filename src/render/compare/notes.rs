//! What a matrix says of itself in every form: its title, its denominators, and what its cells stand for.

use crate::query::compare::{Matrix, Measure};
use crate::query::words;

/// "Findings by theme and year".
pub fn title(matrix: &Matrix) -> String {
    let by = format!("{} and {}", matrix.rows_by.name(), matrix.columns_by.name());
    match matrix.measure {
        Measure::Count => format!("Findings by {by}"),
        Measure::Share => format!("Share of letters with a finding, by {by}"),
        Measure::Judgement => format!("Judgements of findings by {by}"),
    }
}

/// "12 letters held of 3 areas, 9 of which could have named a finding."
pub fn denominators(matrix: &Matrix) -> String {
    let held = &matrix.held;
    let letters = words::count(held.letters_held, "letter");
    let areas = words::count(held.areas_held, "area");
    let could = match (matrix.measure, held.letters_could) {
        (Measure::Share, could) => format!("{could} of them could have named a finding for the first time"),
        (_, could) if could == held.letters_held => "each could have named a finding".to_owned(),
        (_, could) => format!("{could} of them could have named a finding"),
    };
    format!("{letters} held of {areas}; {could}.")
}

/// What the cells say, and what blank and 0 mean.
pub fn meaning(matrix: &Matrix) -> Vec<String> {
    let mut notes = vec![match matrix.measure {
        Measure::Count => {
            "A cell counts the findings of all letters held; one that a later letter restates counts \
                           in each, and one of several themes under each."
                .to_owned()
        }
        Measure::Share => {
            "A cell says how many letters name such a finding, of those held that could have named it \
                           for the first time."
                .to_owned()
        }
        Measure::Judgement => {
            "A cell counts its findings by judgement; “not” is not sufficient. One that a later \
                               letter restates counts in each."
                .to_owned()
        }
    }];
    notes.push("Blank: no letter held could have said it. 0: one could, and none does.".to_owned());
    notes.extend(left_out(matrix));
    notes
}

/// The letters that stand in no share.
fn left_out(matrix: &Matrix) -> Option<String> {
    let kinds: Vec<String> = matrix.left_out.iter().map(|kind| words::letter_kind(kind) + "s").collect();
    let why = "which restate or mention what another letter names";
    (!kinds.is_empty()).then(|| format!("Left out of shares: {}, {why}.", words::list(&kinds)))
}

/// The areas asked for of which there is nothing.
pub fn not_held(matrix: &Matrix) -> Option<String> {
    let areas = &matrix.areas_not_held;
    (!areas.is_empty()).then(|| format!("No letter held: {}.", areas.join(", ")))
}

/// Rows and columns that count nothing and are not shown.
pub fn named_by_none(labels: &[String]) -> Option<String> {
    (!labels.is_empty()).then(|| format!("No finding in any letter held: {}.", labels.join("; ")))
}
