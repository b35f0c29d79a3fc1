//! Text broken into lines at a width. Widths are columns of a terminal, not bytes.

use unicode_width::UnicodeWidthStr;

/// `text` on lines of at most `width` columns, each after `indent`; the first after `first` instead, which
/// is as wide. A word longer than the line stands on one of its own.
pub fn wrap(text: &str, width: usize, first: &str, indent: &str) -> String {
    let mut lines = String::from(first);
    let mut used = first.width();
    let mut at_start = true;
    for word in words(text) {
        let needed = word.width() + usize::from(!at_start);
        if !at_start && used + needed > width {
            lines.push('\n');
            lines.push_str(indent);
            (used, at_start) = (indent.width(), true);
        }
        if !at_start {
            lines.push(' ');
            used += 1;
        }
        lines.push_str(&word.replace(UNBROKEN, " "));
        used += word.width();
        at_start = false;
    }
    lines.push('\n');
    lines
}

/// What [`wrap`] leaves whole.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() && c != UNBROKEN).filter(|word| !word.is_empty())
}

/// A space that no line ends at. It is written as any other.
pub const UNBROKEN: char = '\u{a0}';

/// `text` as one word for [`wrap`], such as "page 4".
pub fn unbroken(text: &str) -> String {
    text.replace(' ', &UNBROKEN.to_string())
}

/// `text` on wrapped lines, all after `indent`.
pub fn paragraph(text: &str, width: usize, indent: &str) -> String {
    wrap(text, width, indent, indent)
}

pub use crate::query::words::shorten;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_to_the_width_and_the_indent() {
        assert_eq!(wrap("one two three four", 11, "- ", "  "), "- one two\n  three\n  four\n");
        assert_eq!(paragraph("extraordinarily", 5, " "), " extraordinarily\n");
        assert_eq!(paragraph(&format!("one ({})", unbroken("page 1")), 10, ""), "one\n(page 1)\n");
    }
}
