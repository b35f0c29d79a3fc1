use serde::{Deserialize, Serialize};

use super::compare::Comparer;
use super::terms::WeightedTerms;
use crate::record::{Finding, LetterRecord, Observation, Polarity};
use crate::rules::RuleSet;

/// A bullet that stands under no finding, and a finding of the same letter that it is evidence for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct BulletEvidence {
    /// The letter's id.
    pub letter: String,
    /// Which of the letter's observations the bullet is, from 0.
    #[serde(skip)]
    pub observation: usize,
    /// The bullet.
    pub quote: String,
    /// The finding's id; `None` for a bullet that is evidence for none.
    pub finding: Option<String>,
    /// From 0 to 1, in hundredths.
    pub strength: f64,
    /// In plain English.
    pub reason: String,
}

/// Which findings of a letter its bullets are evidence for: for each bullet in order, one entry for each
/// finding, strongest first, or one that says there is none. Nothing for a letter without bullets or findings.
pub fn evidence_map(letter: &LetterRecord, rules: &RuleSet) -> Vec<BulletEvidence> {
    if letter.findings.is_empty() {
        return Vec::new();
    }
    let links = rules.links(&letter.rules.pack);
    let similarity = WeightedTerms::new(&[letter], links, &rules.synonyms);
    let comparer = Comparer::new(&[letter], links.weights, &similarity);
    let of = |(at, observation)| of_bullet(letter, at, observation, &comparer, rules);
    letter.observations.iter().enumerate().flat_map(of).collect()
}

fn of_bullet(
    letter: &LetterRecord,
    at: usize,
    observation: &Observation,
    comparer: &Comparer<'_>,
    rules: &RuleSet,
) -> Vec<BulletEvidence> {
    let entry = |finding: Option<&Finding>, strength: f64, reason: String| BulletEvidence {
        letter: letter.letter.id.clone(),
        observation: at,
        quote: observation.at.quote.clone(),
        finding: finding.map(|finding| finding.id.clone()),
        strength: (strength * 100.0).round() / 100.0,
        reason,
    };
    if observation.polarity == Polarity::Strengths {
        return vec![entry(None, 0.0, "the letter lists it as a strength".to_owned())];
    }
    let themes = rules.themes_about(&letter.rules.pack, &observation.at.quote, &[]);
    let themes: Vec<String> = themes.into_iter().map(|theme| theme.id.clone()).collect();
    let bullet = as_finding(observation, themes);
    let mut found: Vec<_> =
        letter.findings.iter().map(|finding| (finding, comparer.compare(&bullet, finding))).collect();
    // Stable, so that equal ones stay in the letter's order.
    found.sort_by(|(_, a), (_, b)| b.strength.total_cmp(&a.strength));
    let strongest = found.first().map_or(0.0, |(_, comparison)| comparison.strength);
    let thresholds = rules.links(&letter.rules.pack).thresholds;
    let enough = thresholds.evidence.max(strongest * thresholds.beside_strongest);
    let strong = found.iter().filter(|(_, comparison)| comparison.strength >= enough);
    let mut entries: Vec<BulletEvidence> = strong
        .map(|(finding, comparison)| {
            entry(Some(*finding), comparison.strength, comparison.reasons().join("; "))
        })
        .collect();
    if entries.is_empty() {
        entries.push(entry(None, 0.0, "it has too little in common with any finding".to_owned()));
    }
    entries
}

/// The bullet in a form that can be compared with findings.
fn as_finding(observation: &Observation, themes: Vec<String>) -> Finding {
    Finding {
        id: String::new(),
        kind: crate::record::FindingKind::new("bullet"),
        number: 0,
        statement: observation.at.quote.clone(),
        parts: Vec::new(),
        at: observation.at.clone(),
        responsible_body: None,
        judgement: None,
        judgement_quote: None,
        themes,
        evidence: Vec::new(),
        rule: observation.rule.clone(),
        decided: Vec::new(),
    }
}
