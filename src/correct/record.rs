//! What a correction does to the finding that it was found to be about.

use super::change::Change;
use super::{Correction, Lost};
use crate::link::{DecidedLink, DecidedStatus, Decisions};
use crate::record::{Decided, Finding};
use crate::rules::{RuleSet, nearest};

/// Makes sure of the names that rules give.
pub fn names(change: &Change, rules: &RuleSet) -> Result<(), Lost> {
    let (what, name, known): (_, _, Vec<&str>) = match change {
        // One that is taken away may be of other rules than these.
        Change::AddTheme(theme) => {
            ("theme", theme.as_str(), rules.themes.iter().map(|theme| theme.id.as_str()).collect())
        }
        Change::FindingKind(kind) => {
            let kinds = &rules.vocabulary.finding_kinds;
            ("kind of finding", kind.name(), kinds.iter().map(|kind| kind.name.as_str()).collect())
        }
        _ => return Ok(()),
    };
    if known.contains(&name) {
        return Ok(());
    }
    let near = nearest(name, known).map(str::to_owned);
    Err(Lost::NoName { what, name: name.to_owned(), near })
}

/// Changes the finding and notes who did. `about` is the id of the letter that a status is as of, or of a
/// link's other finding.
pub fn decide(
    finding: &mut Finding,
    correction: &Correction,
    about: Option<String>,
    rules: &RuleSet,
    decisions: &mut Decisions,
) {
    let from = change(finding, &correction.change, rules);
    finding.decided.push(Decided {
        what: correction.change.what(),
        from,
        to: correction.change.to(),
        about: about.clone(),
        by: correction.by.clone(),
        date: correction.date,
        why: correction.why.clone(),
    });
    let (id, about, reason) = (finding.id.clone(), about.unwrap_or_default(), correction.reason());
    match &correction.change {
        Change::Status { status, .. } => {
            decisions.statuses.push(DecidedStatus { finding: id, as_of: about, status: *status, reason });
        }
        Change::Link(link) => {
            decisions.links.push(DecidedLink { between: (id, about), kind: link.kind, reason });
        }
        _ => {}
    }
}

/// Changes what the record itself says, and gives what it said before.
fn change(finding: &mut Finding, change: &Change, rules: &RuleSet) -> Option<String> {
    match change {
        Change::Judgement(judgement) => {
            finding.judgement.replace(*judgement).map(|before| before.name().to_owned())
        }
        Change::AddTheme(theme) => {
            if !finding.themes.contains(theme) {
                finding.themes.push(theme.clone());
                finding.themes.sort_by_key(|id| rules.themes.iter().position(|theme| theme.id == *id));
            }
            None
        }
        Change::RemoveTheme(theme) => {
            finding.themes.retain(|id| id != theme);
            Some(theme.clone())
        }
        Change::Status { .. } | Change::Link(_) | Change::FindingKind(_) => None,
    }
}
