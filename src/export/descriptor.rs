//! `datapackage.json`: the descriptor of a folder of tables, by the Data Package standard (Frictionless Data).

use serde_json::{Map, Value as Json, json};
use sha2::{Digest, Sha256};

use super::table::{Column, ForeignKey, Kind, Table};
use super::{ExportFile, Held, about};
use crate::text::hex;

pub const NAME: &str = "datapackage.json";

/// ISO 8601: a day or a month.
const DATE: &str = "[0-9]{4}-[0-9]{2}(-[0-9]{2})?";

/// The descriptor of `files`, each of which holds the table at the same place of `tables`. `format` is their
/// ending, such as `csv`.
pub fn of(held: &Held<'_>, tables: &[Table], files: &[ExportFile], format: &str) -> Json {
    let resources = tables.iter().zip(files).map(|(table, file)| resource(table, file, format));
    json!({
        "profile": "tabular-data-package",
        "name": "throughline-export",
        "title": "Findings of inspection letters, and what became of each",
        "description": about::citation(held) + " " + about::TERMS,
        "licenses": [{
            "name": about::LICENCE,
            "path": about::LICENCE_PATH,
            "title": about::LICENCE_TITLE,
        }],
        "sources": sources(held),
        "resources": resources.collect::<Vec<Json>>(),
    })
}

/// Whose letters they are, as the packs in use say.
fn sources(held: &Held<'_>) -> Vec<Json> {
    let used = about::rules_used(held);
    let packs = held.rules.packs.iter().filter(|pack| used.iter().any(|(id, ..)| *id == pack.id));
    packs.map(|pack| json!({ "title": format!("{}: {}", pack.title, pack.source) })).collect()
}

fn resource(table: &Table, file: &ExportFile, format: &str) -> Json {
    let mut resource = json!({
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": file.name,
        "title": table.title,
        "description": table.description,
        "format": format,
        "bytes": file.bytes.len(),
        "hash": format!("sha256:{}", hex(&Sha256::digest(&file.bytes))),
        "schema": schema(table),
    });
    if format == "csv" {
        resource["mediatype"] = "text/csv".into();
        resource["encoding"] = "utf-8".into();
        resource["dialect"] = json!({ "lineTerminator": "\r\n" });
    }
    resource
}

fn schema(table: &Table) -> Json {
    json!({
        "fields": table.columns.iter().map(field).collect::<Vec<Json>>(),
        "missingValues": [""],
        "primaryKey": table.key,
        "foreignKeys": table.foreign_keys.iter().map(|key| foreign_key(table, key)).collect::<Vec<Json>>(),
    })
}

fn field(column: &Column) -> Json {
    let mut constraints = Map::new();
    if column.required {
        constraints.insert("required".to_owned(), true.into());
    }
    if !column.one_of.is_empty() {
        constraints.insert("enum".to_owned(), json!(column.one_of));
    }
    let (kind, description) = match column.kind {
        Kind::Text => ("string", column.description.clone()),
        Kind::Date => {
            constraints.insert("pattern".to_owned(), DATE.into());
            let form = "ISO 8601: a day, or a month where no more is known.";
            ("string", format!("{} {form}", column.description))
        }
        kind => (kind.name(), column.description.clone()),
    };
    json!({ "name": column.name, "type": kind, "description": description, "constraints": constraints })
}

fn foreign_key(table: &Table, key: &ForeignKey) -> Json {
    // By the standard, an empty name stands for the table itself.
    let resource = if key.table == table.name { "" } else { key.table };
    json!({ "fields": key.columns, "reference": { "resource": resource, "fields": key.keys } })
}
