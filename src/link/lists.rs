//! How the letters of an area follow each other.

use crate::record::LetterRecord;
use crate::rules::{Framework, LinkRules};

/// What a letter does with the list of weaknesses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<'r> {
    Starts(&'r Framework),
    Repeats(&'r Framework),
    Mentions(&'r Framework),
}

impl<'r> Part<'r> {
    /// `None` for a kind of letter that no framework has.
    pub fn of(letter: &LetterRecord, rules: &'r LinkRules) -> Option<Self> {
        let kind = &letter.letter.kind;
        rules.frameworks.iter().find_map(|framework| {
            if framework.starts.contains(kind) {
                Some(Part::Starts(framework))
            } else if framework.repeats.contains(kind) {
                Some(Part::Repeats(framework))
            } else if framework.mentions.contains(kind) {
                Some(Part::Mentions(framework))
            } else {
                None
            }
        })
    }

    /// Whether the letter goes through weaknesses one by one, and so says something by leaving one out.
    pub fn is_list(self) -> bool {
        !matches!(self, Part::Mentions(_))
    }
}

/// The letters before `letters[at]` whose list it goes through: back to the one that starts it, latest first.
/// None where that is not held, or where the letter starts a list of its own.
pub fn repeated_from(letters: &[&LetterRecord], at: usize, rules: &LinkRules) -> Vec<usize> {
    let (Some(Part::Repeats(framework)) | Some(Part::Mentions(framework))) = Part::of(letters[at], rules)
    else {
        return Vec::new();
    };
    let mut earlier = Vec::new();
    for index in (0..at).rev().filter(|&index| !letters[index].findings.is_empty()) {
        match Part::of(letters[index], rules) {
            Some(Part::Repeats(same)) if same == framework => earlier.push(index),
            Some(Part::Starts(same)) if same == framework => {
                earlier.push(index);
                break;
            }
            _ => {}
        }
    }
    earlier
}
