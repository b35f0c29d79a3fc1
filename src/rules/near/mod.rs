//! How far a pattern matches a text that it does not match: which of its pieces find their words, and which is the
//! first that does not.

mod pieces;

use std::ops::Range;

use regex::Regex;

use super::expanded::Expanded;
use super::pattern::{self, Pattern};
use crate::text::Span;
use pieces::{Piece, alternatives};

/// How near a pattern came to matching a text.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    /// The words that it matches, in the text.
    pub matched: Span,
    /// The piece that finds nothing behind them, as its file has it; `None` where all of the pattern matches but for
    /// where it stands.
    pub wants: Option<String>,
    /// The words do not stand where the pattern wants them: at the start of the text.
    pub inside: bool,
    /// More for a longer beginning and for a larger share of the pattern.
    pub nearness: f64,
}

/// The longest beginning of a pattern, or of one of its alternatives, that matches in `text`, which is folded.
/// `None` where not even the first words are there.
pub fn near(pattern: &Pattern, text: &str) -> Option<Near> {
    let source = pattern.source();
    let all = alternatives(&source.written, 0..source.written.len());
    let beginnings = all.iter().flat_map(|pieces| {
        let seeker = Seeker { source, text };
        let at_start = seeker.seek(pieces, "", "").map(|reached| reached.near(pieces, false));
        [at_start, seeker.inside(pieces)]
    });
    beginnings.flatten().max_by(|a, b| a.nearness.total_cmp(&b.nearness))
}

struct Seeker<'s> {
    source: &'s Expanded,
    text: &'s str,
}

/// A beginning that matches.
struct Reached {
    matched: Span,
    wants: Option<String>,
    weight: usize,
}

impl Reached {
    fn near(self, pieces: &[Piece], inside: bool) -> Near {
        let whole: usize = pieces.iter().map(|piece| piece.weight).sum();
        let nearness = (self.weight * self.weight) as f64 / whole.max(1) as f64;
        // What would have to stand elsewhere is less near.
        let nearness = if inside { nearness / 2.0 } else { nearness };
        Near { matched: self.matched, wants: self.wants, inside, nearness }
    }
}

impl Seeker<'_> {
    /// The beginning of a pattern that wants to stand at the start of the text, found elsewhere in it.
    fn inside(&self, pieces: &[Piece]) -> Option<Near> {
        let (first, rest) = pieces.split_first()?;
        if !self.source.written[first.range.clone()].starts_with('^') {
            return None;
        }
        let freed = Piece { range: first.range.start + 1..first.range.end, ..first.clone() };
        let pieces: Vec<Piece> = std::iter::once(freed).chain(rest.iter().cloned()).collect();
        Some(self.seek(&pieces, "", "")?.near(&pieces, true))
    }

    /// How far `pieces` match behind `before`, an expanded pattern whose groups `after` closes.
    fn seek(&self, pieces: &[Piece], before: &str, after: &str) -> Option<Reached> {
        let start = pieces.first()?.range.start;
        let beginning = |count: usize| match count {
            0 => before.to_owned(),
            _ => before.to_owned() + self.expanded(start..pieces[count - 1].range.end),
        };
        let find = |count: usize| self.find(&(beginning(count) + after));
        let count = longest(pieces.len(), |count| find(count).is_some());
        if let Some(reached) =
            pieces.get(count).and_then(|piece| self.within_group(piece, &beginning(count), after))
        {
            let weight = reached.weight + weight(&pieces[..count]);
            return Some(Reached { weight, ..reached });
        }
        // A piece that may be anything shows nothing.
        let shown = (0..=count).rev().find(|&count| count == 0 || pieces[count - 1].weight > 0)?;
        let weight = weight(&pieces[..shown]);
        let matched = find(shown).filter(|matched| weight > 0 && !matched.of(self.text).trim().is_empty())?;
        let wants = (count < pieces.len()).then(|| self.written(&pieces[count..]));
        Some(Reached { matched, wants, weight })
    }

    /// How far one of the alternatives in a group matches.
    fn within_group(&self, piece: &Piece, before: &str, after: &str) -> Option<Reached> {
        let inner = piece.inner.clone()?;
        let before = before.to_owned() + self.expanded(piece.range.start..inner.start);
        let after = format!("){after}");
        let all = alternatives(&self.source.written, inner);
        let reached = all.iter().filter_map(|pieces| self.seek(pieces, &before, &after));
        reached.max_by_key(|reached| reached.weight)
    }

    fn find(&self, pattern: &str) -> Option<Span> {
        let regex: Regex = pattern::build(pattern).ok()?;
        regex.find(self.text).map(|found| Span::new(found.start(), found.end()))
    }

    fn expanded(&self, written: Range<usize>) -> &str {
        &self.source.whole[self.source.place(written.start)..self.source.place(written.end)]
    }

    /// The pieces as their file has them, as many as make a few words.
    fn written(&self, pieces: &[Piece]) -> String {
        let Some(first) = pieces.first() else { return String::new() };
        let start = first.range.start;
        let within = |piece: &&Piece| piece.range.end - start <= FEW;
        let end = pieces.iter().take_while(within).last().map_or(first.range.end, |last| last.range.end);
        self.source.written[start..end].trim().to_owned()
    }
}

/// The length in bytes of a few words of a pattern.
const FEW: usize = 40;

fn weight(pieces: &[Piece]) -> usize {
    pieces.iter().map(|piece| piece.weight).sum()
}

/// The largest number up to `most` for which `holds`, which holds for every smaller one too.
fn longest(most: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut high) = (0, most);
    while low < high {
        let middle = (low + high).div_ceil(2);
        if holds(middle) { low = middle } else { high = middle - 1 }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(pattern: &str, text: &str) -> Option<(String, Option<String>, bool)> {
        let near = near(&Pattern::for_test(pattern), text)?;
        Some((near.matched.of(text).to_owned(), near.wants, near.inside))
    }

    #[test]
    fn the_first_piece_that_finds_nothing_is_named() {
        let pattern = "^the area has made (?:sufficient|enough) progress(?: in| on)? .{0,20} weakness";
        let expected = ("The area has made", "(?:sufficient|enough) progress");
        let found = said(pattern, "The area has made good progress in this").unwrap();
        assert_eq!((found.0.as_str(), found.1.as_deref()), (expected.0, Some(expected.1)));
    }

    #[test]
    fn alternatives_are_tried_apart_and_groups_are_looked_into() {
        let found =
            said("^minutes of|^(?P<title>joint revisit in (?P<area>north|south))$", "Joint revisit of x")
                .unwrap();
        assert_eq!(found, ("Joint revisit".to_owned(), Some("in (?P<area>north|south)".to_owned()), false));
        assert_eq!(said("^minutes of|^agenda", "Joint revisit"), None);
    }

    #[test]
    fn words_that_stand_in_the_middle_are_said_to() {
        let found = said("^leaders must act", "Now leaders must act.").unwrap();
        assert_eq!(found, ("leaders must act".to_owned(), None, true));
    }
}
