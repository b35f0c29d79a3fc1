//! Which words of a passage to mark.

use super::expand::Wanted;
use crate::text::{CodePoints, Span, Word};

/// The ranges of `quote`, in code points, that match any part of what was wanted: in order, apart from each
/// other. `words` are those of `quote`.
pub fn marks(wanted: &Wanted, words: &[Word], quote: &str) -> Vec<(usize, usize)> {
    let mut spans = Vec::new();
    collect(wanted, words, &mut spans);
    spans.sort();
    let mut apart: Vec<Span> = Vec::new();
    for span in spans {
        match apart.last_mut() {
            Some(last) if span.start < last.end => *last = last.to(span),
            _ => apart.push(span),
        }
    }
    let points = CodePoints::new(quote);
    apart.into_iter().map(|span| (points.at(span.start), points.at(span.end))).collect()
}

fn collect(wanted: &Wanted, words: &[Word], spans: &mut Vec<Span>) {
    match wanted {
        Wanted::All(inner) | Wanted::Any(inner) => inner.iter().for_each(|one| collect(one, words, spans)),
        Wanted::Phrase(stems) if stems.is_empty() => {}
        Wanted::Phrase(stems) => {
            for window in words.windows(stems.len()) {
                if window.iter().map(|word| &word.stem).eq(stems) {
                    spans.push(window[0].span.to(window[stems.len() - 1].span));
                }
            }
        }
    }
}
