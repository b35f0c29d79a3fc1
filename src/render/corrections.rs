use super::Look;
use super::wrap::{paragraph, shorten, wrap};
use crate::correct::{Correction, Lost};

/// How many characters of the words are shown.
const WORDS: usize = 160;

/// Each correction with the finding that it is about, or why it is not applied.
pub fn list<'a>(
    corrections: impl Iterator<Item = (&'a Correction, &'a Result<String, Lost>)>,
    look: Look,
) -> String {
    let lines: Vec<String> =
        corrections.map(|(correction, outcome)| one(correction, outcome, look)).collect();
    lines.join("\n")
}

fn one(correction: &Correction, outcome: &Result<String, Lost>, look: Look) -> String {
    let mut out = look.bold(&correction.change.in_words()) + "\n";
    match outcome {
        Ok(id) => out.push_str(&wrap(id, look.width, "  ", "  ")),
        Err(lost) => {
            out.push_str(&look.alert(&wrap(&format!("not applied: {lost}"), look.width, "  ! ", "    ")));
        }
    }
    let words = shorten(&correction.anchor.exact, WORDS);
    out.push_str(&paragraph(&format!("“{words}”"), look.width, "  "));
    out.push_str(&paragraph(&correction.reason(), look.width, "  "));
    out
}
