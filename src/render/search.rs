use super::Look;
use super::wrap::paragraph;
use crate::query::search::{FoundPassage, Results, UnknownWord};
use crate::query::words;

/// How many characters are shown before the first match, and in all.
const BEFORE: usize = 120;
const LENGTH: usize = 360;

/// The passages found, each with the match marked and its place under it.
pub fn results(results: &Results, look: Look) -> String {
    let passages: Vec<String> = results.hits.iter().map(|hit| passage(hit, look)).collect();
    let mut out = passages.join("\n");
    if results.total > results.hits.len() {
        let (shown, total) = (results.hits.len(), results.total);
        out.push_str(&format!("\n{shown} of {total} passages; --limit shows more.\n"));
    }
    out
}

fn passage(hit: &FoundPassage, look: Look) -> String {
    let area = hit.area.as_deref().unwrap_or("area not stated");
    let mut heading = format!("{area}, {}", hit.name);
    if let Some(finding) = &hit.finding {
        let name = &finding.name;
        heading.push_str(&format!(
            ", {name}: {}",
            words::judged_by(finding.judgement, finding.judged_by.as_deref())
        ));
    }
    let heading = look.bold(paragraph(&heading, look.width, "").trim_end());
    let snippet = mark(&paragraph(&snippet(hit), look.width, "    "), look);
    let place = look.dim(&format!("{}, {}", hit.file, words::place(hit.page, None, hit.line)));
    format!("{heading}\n{snippet}    {place}\n")
}

/// Stand for the ends of a match until lines are broken. They have no width and stand in no letter.
const OPEN: char = '\u{2}';
const CLOSE: char = '\u{3}';

/// The part of the quotation around the first match, with matches between [`OPEN`] and [`CLOSE`].
fn snippet(hit: &FoundPassage) -> String {
    let characters: Vec<char> = hit.quote.chars().collect();
    let first = hit.matches.first().map_or(0, |(start, _)| *start);
    let start = word_start(&characters, first.saturating_sub(BEFORE));
    let end = match start + LENGTH {
        cut if cut < characters.len() => word_start(&characters, cut),
        _ => characters.len(),
    };
    let inside = |(from, to): &(usize, usize)| start <= *from && *to <= end;
    let matches = joined(hit.matches.iter().copied().filter(inside), &characters);
    let mut out = String::from(if start > 0 { "… " } else { "" });
    for (at, character) in characters.iter().enumerate().take(end).skip(start) {
        if matches.iter().any(|(from, _)| *from == at) {
            out.push(OPEN);
        }
        out.push(*character);
        if matches.iter().any(|(_, to)| *to == at + 1) {
            out.push(CLOSE);
        }
    }
    if end < characters.len() {
        out.truncate(out.trim_end().len());
        out.push_str(" …");
    }
    out
}

/// Ranges with matches that only a space parts put together.
fn joined(matches: impl Iterator<Item = (usize, usize)>, characters: &[char]) -> Vec<(usize, usize)> {
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (from, to) in matches {
        match joined.last_mut() {
            Some((_, end)) if characters[*end..from].iter().all(|between| between.is_whitespace()) => {
                *end = to
            }
            _ => joined.push((from, to)),
        }
    }
    joined
}

/// The start of the word that `at` stands in.
fn word_start(characters: &[char], at: usize) -> usize {
    let before = &characters[..at.min(characters.len())];
    before.iter().rposition(|character| character.is_whitespace()).map_or(0, |space| space + 1)
}

/// Bold where there is colour, between square brackets elsewhere. A match that runs over a line's end is
/// marked on both lines.
fn mark(text: &str, look: Look) -> String {
    let mut out = String::new();
    let mut inside = false;
    for line in text.lines() {
        let words = line.trim_start();
        out.push_str(&line[..line.len() - words.len()]);
        for part in words.split_inclusive([OPEN, CLOSE]) {
            out.push_str(&marked(part.trim_end_matches([OPEN, CLOSE]), inside, look));
            inside = if part.ends_with(OPEN) { true } else { inside && !part.ends_with(CLOSE) };
        }
        out.push('\n');
    }
    out
}

fn marked(part: &str, inside: bool, look: Look) -> String {
    match (inside && !part.is_empty(), look.colour) {
        (false, _) => part.to_owned(),
        (true, true) => look.bold(part),
        (true, false) => format!("[{part}]"),
    }
}

/// Words that occur nowhere, with near ones.
pub fn unknown(words: &[UnknownWord]) -> String {
    let line = |unknown: &UnknownWord| match unknown.near.as_slice() {
        [] => format!("“{}” occurs in no letter held.", unknown.word),
        near => format!("“{}” occurs in no letter held; near it: {}.", unknown.word, near.join(", ")),
    };
    words.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn matches_are_marked_in_a_pipe_and_on_a_terminal() {
        let text = format!("    long {OPEN}waiting\n    times{CLOSE} for\n");
        assert_eq!(mark(&text, Look::PLAIN), "    long [waiting]\n    [times] for\n");
        let coloured = mark(&text, Look { width: 80, colour: true, piped: false });
        assert!(coloured.contains("\u{1b}[1mwaiting\u{1b}[0m"), "{coloured:?}");
    }
}
