//! What is wrong with a template, said with its file and line.

use std::collections::BTreeSet;

use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind};

use super::templates::Template;
use crate::diagnostic::Diagnostic;
use crate::rules::nearest;

/// The filters that a content template has beside minijinja's own.
const FILTERS: [&str; 6] = ["quote", "quotes", "cite", "shorten", "count", "capital"];

pub fn diagnostic(error: &Error, template: &Template, data: &Value) -> Diagnostic {
    let length = template.text.len();
    let range =
        error.range().filter(|range| range.end <= length).unwrap_or_else(|| line(error, &template.text));
    let at = template.text.get(range.clone()).unwrap_or_default().trim();
    let (message, help) = match error.kind() {
        ErrorKind::UndefinedError => (format!("`{at}` is not known here"), near_name(at, data)),
        ErrorKind::UnknownFilter => (
            error.detail().unwrap_or("there is no such filter").to_owned(),
            format!("filters for briefs: {}", FILTERS.join(", ")),
        ),
        _ => {
            let what = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
            (what, "docs/briefs.md shows how templates are written".to_owned())
        }
    };
    Diagnostic::error("bad-template", message)
        .in_file(&template.file)
        .at(template.text.clone(), range, "here")
        .help(help)
}

/// The bytes of the line that an error names.
fn line(error: &Error, text: &str) -> std::ops::Range<usize> {
    let before: usize = text.split_inclusive('\n').take(error.line().unwrap_or(1) - 1).map(str::len).sum();
    let length = text[before..].find('\n').unwrap_or(text.len() - before);
    before..before + length
}

/// The name that may have been meant, else all that there are.
fn near_name(typed: &str, data: &Value) -> String {
    let last = typed.rsplit(|c: char| !c.is_alphanumeric() && c != '_').find(|part| !part.is_empty());
    let mut names = BTreeSet::new();
    collect(data, &mut names);
    match last.and_then(|last| nearest(last, names.iter().map(String::as_str))) {
        Some(near) => format!("did you mean “{near}”?"),
        None => {
            let top = data.try_iter().into_iter().flatten().map(|name| name.to_string());
            let mut top: Vec<String> = top.collect();
            top.sort_unstable();
            format!("known names: {}; docs/briefs.md lists what each holds", top.join(", "))
        }
    }
}

/// Every name in the data, at any depth.
fn collect(data: &Value, names: &mut BTreeSet<String>) {
    let items = || data.try_iter().into_iter().flatten();
    match data.kind() {
        ValueKind::Map => {
            for name in items() {
                names.insert(name.to_string());
                if let Ok(inner) = data.get_item(&name) {
                    collect(&inner, names);
                }
            }
        }
        ValueKind::Seq => items().for_each(|inner| collect(&inner, names)),
        _ => {}
    }
}
