use std::sync::LazyLock;

use regex::Regex;

use crate::extract::date::{read_dates, weekday_name};
use crate::record::{Check, LetterRecord, Quoter};
use crate::text::Span;

/// A date with its weekday, whichever of the common ways it is written.
static DATED_WEEKDAY: LazyLock<Regex> = LazyLock::new(|| {
    let weekday = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
    let month = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)";
    let pattern =
        format!(r"(?i)\b{weekday},?\s+(?:the\s+)?\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{month},?\s+\d{{4}}");
    Regex::new(&pattern).expect("the pattern is constant")
});

/// Compares every weekday that the letter writes beside a date with that date's.
pub fn weekdays(record: &LetterRecord, quoter: &Quoter) -> Vec<Check> {
    let whole = quoter.bytes(&record.letter.span);
    let text = quoter.document().text();
    let mut checks = Vec::new();
    for found in DATED_WEEKDAY.find_iter(whole.of(text)) {
        let Some(dates) = read_dates(found.as_str()) else { continue };
        let at = quoter.quote(Span::new(whole.start + found.start(), whole.start + found.end()));
        for (written, date) in dates.weekdays {
            let (day, said) = (dates.from.prose(), weekday_name(written));
            let is = weekday_name(date.weekday());
            let ok = is == said;
            let detail = match ok {
                true => format!("{day} is a {said}, as the letter says"),
                false => format!("the letter says {said} {day}, but that day is a {is}"),
            };
            checks.push(Check { check: "weekday".to_owned(), ok, detail, at: Some(at.clone()) });
        }
    }
    checks
}
