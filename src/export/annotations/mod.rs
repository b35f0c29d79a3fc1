//! Every quotation as a Web Annotation (W3C), and what annotations are tagged with as SKOS concept schemes; both in
//! JSON-LD.
//!
//! A quotation has three selectors: its words with those beside them, its range in code points of the canonical text,
//! and its page. No annotation says when it was made: nothing in a letter does.

mod annotation;
mod concepts;
mod iri;
mod quoted;

#[cfg(test)]
mod tests;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{ExportFile, Held};
use crate::store::{PROGRAM, StoreError};
use crate::text::hex;
use annotation::Beside;

/// `annotations.jsonld`, `themes.jsonld` and `vocabulary.jsonld`. `text` gives the canonical text of the file with a
/// SHA-256.
///
/// # Errors
/// When `text` fails.
pub fn files(
    held: &Held<'_>,
    text: impl Fn(&str) -> Result<Option<String>, StoreError>,
) -> Result<Vec<ExportFile>, StoreError> {
    let mut items = Vec::new();
    let rules = held.rules;
    for record in held.records() {
        let text = text(&record.source.sha256)?.unwrap_or_default();
        let beside = Beside::new(&text);
        let quoted = quoted::quotations(record, rules);
        items.extend(quoted.iter().map(|quoted| annotation::annotation(record, quoted, &beside)));
    }
    let (themes, vocabulary) = (concepts::themes(rules), concepts::vocabulary(rules));
    Ok(vec![
        file("annotations.jsonld", items.len(), &collection(items)),
        file("themes.jsonld", themes.len(), &concepts::document(themes)),
        file("vocabulary.jsonld", vocabulary.len(), &concepts::document(vocabulary)),
    ])
}

/// The terms of annotations that the standard has none for.
fn own_terms() -> Value {
    json!({
        "letter": "urn:throughline:term:letter",
        "finding": "urn:throughline:term:finding",
        "rule": "urn:throughline:term:rule",
        "ocr_confidence": "urn:throughline:term:ocr_confidence",
        "sha256": "https://schema.org/sha256",
    })
}

/// All annotations on one page. The collection is named by what is in it, so that another one has another name.
fn collection(items: Vec<Value>) -> Value {
    let hash = hex(&Sha256::digest(Value::from(items.as_slice()).to_string()));
    let id = iri::name(&["annotations", &hash]);
    json!({
        "@context": ["http://www.w3.org/ns/anno.jsonld", own_terms()],
        "id": id,
        "type": "AnnotationCollection",
        "label": "Quotations from inspection letters",
        "total": items.len(),
        "generator": { "id": iri::name(&["program"]), "type": "Software", "name": PROGRAM },
        "first": {
            "id": iri::name(&["annotations", &hash, "1"]),
            "type": "AnnotationPage",
            "partOf": id,
            "startIndex": 0,
            "items": items,
        },
    })
}

fn file(name: &str, rows: usize, value: &Value) -> ExportFile {
    ExportFile { name: name.to_owned(), bytes: format!("{value:#}\n").into_bytes(), rows: Some(rows) }
}
