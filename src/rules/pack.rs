use std::sync::Arc;

use super::form::{Key, TableForm, Value};
use super::gazetteer::Gazetteer;
use super::links::LinkRules;
use super::lower::Table;
use super::phrases::Phrases;

/// The version of the rule files' form that this program reads.
const FORMAT: f64 = 2.0;

/// What a pack says of itself, and what counts for its letters alone.
#[derive(Debug, Clone, Default)]
pub struct Pack {
    pub id: String,
    pub version: String,
    pub title: String,
    pub source: String,
    pub licence: String,
    /// Over all its files and those it shares, in lower-case hexadecimal.
    pub sha256: String,
    pub gazetteer: Arc<Gazetteer>,
    pub links: LinkRules,
    /// What is taken out of a statement before themes are looked for.
    pub(super) asides: Vec<Phrases>,
}

impl Pack {
    /// Takes in what a `pack.toml` says.
    pub(super) fn lower(&mut self, root: &Table<'_>) {
        let text = |key| root.text(key).map(|text| text.value).unwrap_or_default();
        (self.id, self.version, self.title) = (text("id"), text("version"), text("title"));
        (self.source, self.licence) = (text("source"), text("licence"));
        if let Some(other) = root.number("format").filter(|format| *format != FORMAT) {
            report_format(root, other);
        }
    }
}

fn report_format(root: &Table<'_>, format: f64) {
    let message = format!("the pack has format {format}, and this program reads format {FORMAT}");
    let help = match format < FORMAT {
        true => {
            "declare the names that its rules give in vocabulary.toml ([[finding_kind]], [[outcome]], [[event]], each \
             with name and label; rules/send/vocabulary.toml has those of format 1), then write format = 2"
        }
        false => "it was written for a later throughline: use that, or the format's form in docs/rules.md",
    };
    root.faults().push(root.fault("rule-format", message, root.span_of("format")).help(help));
}

pub(super) const FORM: TableForm = TableForm {
    title: "pack.toml",
    about: "What the pack is.",
    keys: &[
        Key::required("format", Value::Number, "the version of the files' form: 2"),
        Key::required("id", Value::Text, "a short name, the first part of every rule's id"),
        Key::required("version", Value::Text, "raised whenever a rule changes"),
        Key::required("title", Value::Text, "what letters it is about"),
        Key::required("source", Value::Text, "whose letters they are"),
        Key::required("licence", Value::Text, "on what terms the pack may be used"),
    ],
    variants: None,
};
