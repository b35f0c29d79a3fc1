//! What persons decided about links and statuses, put over what the rules say.

use std::collections::BTreeMap;

use super::{DecidedBy, Link, LinkKind, Status};
use crate::record::LetterRecord;

/// In the order they were decided: of two about one thing, the later stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Decisions {
    pub links: Vec<DecidedLink>,
    pub statuses: Vec<DecidedStatus>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedLink {
    /// The ids of two findings, in either order.
    pub between: (String, String),
    /// `None` takes the link away.
    pub kind: Option<LinkKind>,
    /// Who, when and why.
    pub reason: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DecidedStatus {
    pub finding: String,
    pub as_of: String,
    pub status: Status,
    /// Who, when and why.
    pub reason: String,
}

impl Decisions {
    /// The links with those that were decided in place of the rules', ordered by the later finding, then the
    /// earlier. `letters` are in order of date; a link to a finding of other letters is passed over.
    pub(super) fn over(&self, mut links: Vec<Link>, letters: &[&LetterRecord]) -> Vec<Link> {
        if self.links.is_empty() {
            return links;
        }
        let findings = letters.iter().flat_map(|letter| &letter.findings);
        let place: BTreeMap<&str, usize> =
            findings.enumerate().map(|(place, finding)| (finding.id.as_str(), place)).collect();
        for decided in &self.links {
            let (one, other) = (decided.between.0.as_str(), decided.between.1.as_str());
            let (Some(at), Some(other_at)) = (place.get(one), place.get(other)) else { continue };
            let (from, to) = if at <= other_at { (one, other) } else { (other, one) };
            links.retain(|link| (link.from.as_str(), link.to.as_str()) != (from, to));
            links.extend(decided.kind.map(|kind| decided.link(from, to, kind)));
        }
        links.sort_by_key(|link| (place.get(link.to.as_str()), place.get(link.from.as_str())));
        links
    }
}

impl DecidedLink {
    fn link(&self, from: &str, to: &str, kind: LinkKind) -> Link {
        Link {
            from: from.to_owned(),
            to: to.to_owned(),
            from_part: None,
            to_part: None,
            kind,
            strength: 1.0,
            reasons: vec![self.reason.clone()],
            decided_by: DecidedBy::Person,
        }
    }
}
