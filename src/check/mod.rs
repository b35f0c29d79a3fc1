//! What is doubtful about a letter: where it contradicts itself, and where what was read from it does.
//!
//! Every check says what was compared, so that one that passed can be trusted as well.

mod across;
mod calendar;
mod clocks;
mod counts;
mod order;
mod weekdays;

pub use across::{Contradiction, Gap, Passage, contradictions, gaps};
pub use calendar::{days_between, last_day};
pub use clocks::{Clock, ClockState, Told, clocks};

use crate::record::{LetterRecord, Quoter};
use crate::rules::{RuleSet, Vocabulary};

/// Adds the checks of one letter to its record. `quoter` quotes the file it was found in.
pub fn check(record: &mut LetterRecord, quoter: &Quoter<'_>, rules: &RuleSet) {
    let mut checks = counts::stated_counts(record, &rules.vocabulary);
    checks.extend(weekdays::weekdays(record, quoter));
    checks.extend(order::date_order(record));
    record.checks.extend(checks);
}

/// Compares the counts that the letter states once more, after its findings have changed.
pub fn recount(record: &mut LetterRecord, vocabulary: &Vocabulary) {
    let counts = counts::stated_counts(record, vocabulary);
    let first = record.checks.iter().position(|check| check.check == counts::CHECK);
    record.checks.retain(|check| check.check != counts::CHECK);
    let at = first.unwrap_or(record.checks.len());
    record.checks.splice(at..at, counts);
}
