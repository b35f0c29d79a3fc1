use super::{Kind, Piece};

/// Takes the bullet off a piece and makes a list item of a paragraph that has one typed in it. The number of
/// a numbered item stays: it is something said.
pub fn strip(piece: &mut Piece) {
    let is_item = matches!(piece.kind, Kind::Item(_));
    if matches!(piece.kind, Kind::Heading(_)) {
        return;
    }
    if let Some(length) = bullet(&piece.text, is_item) {
        piece.drop_front(length);
        piece.marked = true;
        if !is_item {
            piece.kind = Kind::Item(1);
        }
    } else if is_item {
        piece.marked = is_numbered(piece.text.trim_start());
    }
}

/// Whether a line begins with a bullet.
pub fn is_bulleted(text: &str) -> bool {
    bullet(text, true).is_some()
}

/// Whether a text is a bullet and nothing else.
pub fn is_alone(text: &str) -> bool {
    bullet(text, true) == Some(text.len())
}

/// The length in bytes of the bullets that a text begins with, and of the blanks around them.
pub fn bullet(text: &str, is_item: bool) -> Option<usize> {
    let mut rest = text.trim_start();
    let before = rest.len();
    // Word may leave an empty bullet before the one that counts.
    while let Some(after) = one_bullet(rest, is_item) {
        rest = after.trim_start();
    }
    (rest.len() < before).then_some(text.len() - rest.len())
}

fn one_bullet(text: &str, is_item: bool) -> Option<&str> {
    let first = text.chars().next()?;
    let rest = &text[first.len_utf8()..];
    let apart = rest.is_empty() || rest.starts_with(char::is_whitespace);
    let is_bullet = match first {
        '◼' | '■' | '▪' | '●' | '•' | '◦' | '○' | '◆' | '❖' | '➢' | '✔' | '❑' | '▫' | '□' | '‣' | '⁃'
        | '∙' | '◾' | '⬛' | '⚫' | '►' | '▶' | '➤' => true,
        // Symbol fonts put their marks here; several in a row are words in a font that says no more.
        '\u{f000}'..='\u{f0ff}' => !rest.starts_with(is_private),
        '-' | '−' | '–' | '—' | '·' | '*' | '\u{fffd}' => apart,
        'o' | '§' => apart && is_item,
        _ => false,
    };
    is_bullet.then_some(rest)
}

fn is_private(character: char) -> bool {
    ('\u{e000}'..='\u{f8ff}').contains(&character)
}

/// Opens with `1.`, `(2)`, `a)`, `iv.` or the like, and goes on.
pub fn is_numbered(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let (Some(label), Some(_)) = (words.next(), words.next()) else { return false };
    let Some(inner) = label.strip_suffix(['.', ')']) else { return false };
    let inner = inner.trim_start_matches('(');
    // Four digits are a year.
    let is_count = |part: &str| matches!(part.len(), 1..=3) && part.bytes().all(|b| b.is_ascii_digit());
    let digits = inner.split('.').all(is_count);
    let roman = !inner.is_empty() && inner.bytes().all(|b| matches!(b, b'i' | b'v' | b'x'));
    digits || roman || (inner.len() == 1 && inner.bytes().all(|b| b.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bullets_of_every_kind_and_words_that_are_none() {
        let length = |text| bullet(text, true);
        assert_eq!(length("■ Leaders"), Some("■ ".len()));
        assert_eq!(length("\u{f0b7}Leaders"), Some("\u{f0b7}".len()));
        assert_eq!(length("- plan; and"), Some(2));
        assert_eq!(length("o plan"), Some(2));
        assert_eq!(length("-based"), None);
        assert_eq!(length("of them"), None);
        assert_eq!(bullet("o plan", false), None);
    }

    #[test]
    fn numbers_mark_an_item_and_stay() {
        assert!(is_numbered("1. Leaders") && is_numbered("(b) Leaders") && is_numbered("iv) Leaders"));
        assert!(
            !is_numbered("Leaders. They")
                && !is_numbered("18.")
                && !is_numbered("2013. It")
                && !is_numbered("")
                && !is_numbered(". x")
        );
    }
}
