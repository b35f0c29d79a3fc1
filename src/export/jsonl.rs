//! One JSON object a line: letter records, links, statuses, which findings bullets are evidence for, and
//! contradictions.

use serde::Serialize;

use super::{ExportFile, Held};

/// # Errors
/// When a value has no JSON form.
pub fn files(held: &Held<'_>) -> serde_json::Result<Vec<ExportFile>> {
    let areas = || held.areas.iter();
    Ok(vec![
        file("letters.jsonl", held.records())?,
        file("links.jsonl", areas().flat_map(|area| &area.story.links))?,
        file("statuses.jsonl", areas().flat_map(|area| &area.story.statuses))?,
        file("evidence_map.jsonl", held.evidence_map().iter().flatten())?,
        file("contradictions.jsonl", areas().flat_map(|area| &area.contradictions))?,
    ])
}

fn file(name: &str, values: impl Iterator<Item = impl Serialize>) -> serde_json::Result<ExportFile> {
    let (mut bytes, mut rows) = (Vec::new(), 0);
    for value in values {
        serde_json::to_writer(&mut bytes, &value)?;
        bytes.push(b'\n');
        rows += 1;
    }
    Ok(ExportFile { name: name.to_owned(), bytes, rows: Some(rows) })
}
