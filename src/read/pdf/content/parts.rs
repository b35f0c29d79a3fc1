//! The content streams of one page, put together.
//!
//! They are to be cut between two tokens, which a line feed keeps apart. Some programs cut anywhere: a string
//! that is cut, and an operator that is none in parts, are put together again.

use super::tokens::is_regular;

/// Operators that a cut may go through.
const OPERATORS: [&[u8]; 20] = [
    b"BT", b"ET", b"Tf", b"Td", b"TD", b"Tm", b"Tj", b"TJ", b"Tc", b"Tw", b"Tz", b"TL", b"Ts", b"Tr", b"T*",
    b"Do", b"BDC", b"EMC", b"cm", b"re",
];
/// Operators of one letter.
const LETTERS: &[u8] = b"qQmlcvyhSsfFBbnWwJjMdi";
/// A string is looked for in so many bytes before a cut.
const STRING: usize = 4096;

/// Adds a stream to those of the same page before it.
pub fn append(bytes: &mut Vec<u8>, part: &[u8]) {
    let is_cut = ends_in_string(bytes) || is_cut_operator(bytes, part);
    if !bytes.is_empty() && !is_cut {
        bytes.push(b'\n');
    }
    bytes.extend_from_slice(part);
}

fn ends_in_string(bytes: &[u8]) -> bool {
    let tail = &bytes[bytes.len().saturating_sub(STRING)..];
    let is_escaped = |at: usize| at > 0 && tail[at - 1] == b'\\';
    let last = (0..tail.len()).rev().find(|at| matches!(tail[*at], b'(' | b')') && !is_escaped(*at));
    // The data of an image may hold anything, but an image has an end.
    last.is_some_and(|at| tail[at] == b'(' && !tail[at..].windows(3).any(|end| end == b"\nEI"))
}

fn is_cut_operator(bytes: &[u8], part: &[u8]) -> bool {
    let left = bytes.iter().rev().take_while(|byte| is_regular(**byte)).take(3).count();
    let right = part.iter().take_while(|byte| is_regular(**byte)).take(3).count();
    let (left, right) = (&bytes[bytes.len() - left..], &part[..right]);
    let is_operator = |word: &[u8]| matches!(word, [letter] if LETTERS.contains(letter));
    let are_two = left.is_empty() || right.is_empty() || (is_operator(left) && is_operator(right));
    !are_two && OPERATORS.contains(&[left, right].concat().as_slice())
}

#[cfg(test)]
mod tests {
    use super::append;

    fn joined(parts: &[&str]) -> String {
        let mut bytes = Vec::new();
        parts.iter().for_each(|part| append(&mut bytes, part.as_bytes()));
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn cuts_inside_a_token_are_mended_and_tokens_kept_apart() {
        assert_eq!(joined(&["BT (Dear Dir", "ector) T", "j ET"]), "BT (Dear Director) Tj ET");
        assert_eq!(joined(&["B", "T (a) Tj E", "T"]), "BT (a) Tj ET");
        assert_eq!(joined(&["q (a) Tj Q", "q", "72"]), "q (a) Tj Q\nq\n72");
        assert_eq!(joined(&["BI ID (\nEI", "Q"]), "BI ID (\nEI\nQ");
    }
}
