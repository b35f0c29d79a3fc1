use super::fired::Claims;
use super::letter::Letter;
use super::view::View;
use crate::record::{Check, Quoter};
use crate::text::Span;

/// Passages of sections that must be read whole, and that no rule took.
pub fn unclaimed(view: &View<'_>, letter: &Letter<'_>, claims: &Claims, leftovers: Vec<Span>) -> Vec<Span> {
    let complete = letter.family.sections.iter().filter(|section| section.complete);
    let blocks = complete.flat_map(|section| letter.in_section(Some(&section.name)));
    let free = blocks.filter(|&block| claims.is_free(block)).map(|block| view.block(block).span);
    let mut spans: Vec<Span> = free.chain(leftovers).collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

pub fn unclaimed_check(quoter: &Quoter<'_>, span: Span) -> Check {
    let detail = "this passage stands among the findings, and no rule took it".to_owned();
    Check { check: "unclaimed".to_owned(), ok: false, detail, at: Some(quoter.quote(span)) }
}
