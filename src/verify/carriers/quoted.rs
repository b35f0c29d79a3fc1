//! What lines have in quotation marks, held against the notes that cite it.

use crate::text::one_line;
use crate::verify::claim::{Claim, Form, Said, SourceName};
use crate::verify::report::{Fallen, Problem};
use crate::verify::source::fallen;

/// The passages in quotation marks that are no part of any note's words. One may be cut short: "words …".
pub fn not_cited(lines: &[String], notes: &[Claim], said: impl Fn(String) -> Said) -> Vec<Fallen> {
    // A document without notes quotes by another custom.
    if notes.is_empty() {
        return Vec::new();
    }
    let is_cited = |words: &str| notes.iter().any(|note| note.quote.contains(words));
    let mut lost = Vec::new();
    for line in lines {
        for passage in passages(line) {
            let words = one_line(passage.trim_end_matches([' ', '…']));
            if !is_cited(&words) {
                let at = format!("the line “{}”", line.chars().take(40).collect::<String>());
                lost.push(fallen(&quotation(passage, said(at)), Problem::NotCited));
            }
        }
    }
    lost
}

/// What stands between outer quotation marks; quotation marks within belong to the words.
fn passages(line: &str) -> Vec<&str> {
    let mut passages = Vec::new();
    let (mut depth, mut start) = (0usize, 0);
    for (at, character) in line.char_indices() {
        match character {
            '“' => {
                if depth == 0 {
                    start = at + character.len_utf8();
                }
                depth += 1;
            }
            '”' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    passages.push(&line[start..at]);
                }
            }
            _ => {}
        }
    }
    passages
}

fn quotation(words: &str, said: Said) -> Claim {
    Claim {
        said,
        source: SourceName::default(),
        page: None,
        last_page: None,
        range: None,
        quote: words.to_owned(),
        form: Form::OneLine,
        ocr: false,
        letter: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lost(line: &str) -> usize {
        let note = quotation("Waits are too long for “0 – 25” plans.", Said::default());
        let said = |at| Said { at, ..Said::default() };
        not_cited(&[line.to_owned()], &[note], said).len()
    }

    #[test]
    fn words_in_quotation_marks_must_be_a_note_s() {
        assert_eq!(lost("The letter says “Waits are too long for “0 – 25” plans.” (2021)"), 0);
        assert_eq!(lost("Cut short: “Waits are too …” and “for “0 – 25” plans.”"), 0);
        assert_eq!(lost("“Waits are not long” it says, and “Waits are”"), 1);
        assert_eq!(lost("nothing is quoted, and a mark” stands alone"), 0);
    }
}
