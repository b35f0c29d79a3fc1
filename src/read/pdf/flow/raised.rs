//! Raised figures: the marks of notes, and exponents.

use std::borrow::Cow;

use crate::read::pdf::content::Run;

/// Raised type is smaller than this share of the type around it.
const SMALLER: f32 = 0.9;
/// How far above the baseline raised type stands, as shares of the size of the type around it.
const RISE: std::ops::Range<f32> = 0.12..0.8;
/// No note has a longer number.
const DIGITS: usize = 3;
const SUPERSCRIPTS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

/// Whether `run`, which shows `text`, is a number raised above `base`, the type before it on its line.
pub fn is_raised(base: &Run, run: &Run, text: &str) -> bool {
    let text = text.trim();
    let rise = (run.baseline - base.baseline) / base.size;
    base.page == run.page
        && run.size < base.size * SMALLER
        && RISE.contains(&rise)
        && (1..=DIGITS).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a raised number after `before` says in running text: nothing where it is the mark of a note, which
/// is no part of the sentence; else it is an exponent.
pub fn text<'a>(before: &str, text: &'a str) -> Cow<'a, str> {
    if is_note_mark(before) {
        return Cow::Borrowed("");
    }
    let raised = |c: char| c.to_digit(10).map_or(c, |digit| SUPERSCRIPTS[digit as usize]);
    Cow::Owned(text.chars().map(raised).collect())
}

/// Notes are marked after words and after the marks that end sentences; units have one letter or two.
fn is_note_mark(before: &str) -> bool {
    let before = before.trim_end();
    let letters = before.chars().rev().take_while(|c| c.is_alphabetic()).count();
    letters > 2 || before.ends_with(['.', ',', ';', ':', '!', '?', '’', '”', '\'', '"', ')'])
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn marks_of_notes_go_and_exponents_stay() {
        assert_eq!(text("of weakness.", "1"), "");
        assert_eq!(text("the Board", "12 "), "");
        assert_eq!(text("a hall of 300 m", "2"), "²");
        assert_eq!(text("in 2016", "3"), "³");
    }
}
