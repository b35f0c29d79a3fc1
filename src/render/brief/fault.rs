//! What is wrong with a template, said with its file and line.

use std::collections::BTreeSet;
use std::ops::Range;

use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind};

use super::templates::Template;
use crate::diagnostic::Diagnostic;
use crate::rules::nearest;

/// The filters that a content template has beside minijinja's own.
const FILTERS: [&str; 6] = ["quote", "quotes", "cite", "shorten", "count", "capital"];

pub fn diagnostic(error: &Error, template: &Template, data: &Value) -> Diagnostic {
    let text = &template.text;
    let range = error.range().filter(|range| range.end <= text.len()).unwrap_or_else(|| line(error, text));
    let detail = error.detail().map_or_else(|| error.kind().to_string(), str::to_owned);
    let (message, help, range) = match (undefined(&detail), error.kind()) {
        (Some(name), _) => {
            (format!("`{name}` is not known here"), near_name(name, data), place_of(name, range, error, text))
        }
        (None, ErrorKind::UnknownFilter) => {
            (detail, format!("filters for briefs: {}", FILTERS.join(", ")), range)
        }
        _ => (detail, "docs/briefs.md shows how templates are written".to_owned(), range),
    };
    Diagnostic::error("bad-template", message)
        .in_file(&template.file)
        .at(template.text.clone(), range, "here")
        .help(help)
}

/// The name that stands for nothing, where that is the fault: minijinja says "`name` is undefined".
fn undefined(detail: &str) -> Option<&str> {
    let (before, _) = detail.split_once("` is undefined")?;
    before.rsplit('`').next()
}

/// Where the name stands in the line of the fault: the fault may be found by a filter that was given it.
fn place_of(name: &str, range: Range<usize>, error: &Error, text: &str) -> Range<usize> {
    let line = line(error, text);
    match text[line.clone()].find(name) {
        Some(at) => line.start + at..line.start + at + name.len(),
        None => range,
    }
}

/// The bytes of the line that an error names.
fn line(error: &Error, text: &str) -> Range<usize> {
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
