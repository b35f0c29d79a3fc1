use std::ops::Range;

use crate::rules::fragments::fragment_name;

/// A piece of a pattern: a word, a group or a fragment, with the space before it.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub range: Range<usize>,
    /// How much it says that this piece matches: the letters of a word; nothing where it may be left out.
    pub weight: usize,
    /// What stands in a group that may not be left out.
    pub inner: Option<Range<usize>>,
}

/// A group or fragment says as much as a word of this many letters.
const WORD: usize = 6;

#[derive(Debug, Clone, Copy, PartialEq)]
enum AtomKind {
    Letter,
    Space,
    /// `^`, `$`, `\b`.
    Anchor,
    /// A class, a dot or an escape.
    Class,
    Group,
    Fragment,
}

#[derive(Debug)]
struct Atom {
    kind: AtomKind,
    /// With its quantifier.
    range: Range<usize>,
    quantified: bool,
    optional: bool,
}

/// The alternatives of a part of a pattern, each as its pieces.
pub fn alternatives(pattern: &str, range: Range<usize>) -> Vec<Vec<Piece>> {
    let mut all = Vec::new();
    let mut atoms = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if pattern[at..].starts_with('|') {
            all.push(pieces(pattern, &std::mem::take(&mut atoms)));
            at += 1;
            continue;
        }
        let atom = atom(pattern, at);
        at = atom.range.end.max(at + 1);
        atoms.push(atom);
    }
    all.push(pieces(pattern, &atoms));
    all
}

fn pieces(pattern: &str, atoms: &[Atom]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut before: Option<AtomKind> = None;
    let mut opened = false;
    for atom in atoms {
        let is_whole = matches!(atom.kind, AtomKind::Group | AtomKind::Fragment);
        let after_whole = matches!(before, Some(AtomKind::Group | AtomKind::Fragment));
        let ends_text = atom.kind == AtomKind::Anchor && pattern[atom.range.clone()].starts_with('$');
        let begins = atom.kind == AtomKind::Space
            || ends_text
            || (is_whole && !opened)
            || (after_whole && atom.kind != AtomKind::Anchor);
        match pieces.last_mut().filter(|_| !begins) {
            Some(piece) => piece.range.end = atom.range.end,
            None => pieces.push(Piece { range: atom.range.clone(), weight: 0, inner: None }),
        }
        if let Some(piece) = pieces.last_mut() {
            piece.weight += weight(atom);
            piece.inner = inner(pattern, atom).or(piece.inner.take());
        }
        // A space or `^` opens the piece that follows.
        opened =
            atom.kind == AtomKind::Space || (opened || before.is_none()) && atom.kind == AtomKind::Anchor;
        before = if atom.kind == AtomKind::Anchor { before } else { Some(atom.kind) };
    }
    pieces
}

fn weight(atom: &Atom) -> usize {
    match atom.kind {
        _ if atom.optional => 0,
        AtomKind::Letter => 1,
        AtomKind::Group | AtomKind::Fragment => WORD,
        AtomKind::Space | AtomKind::Anchor | AtomKind::Class => 0,
    }
}

/// What stands between a group's marks.
fn inner(pattern: &str, atom: &Atom) -> Option<Range<usize>> {
    if atom.kind != AtomKind::Group || atom.quantified {
        return None;
    }
    let group = &pattern[atom.range.clone()];
    let opening = match group.strip_prefix("(?") {
        None => 1,
        // Flags would be lost outside of their group.
        Some(rest) if rest.starts_with("P<") || rest.starts_with('<') => group.find('>')? + 1,
        Some(rest) if rest.starts_with(':') => 3,
        Some(_) => return None,
    };
    Some(atom.range.start + opening..atom.range.end - 1)
}

fn atom(pattern: &str, at: usize) -> Atom {
    let rest = &pattern[at..];
    let first = rest.chars().next().unwrap_or(' ');
    let (kind, length) = match first {
        '\\' => escape(rest),
        '[' => (AtomKind::Class, class(rest)),
        '(' => (AtomKind::Group, group(rest)),
        '^' | '$' => (AtomKind::Anchor, 1),
        '.' => (AtomKind::Class, 1),
        ' ' => (AtomKind::Space, 1),
        '{' => match fragment_name(pattern, at) {
            Some(name) => (AtomKind::Fragment, name.len() + "{}".len()),
            None => (AtomKind::Class, 1),
        },
        other if other.is_alphanumeric() => (AtomKind::Letter, other.len_utf8()),
        other => (AtomKind::Class, other.len_utf8()),
    };
    let end = at + length;
    let quantifier = quantifier(pattern, end);
    let optional = quantifier.starts_with(['?', '*']) || quantifier.starts_with("{0");
    Atom { kind, range: at..end + quantifier.len(), quantified: !quantifier.is_empty(), optional }
}

/// `?`, `*`, `+` or `{2,5}`, and the `?` that makes it take little.
fn quantifier(pattern: &str, at: usize) -> &str {
    let rest = &pattern[at..];
    let length = match rest.chars().next() {
        Some('?' | '*' | '+') => 1,
        Some('{') if fragment_name(pattern, at).is_none() => rest.find('}').map_or(0, |end| end + 1),
        _ => 0,
    };
    let lazy = usize::from(length > 0 && rest[length..].starts_with('?'));
    &rest[..length + lazy]
}

fn escape(rest: &str) -> (AtomKind, usize) {
    let escaped = rest[1..].chars().next();
    match escaped {
        Some('b' | 'B' | 'A' | 'z') => (AtomKind::Anchor, 2),
        Some('p' | 'P') if rest[2..].starts_with('{') => {
            (AtomKind::Class, rest.find('}').map_or(rest.len(), |end| end + 1))
        }
        other => (AtomKind::Class, 1 + other.map_or(0, char::len_utf8)),
    }
}

/// The length of a class, up to its closing bracket.
fn class(rest: &str) -> usize {
    let mut depth = 0;
    let mut characters = rest.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '\\' => drop(characters.next()),
            '[' => depth += 1,
            ']' if depth == 1 && !matches!(&rest[..at], "[" | "[^") => return at + 1,
            ']' if depth > 1 => depth -= 1,
            _ => {}
        }
    }
    rest.len()
}

/// The length of a group, up to its closing bracket.
fn group(rest: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < rest.len() {
        let character = rest[at..].chars().next().unwrap_or(' ');
        match character {
            '\\' => at += 1,
            '[' => {
                at += class(&rest[at..]);
                continue;
            }
            '(' => depth += 1,
            ')' if depth == 1 => return at + 1,
            ')' => depth -= 1,
            _ => {}
        }
        at += rest[at..].chars().next().map_or(1, char::len_utf8);
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(pattern: &str) -> Vec<Vec<&str>> {
        let all = alternatives(pattern, 0..pattern.len());
        all.into_iter()
            .map(|pieces| pieces.into_iter().map(|piece| &pattern[piece.range]).collect())
            .collect()
    }

    #[test]
    fn a_pattern_is_cut_at_words_groups_and_fragments() {
        assert_eq!(
            cut("^(?:the )?area has {made} (?:a|b)\\b[|)]x$|re-?visit{2,3} of"),
            [
                vec!["^(?:the )?", "area", " has", " {made}", " (?:a|b)\\b", "[|)]x", "$"],
                vec!["re-?visit{2,3}", " of"],
            ]
        );
    }
}
