//! The numbers and letters that count items: "1.", "(a)", "iv)".

/// What counts an item, and whether a bracket sets it apart from the words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    value: u32,
    bracketed: bool,
    /// Where the words begin, in bytes.
    pub words: usize,
}

/// The count that a text begins with.
pub fn count(text: &str) -> Option<Count> {
    let opened = text.strip_prefix('(').unwrap_or(text);
    let end = opened.find(['.', ')', ':']).filter(|end| (1..=4).contains(end))?;
    let (counted, rest) = (&opened[..end], &opened[end + 1..]);
    let closes = opened[end..].starts_with(')');
    let is_parted = rest.starts_with(char::is_whitespace) && !rest.trim().is_empty();
    // "(a." and "U." count nothing.
    if !is_parted || (opened.len() < text.len() && !closes) {
        return None;
    }
    let words = text.len() - rest.trim_start().len();
    Some(Count { value: value(counted)?, bracketed: closes, words })
}

fn value(counted: &str) -> Option<u32> {
    if let Ok(number) = counted.parse::<u32>() {
        return Some(number).filter(|_| counted.len() <= 2);
    }
    const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    let roman = ROMAN.iter().position(|name| *name == counted).map(|index| index as u32 + 1);
    let mut letters = counted.bytes();
    let letter = letters.next().filter(|first| first.is_ascii_lowercase() && counted.len() == 1);
    roman.or(letter.map(|letter| u32::from(letter - b'a') + 1))
}

impl Count {
    /// Whether an item begins at a line with this count. In mid-sentence a bare number is one only if it
    /// counts on from the paragraph's own, `before`.
    pub fn begins_an_item(self, before: Option<Count>, in_sentence: bool) -> bool {
        self.bracketed || !in_sentence || before.is_some_and(|before| self.value == before.value + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::count;

    #[test]
    fn numbers_and_letters_count_and_other_openings_do_not() {
        for counted in ["1. Plans", "(a) plans", "iv) plans", "12) plans"] {
            assert!(count(counted).is_some(), "{counted}");
        }
        for plain in ["2018. Plans", "e.g. plans", "3.5 weeks", "U.K. plans", "(CQC) conducted", "1."] {
            assert_eq!(count(plain), None, "{plain}");
        }
    }
}
