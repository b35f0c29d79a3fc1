use std::ops::Range;

use super::rows::{OfFinding, of_findings};
use super::shared::At;
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::record::Quote;

type Row<'a> = OfFinding<'a, String>;

/// A record has the words of sub-bullets alone; where each stands is found within the finding's quotation.
pub fn table(held: &Held<'_>) -> Table {
    Draft::new(
        "parts",
        "Parts",
        "A sub-bullet of a finding's statement. Its page is known where the finding stands on one page; \
         ocr_confidence is that of the whole finding.",
    )
    .finding_id(Row::finding_id)
    .letter_id(Row::letter_id)
    .number("part", |row| row.number)
    .column(Column::text("text", "The sub-bullet, verbatim.").required(), |row: &Row<'_>| row.it.into())
    .source(|row| &row.record.source)
    .quotation_of("", "", |row| at(row))
    .key(&["finding_id", "part"])
    .rows(of_findings(held, |finding| &finding.parts))
}

/// Where the part stands: parts are items of their finding's quotation, each the whole of a line but for its bullet.
fn at<'r>(row: &'r Row<'_>) -> Option<At<'r>> {
    let Quote { quote, span } = &row.finding.at;
    let mut range = 0..0;
    for part in row.finding.parts.get(..row.number)? {
        range = next(quote, range.end, part)?;
    }
    let start = span.start + quote[..range.start].chars().count();
    let end = start + row.it.chars().count();
    Some(At {
        quote: row.it,
        range: (start, end),
        page: span.last_page.is_none().then_some(span.page),
        last_page: None,
        line: None,
        ocr_confidence: span.ocr_confidence,
    })
}

/// The bytes of the first item after `from` that is the part.
fn next(quote: &str, from: usize, part: &str) -> Option<Range<usize>> {
    let is_item = |range: &Range<usize>| {
        let before = quote[..range.start].trim_end_matches([' ', '•']);
        let after = quote[range.end..].chars().next();
        before.is_empty() || before.ends_with('\n') || after.is_none_or(|next| next == '\n')
    };
    let found = quote.get(from..)?.match_indices(part).map(|(at, _)| from + at..from + at + part.len());
    found.into_iter().find(is_item)
}
