//! `manifest.json`: what an export was made from and what it wrote, so that a paper can cite it and anyone can
//! tell whether two are the same. It holds no time.

use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};

use super::{ExportFile, Form, Held, about};
use crate::record::SCHEMA;
use crate::text::hex;

pub const NAME: &str = "manifest.json";

/// The manifest of an export that wrote `files`.
pub fn of(held: &Held<'_>, form: Form, files: &[ExportFile]) -> Json {
    json!({
        "program": { "name": about::PROGRAM, "version": about::VERSION },
        "record_schema": SCHEMA,
        "format": form.name(),
        "cite_as": about::citation(held),
        "licence": { "name": about::LICENCE, "path": about::LICENCE_PATH, "terms": about::TERMS },
        "read_with": read_with(held),
        "rules": rules(held),
        "corrections": held.corrections_sha256.as_ref().map(|sha256| json!({ "sha256": sha256 })),
        "letters": held.library.letters().len(),
        "findings": held.findings().count(),
        "sources_sha256": about::sources_sha256(held),
        "sources": sources(held),
        "files": files.iter().map(written).collect::<Vec<Json>>(),
    })
}

/// The rules that letters were read with, when they were ingested.
fn read_with(held: &Held<'_>) -> Vec<Json> {
    let packs = about::rules_used(held).into_iter();
    packs
        .map(|(pack, version, sha256)| json!({ "pack": pack, "version": version, "sha256": sha256 }))
        .collect()
}

/// The rules in use, by which findings are linked and codes have their words.
fn rules(held: &Held<'_>) -> Vec<Json> {
    let pack = |pack: &crate::rules::Pack| {
        json!({
            "pack": pack.id,
            "version": pack.version,
            "sha256": pack.sha256,
            "title": pack.title,
            "licence": pack.licence,
        })
    };
    held.rules.packs.iter().map(pack).collect()
}

fn sources(held: &Held<'_>) -> Vec<Json> {
    let source = |source: &crate::store::SourceState| {
        json!({
            "path": source.path,
            "sha256": source.sha256,
            "media_type": source.media_type,
            "pages": source.pages,
            "ocr": source.ocr,
            "read_by": source.read_by,
        })
    };
    held.sources.iter().map(source).collect()
}

fn written(file: &ExportFile) -> Json {
    json!({
        "path": file.name,
        "sha256": hex(&Sha256::digest(&file.bytes)),
        "bytes": file.bytes.len(),
        "rows": file.rows,
    })
}
