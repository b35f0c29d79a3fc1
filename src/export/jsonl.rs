//! One JSON object a line: letter records, links, statuses, which findings bullets are evidence for, and
//! contradictions.

use serde::Serialize;

use super::ExportFile;
use crate::link::{FindingStatus, Link, evidence_map};
use crate::query::Library;
use crate::query::contradictions::contradicted;
use crate::rules::RuleSet;

/// # Errors
/// When a value has no JSON form.
pub fn files(library: &Library, rules: &RuleSet) -> serde_json::Result<Vec<ExportFile>> {
    let (mut links, mut statuses): (Vec<Link>, Vec<FindingStatus>) = Default::default();
    let mut contradictions = Vec::new();
    for story in library.stories(rules) {
        contradictions.extend(contradicted(&story, rules));
        links.extend(story.links);
        statuses.extend(story.statuses);
    }
    let evidence: Vec<_> =
        library.letters().iter().flat_map(|letter| evidence_map(&letter.record, rules)).collect();
    Ok(vec![
        file("letters.jsonl", library.letters().iter().map(|letter| &letter.record))?,
        file("links.jsonl", links.iter())?,
        file("statuses.jsonl", statuses.iter())?,
        file("evidence_map.jsonl", evidence.iter())?,
        file("contradictions.jsonl", contradictions.iter())?,
    ])
}

fn file(name: &'static str, values: impl Iterator<Item = impl Serialize>) -> serde_json::Result<ExportFile> {
    let (mut bytes, mut rows) = (Vec::new(), 0);
    for value in values {
        serde_json::to_writer(&mut bytes, &value)?;
        bytes.push(b'\n');
        rows += 1;
    }
    Ok(ExportFile { name, bytes, rows })
}
