use crate::query::compare::{Cell, Measure, Tally};
use crate::record::Judgement;

/// What stands in a cell, in parts that no line ends in: nothing in a blank one, "3", "2 of 4", or "1 sufficient" and
/// "2 not".
pub fn parts(cell: &Cell, measure: Measure) -> Vec<String> {
    match (cell.count, measure) {
        (None, _) => Vec::new(),
        (Some(count), Measure::Count) => vec![count.to_string()],
        (Some(_), Measure::Share) => vec![format!("{} of {}", cell.letters_naming, cell.held.letters_could)],
        (Some(0), Measure::Judgement) => vec!["0".to_owned()],
        (Some(_), Measure::Judgement) => judged(&cell.judgements),
    }
}

/// "1 sufficient", "2 not".
fn judged(tally: &Tally) -> Vec<String> {
    tally.counts().map(|(judgement, count)| format!("{count} {}", short(judgement, tally))).collect()
}

fn short(judgement: Option<Judgement>, beside: &Tally) -> &'static str {
    match judgement {
        Some(Judgement::Identified) => "identified",
        Some(Judgement::Sufficient) => "sufficient",
        Some(Judgement::NotSufficient) if beside.of(Some(Judgement::Sufficient)) > 0 => "not",
        Some(Judgement::NotSufficient) => "not sufficient",
        Some(Judgement::NotJudged) => "not judged",
        Some(Judgement::Effective) => "effective",
        Some(Judgement::NotEffective) => "not effective",
        None => "not clear",
    }
}
