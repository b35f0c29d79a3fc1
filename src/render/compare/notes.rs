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

/// "12 letters held of 3 areas; 9 of them could have named a finding."
pub fn denominators(matrix: &Matrix) -> String {
    let held = &matrix.held;
    if held.letters_held == 0 {
        return "No letter held can be counted here.".to_owned();
    }
    let letters = words::count(held.letters_held, "letter");
    let areas = words::count(held.areas_held, "area");
    let what = match matrix.measure {
        Measure::Share if matrix.is_by_judgement() => "judged a finding or named it for the first time",
        Measure::Share => "named a finding for the first time",
        Measure::Count | Measure::Judgement => "named a finding",
    };
    match held.letters_could {
        could if could == held.letters_held => {
            format!("{letters} held of {areas}; each could have {what}.")
        }
        could => format!("{letters} held of {areas}; {could} of them could have {what}."),
    }
}

/// What the cells say, and what blank and 0 mean.
pub fn meaning(matrix: &Matrix) -> Vec<String> {
    let cells = match matrix.measure {
        Measure::Count => COUNT,
        Measure::Share if matrix.is_by_judgement() => SHARE_JUDGED,
        Measure::Share => SHARE,
        Measure::Judgement => JUDGEMENT,
    };
    let blank = "Blank: no letter held could have said it. 0: one could, and none does.";
    [Some(cells.to_owned()), Some(blank.to_owned()), left_out(matrix)].into_iter().flatten().collect()
}

const COUNT: &str = "A cell counts the findings of all letters held; one that a later letter restates counts in each, \
                     and one of several themes under each.";
const SHARE: &str = "A cell says how many letters name such a finding, of those held that could have named it for the \
                     first time.";
const SHARE_JUDGED: &str =
    "A cell says how many letters have such a finding, of those held that could have judged one so.";
const JUDGEMENT: &str = "A cell counts its findings by judgement; “not” is not sufficient. One that a later letter \
                         restates counts in each.";

/// The letters that stand in no share.
fn left_out(matrix: &Matrix) -> Option<String> {
    let kinds: Vec<String> = matrix.left_out.iter().map(|kind| words::letter_kind(kind) + "s").collect();
    let why = match matrix.is_by_judgement() {
        true => "which mention what another letter names",
        false => "which restate or mention what another letter names",
    };
    (!kinds.is_empty()).then(|| format!("Left out of shares: {}, {why}.", words::list(&kinds)))
}

/// The areas asked for of which there is nothing.
pub fn not_held(matrix: &Matrix) -> Option<String> {
    let areas = &matrix.areas_not_held;
    (!areas.is_empty()).then(|| format!("No letter held: {}.", areas.join(", ")))
}

/// Rows and columns that count nothing and are not shown.
pub fn named_by_none(matrix: &Matrix, labels: &[String]) -> Option<String> {
    (!labels.is_empty() && !matrix.letters.is_empty())
        .then(|| format!("No finding in any letter held: {}.", labels.join("; ")))
}
