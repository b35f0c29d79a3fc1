//! Which findings of an area's successive letters are the same matter, and what became of each.
//!
//! [`link`] compares the findings of each letter with those of the letters before it; [`statuses`] follows the
//! links and the judgements. Both say only what the letters held say: a letter that is not in the store can
//! change either.

mod compare;
mod decisions;
mod evidence;
mod lists;
mod pairs;
mod status;
mod terms;

#[cfg(test)]
mod gold;
#[cfg(test)]
mod tests;

pub use decisions::{DecidedLink, DecidedStatus, Decisions};
pub use evidence::{BulletEvidence, evidence_map};
pub use pairs::link;
pub use status::statuses;
pub use terms::WeightedTerms;

use serde::{Deserialize, Serialize};

use crate::check::gaps;
use crate::record::LetterRecord;
use crate::rules::RuleSet;

/// How alike two statements are.
pub trait Similarity {
    /// From 0, nothing in common, to 1, the same in all that matters.
    fn similarity(&self, a: &str, b: &str) -> f64;

    /// The words that both have, those that say most first; for reasons.
    fn shared(&self, a: &str, b: &str) -> Vec<String>;
}

/// Two findings, of an earlier and a later letter, that have to do with each other.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Link {
    /// The id of the earlier letter's finding.
    pub from: String,
    pub to: String,
    /// The sub-bullet, from 1, where only one is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_part: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_part: Option<u32>,
    pub kind: LinkKind,
    /// From 0 to 1, in hundredths.
    pub strength: f64,
    /// In plain English, for a person to judge the link by.
    pub reasons: Vec<String>,
    pub decided_by: DecidedBy,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// One letter goes through the list of the other and judges this item of it.
    Same,
    /// The later letter names it again and does not judge it.
    Restated,
    /// The matter goes on in a list of another framework, or in the list of a new inspection.
    CarriesOn,
    /// They have something in common. Says nothing of what became of a matter.
    Related,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecidedBy {
    Rules,
    Person,
}

/// What became of a finding, as far as one letter tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingStatus {
    /// The finding's id.
    pub finding: String,
    pub status: Status,
    /// The id of the letter that tells: the finding's own, or a later one.
    pub as_of: String,
    /// One sentence.
    pub reason: String,
    /// Absent where the rules did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<DecidedBy>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// No earlier letter held names it.
    New,
    /// It was named before and is not resolved.
    Persisted,
    /// It was judged to have made enough progress.
    Resolved,
    /// It was resolved, or dropped, and is named again.
    Recurred,
    /// A later list leaves it out, and no letter had judged it resolved.
    NotCarriedForward,
    /// It is named again without a judgement.
    NotYetJudged,
    /// The letter's words do not tell.
    Unknown,
}

/// The links and statuses of one area.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AreaLinks {
    pub links: Vec<Link>,
    pub statuses: Vec<FindingStatus>,
}

/// Links the letters of one area, in order of date. Letters of different packs are not compared. What persons
/// decided stands in place of what the rules say, and later statuses follow from it.
pub fn link_area(letters: &[&LetterRecord], rules: &RuleSet, decisions: &Decisions) -> AreaLinks {
    let mut all = AreaLinks::default();
    for pack in &rules.packs {
        let letters: Vec<&LetterRecord> =
            letters.iter().copied().filter(|letter| letter.rules.pack == pack.id).collect();
        if letters.is_empty() {
            continue;
        }
        let similarity = WeightedTerms::new(&letters, &pack.links, &rules.synonyms);
        let links = decisions.over(link(&letters, &pack.links, &similarity), &letters);
        let gaps = gaps(&letters, rules);
        let decided = &decisions.statuses;
        all.statuses.extend(statuses(&letters, &links, &pack.links, &gaps, decided, &rules.vocabulary));
        all.links.extend(links);
    }
    all
}
