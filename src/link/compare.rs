use std::collections::BTreeSet;

use super::Similarity;
use crate::record::Finding;
use crate::rules::LinkWeights;

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

/// Compares two findings by their words and themes.
pub fn compare(from: &Finding, to: &Finding, weights: LinkWeights, by: &dyn Similarity) -> Comparison {
    let (words, from_part, to_part) = closest(from, to, by);
    let themes: Vec<String> = from.themes.iter().filter(|theme| to.themes.contains(theme)).cloned().collect();
    let strength = match agreement(from, to) {
        Some(agreement) => {
            (weights.words * words + weights.themes * agreement) / (weights.words + weights.themes)
        }
        // A finding that no theme was found for says nothing about themes: the words decide.
        None => words,
    };
    let shared = by.shared(part(from, from_part), part(to, to_part));
    Comparison { strength, themes, words: shared, from_part, to_part }
}

/// The share of themes that both have, of those of the finding that has fewer.
fn agreement(from: &Finding, to: &Finding) -> Option<f64> {
    let (from, to): (BTreeSet<_>, BTreeSet<_>) = (from.themes.iter().collect(), to.themes.iter().collect());
    let fewer = from.len().min(to.len());
    (fewer > 0).then(|| from.intersection(&to).count() as f64 / fewer as f64)
}

/// The similarity of the statements, or of those of their sub-bullets that are more alike.
fn closest(from: &Finding, to: &Finding, by: &dyn Similarity) -> (f64, Option<u32>, Option<u32>) {
    let mut best = (by.similarity(&from.statement, &to.statement), None, None);
    for from_part in parts(from) {
        for to_part in parts(to) {
            let similarity = by.similarity(part(from, from_part), part(to, to_part));
            if similarity > best.0 {
                best = (similarity, from_part, to_part);
            }
        }
    }
    best
}

/// The whole, and each sub-bullet.
fn parts(finding: &Finding) -> impl Iterator<Item = Option<u32>> {
    std::iter::once(None).chain((1..=finding.parts.len() as u32).map(Some))
}

fn part(finding: &Finding, number: Option<u32>) -> &str {
    let index = number.map(|number| number as usize - 1);
    index.and_then(|index| finding.parts.get(index)).unwrap_or(&finding.statement)
}
