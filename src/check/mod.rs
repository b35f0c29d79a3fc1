//! What is doubtful about a letter: where it contradicts itself, and where what was read from it does.
//!
//! Every check says what was compared, so that one that passed can be trusted as well.

mod counts;
mod order;
mod weekdays;

use crate::document::Document;
use crate::record::LetterRecord;
use crate::rules::RuleSet;

/// Adds the checks of one letter to its record. `document` is the file it was found in.
pub fn check(record: &mut LetterRecord, document: &Document, rules: &RuleSet) {
    let mut checks = counts::stated_counts(record, &rules.vocabulary);
    checks.extend(weekdays::weekdays(record, document));
    checks.extend(order::date_order(record));
    record.checks.extend(checks);
}
