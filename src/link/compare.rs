use std::collections::BTreeMap;

use super::Similarity;
use crate::record::{Finding, LetterRecord};
use crate::rules::LinkWeights;

/// Compares findings of one area by their words and themes.
pub struct Comparer<'a> {
    weights: LinkWeights,
    by: &'a dyn Similarity,
    /// How many findings of the area are about each theme.
    about: BTreeMap<&'a str, u32>,
    findings: u32,
}

/// What two findings have in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// From 0 to 1.
    pub strength: f64,
    /// Ids of the themes that both are about.
    pub themes: Vec<String>,
    /// Words that both have, those that say most first.
    pub words: Vec<String>,
    /// The sub-bullets, from 1, that are more alike than the whole statements are.
    pub from_part: Option<u32>,
    pub to_part: Option<u32>,
}

/// A statement, or a passage of it: a sub-bullet with its number, or a clause.
type Passage<'f> = (Option<u32>, &'f str);

impl<'a> Comparer<'a> {
    pub fn new(letters: &[&'a LetterRecord], weights: LinkWeights, by: &'a dyn Similarity) -> Self {
        let mut comparer = Self { weights, by, about: BTreeMap::new(), findings: 0 };
        for finding in letters.iter().flat_map(|letter| &letter.findings) {
            comparer.findings += 1;
            for theme in &finding.themes {
                *comparer.about.entry(theme).or_default() += 1;
            }
        }
        comparer
    }

    /// What two findings have in common: words and themes together, or the words alone where they say more. A
    /// theme that was missed must not part what the words bring together.
    pub fn compare(&self, from: &Finding, to: &Finding) -> Comparison {
        let (words, from_part, to_part) = self.closest(from, to);
        let themes: Vec<String> =
            from.themes.iter().filter(|theme| to.themes.contains(theme)).cloned().collect();
        let rarest = themes.iter().map(|theme| self.rarity(theme)).fold(0.0, f64::max);
        let LinkWeights { words: for_words, themes: for_themes, .. } = self.weights;
        // A theme says what a passage is about, not that two are the same matter: words must say so too.
        let rarest = if words < self.weights.words_with_theme { 0.0 } else { rarest };
        let all = (for_words + for_themes).max(f64::EPSILON);
        let together = (for_words * words + for_themes * rarest) / all;
        let shared = self.by.shared(&from.statement, &to.statement);
        let strength = together.max(words * self.weights.words_alone);
        Comparison { strength, themes, words: shared, from_part, to_part }
    }

    /// From 0 for a theme that every finding is about, to 1 for one that only a single finding is.
    fn rarity(&self, theme: &str) -> f64 {
        let about = f64::from(self.about.get(theme).copied().unwrap_or(1));
        let findings = f64::from(self.findings);
        let weight = |about: f64| (1.0 + findings / (1.0 + about)).ln();
        (weight(about) / weight(1.0)).clamp(0.0, 1.0)
    }

    /// How alike the passages of the two are that are most alike, and their sub-bullets if they are that.
    fn closest(&self, from: &Finding, to: &Finding) -> (f64, Option<u32>, Option<u32>) {
        let mut best = (0.0, None, None);
        let to_passages = passages(to);
        for (from_part, from_text) in passages(from) {
            for &(to_part, to_text) in &to_passages {
                let similarity = self.by.similarity(from_text, to_text);
                if similarity > best.0 {
                    best = (similarity, from_part, to_part);
                }
            }
        }
        best
    }
}

/// The whole statement, its sub-bullets, and its clauses. A finding often names several matters, and a later
/// one goes on with only some.
fn passages(finding: &Finding) -> Vec<Passage<'_>> {
    let mut passages = vec![(None, finding.statement.as_str())];
    passages.extend((1..).zip(&finding.parts).map(|(number, part)| (Some(number), part.as_str())));
    let clauses = finding.statement.split([';', ':', '.']).map(str::trim).filter(|clause| !clause.is_empty());
    passages.extend(clauses.map(|clause| (None, clause)));
    passages
}
