use serde::Serialize;

use super::{or_blank, table};
use crate::export::ExportFile;
use crate::link::{self, DecidedBy};
use crate::query::contradictions::contradicted;
use crate::query::{Library, Story};
use crate::rules::RuleSet;

/// One row for each link between findings of two letters, earlier letter first.
pub fn links(stories: &[Story<'_>]) -> ExportFile {
    let header = ["from", "from_part", "to", "to_part", "kind", "strength", "reasons", "decided_by"];
    let rows = stories.iter().flat_map(|story| {
        story.links.iter().map(|link| {
            vec![
                link.from.clone(),
                or_blank(link.from_part),
                link.to.clone(),
                or_blank(link.to_part),
                wire_name(&link.kind),
                format!("{:.2}", link.strength),
                link.reasons.join("; "),
                wire_name(&link.decided_by),
            ]
        })
    });
    table("links.csv", &header, rows.collect())
}

/// One row for each finding and each letter that says what became of it.
pub fn statuses(stories: &[Story<'_>]) -> ExportFile {
    let header = ["finding", "status", "as_of", "reason", "decided_by"];
    let rows = stories.iter().flat_map(|story| {
        story.statuses.iter().map(|status| {
            let decided_by = wire_name(&status.decided_by.unwrap_or(DecidedBy::Rules));
            let (finding, as_of) = (status.finding.clone(), status.as_of.clone());
            vec![finding, wire_name(&status.status), as_of, status.reason.clone(), decided_by]
        })
    });
    table("statuses.csv", &header, rows.collect())
}

/// One row for each passage of a contradiction; `number` tells which rows are of one.
pub fn contradictions(stories: &[Story<'_>], rules: &RuleSet) -> ExportFile {
    let header = ["area", "number", "check", "detail", "letter_id", "file", "page", "quote"];
    let mut rows = Vec::new();
    let mut number = 0;
    for story in stories {
        for found in contradicted(story, rules) {
            number += 1;
            rows.extend(found.passages.iter().map(|passage| {
                vec![
                    story.area().to_owned(),
                    number.to_string(),
                    found.check.clone(),
                    found.detail.clone(),
                    passage.letter.clone(),
                    passage.file.clone(),
                    or_blank(passage.at.as_ref().map(|at| at.page)),
                    or_blank(passage.at.as_ref().map(|at| &at.quote)),
                ]
            }));
        }
    }
    table("contradictions.csv", &header, rows)
}

/// One row for each bullet and each finding of its letter that it is evidence for.
pub fn evidence_map(library: &Library, rules: &RuleSet) -> ExportFile {
    let header = ["letter_id", "quote", "finding", "strength", "reason"];
    let entries = library.letters().iter().flat_map(|letter| link::evidence_map(&letter.record, rules));
    let rows = entries.map(|entry| {
        let strength = format!("{:.2}", entry.strength);
        vec![entry.letter, entry.quote, or_blank(entry.finding), strength, entry.reason]
    });
    table("evidence_map.csv", &header, rows.collect())
}

/// The name that a value has in JSON.
fn wire_name(value: &impl Serialize) -> String {
    let name = serde_json::to_value(value).ok();
    name.and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}
