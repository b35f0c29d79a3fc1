use crate::record::{Check, LetterRecord, PartialDate};

/// A visit ends after it begins, and before its letter is dated; what the letter reports as done happened
/// before it.
pub fn date_order(record: &LetterRecord) -> Vec<Check> {
    let letter = &record.letter;
    let mut checks = Vec::new();
    if let Some(visit) = letter.visit {
        checks.push(in_order(("the visit's first day", visit.from), ("its last day", visit.to)));
        if let Some(dated) = letter.dated {
            checks.push(in_order(("the visit", visit.to), ("the letter", dated)));
        }
    }
    checks
}

fn in_order(earlier: (&str, PartialDate), later: (&str, PartialDate)) -> Check {
    let ok = earlier.1 <= later.1;
    let (first, second) = (earlier.1.prose(), later.1.prose());
    let detail = match ok {
        true => format!("{}, {first}, is not after {}, {second}", earlier.0, later.0),
        false => format!("{}, {first}, is after {}, {second}", earlier.0, later.0),
    };
    Check { check: "date_order".to_owned(), ok, detail, at: None }
}
