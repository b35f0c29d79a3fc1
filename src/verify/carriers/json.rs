//! Quotations in JSON, known by their form: whatever has `quote` and a place beside it carries one, in whichever field
//! of a letter record it stands. A field that is added to the record is verified without a word here.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value};

use super::{Found, annotation};
use crate::diagnostic::Diagnostic;
use crate::verify::claim::{Claim, Form, Said, SourceName};

/// What the objects around a value say of it.
#[derive(Debug, Clone, Default)]
pub struct Context {
    source: SourceName,
    /// The source, or some of it, was read by OCR.
    pub ocr: bool,
    export: Option<String>,
    /// "line 3"
    line: String,
    /// Of the letter or finding.
    id: String,
    /// The fields from the object of that id, such as `evidence 2`.
    fields: Vec<String>,
}

/// Walks through values and gathers the claims in them.
#[derive(Debug, Default)]
pub struct Walk {
    pub claims: Vec<Claim>,
    /// The file of each letter whose record was seen.
    pub letters: BTreeMap<String, SourceName>,
}

/// The claims of a file of JSON lines, or of one JSON value.
pub fn read(path: &Path, bytes: &[u8], is_lines: bool) -> Result<Found, Box<Diagnostic>> {
    let export = Some(path.to_string_lossy().into_owned());
    let mut walk = Walk::default();
    if is_lines {
        for (at, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
            if !line.trim_ascii().is_empty() {
                let context = Context {
                    export: export.clone(),
                    line: format!("line {}", at + 1),
                    ..Context::default()
                };
                walk.value(&parsed(path, line, at + 1)?, &context);
            }
        }
    } else {
        walk.value(&parsed(path, bytes, 0)?, &Context { export, ..Context::default() });
    }
    Ok(Found { claims: walk.claims, letters: walk.letters, ..Found::default() })
}

fn parsed(path: &Path, bytes: &[u8], line: usize) -> Result<Value, Box<Diagnostic>> {
    serde_json::from_slice(bytes).map_err(|error| {
        let line = if line > 0 { line } else { error.line() };
        let message = format!("it is not JSON: line {line}: {error}");
        super::unreadable(path, message)
    })
}

impl Walk {
    pub fn value(&mut self, value: &Value, context: &Context) {
        match value {
            Value::Object(object) => self.object(object, context),
            Value::Array(items) => {
                for (at, item) in items.iter().enumerate() {
                    self.value(item, &context.numbered(at + 1));
                }
            }
            _ => {}
        }
    }

    fn object(&mut self, object: &Map<String, Value>, context: &Context) {
        let context = context.inside(object);
        if let Some(id) = object.get("letter").and_then(|letter| text(letter.as_object()?, "id")) {
            self.letters.insert(id.to_owned(), context.source.clone());
        }
        self.claims.extend(quotation(object, &context));
        self.claims.extend(annotation::claims(object, &context));
        for (key, value) in object {
            self.value(value, &context.field(key));
        }
    }
}

impl Context {
    pub fn of(source: SourceName, ocr: bool) -> Self {
        Self { source, ocr, ..Self::default() }
    }

    /// With what an object says of all that stands in it.
    fn inside(&self, object: &Map<String, Value>) -> Self {
        let mut inside = self.clone();
        if let Some(source) = object.get("source").and_then(Value::as_object)
            && let Some(path) = text(source, "path")
        {
            let sha256 = text(source, "sha256").map(str::to_owned);
            inside.source = SourceName { file: path.to_owned(), sha256 };
            inside.ocr = number(source, "ocr_pages").is_some_and(|pages| pages > 0);
        }
        // A record has its letter's id one object further in.
        let own = text(object, "id");
        let id = own.or_else(|| object.get("letter").and_then(|letter| text(letter.as_object()?, "id")));
        if let Some(id) = id {
            inside.id = id.to_owned();
            inside.fields.clear();
        }
        inside
    }

    fn field(&self, key: &str) -> Self {
        let mut inside = self.clone();
        inside.fields.push(key.to_owned());
        inside
    }

    fn numbered(&self, number: usize) -> Self {
        let mut inside = self.clone();
        match inside.fields.last_mut() {
            Some(field) => field.push_str(&format!(" {number}")),
            None => inside.fields.push(number.to_string()),
        }
        inside
    }

    pub fn said(&self, field: &str) -> Said {
        let at = [self.line.as_str(), &self.id].into_iter().filter(|part| !part.is_empty());
        let fields = self.fields.iter().map(String::as_str).chain([field]).filter(|part| !part.is_empty());
        let join = |parts: Vec<&str>| parts.join(", ");
        Said { export: self.export.clone(), at: join(at.collect()), field: join(fields.collect()) }
    }
}

/// The claims of one object with a `quote`.
fn quotation(object: &Map<String, Value>, context: &Context) -> Vec<Claim> {
    let Some(quote) = text(object, "quote") else { return Vec::new() };
    // A record has the place in `span`, an answer of the program beside the words.
    let place = object.get("span").and_then(Value::as_object).unwrap_or(object);
    let range = number(place, "start").zip(number(place, "end"));
    let claim = Claim {
        said: context.said(""),
        source: source(object, context),
        page: number(place, "page").and_then(|page| u32::try_from(page).ok()),
        last_page: number(place, "last_page").and_then(|page| u32::try_from(page).ok()),
        range,
        quote: quote.to_owned(),
        form: Form::Exact,
        ocr: context.ocr || number(place, "ocr_confidence").is_some(),
        letter: text(object, "letter").map(str::to_owned),
    };
    let mut claims = vec![claim.clone()];
    if let Some(statement) = text(object, "statement") {
        let said = context.said("statement");
        claims.push(Claim { said, quote: statement.to_owned(), form: Form::Words, ..claim.clone() });
    }
    let parts = object.get("parts").and_then(Value::as_array);
    for (at, part) in parts.into_iter().flatten().filter_map(Value::as_str).enumerate() {
        let said = context.said(&format!("parts {}", at + 1));
        claims.push(Claim { said, quote: part.to_owned(), form: Form::Part, ..claim.clone() });
    }
    claims
}

fn source(object: &Map<String, Value>, context: &Context) -> SourceName {
    match text(object, "file") {
        Some(file) => {
            let sha256 = text(object, "file_sha256").or_else(|| text(object, "sha256")).map(str::to_owned);
            SourceName { file: file.to_owned(), sha256 }
        }
        None => context.source.clone(),
    }
}

pub fn text<'v>(object: &'v Map<String, Value>, key: &str) -> Option<&'v str> {
    object.get(key).and_then(Value::as_str)
}

pub fn number(object: &Map<String, Value>, key: &str) -> Option<usize> {
    object.get(key).and_then(Value::as_u64).and_then(|number| usize::try_from(number).ok())
}
