//! TOML tables to Rust values, with every fault reported where it stands and none of them fatal.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::names::Term;
use super::source::RuleFile;
use super::suggest;
use crate::diagnostic::Diagnostic;

/// The faults of a pack, gathered while it is compiled.
#[derive(Debug, Default)]
pub struct Faults(RefCell<Vec<Diagnostic>>);

impl Faults {
    pub fn push(&self, diagnostic: Diagnostic) {
        self.0.borrow_mut().push(diagnostic);
    }

    pub fn into_inner(self) -> Vec<Diagnostic> {
        self.0.into_inner()
    }

    pub fn len(&self) -> usize {
        self.0.borrow().len()
    }
}

/// A string of a rule file and where it stands.
#[derive(Debug, Clone)]
pub struct Text {
    pub value: String,
    pub span: Range<usize>,
}

/// One table of a rule file. Each key is asked for by name and type; [`Table::finish`] reports the rest.
pub struct Table<'a> {
    pub file: &'a RuleFile,
    table: &'a DeTable<'a>,
    span: Range<usize>,
    asked: RefCell<BTreeSet<&'static str>>,
    faults: &'a Faults,
}

/// Parses a rule file and hands its root table to `with`. Syntax errors are reported and the rest is used.
pub fn parse(file: &RuleFile, faults: &Faults, with: impl FnOnce(&Table<'_>)) {
    let (root, errors) = DeTable::parse_recoverable(&file.text);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        faults.push(
            Diagnostic::error("rule-syntax", format!("not valid TOML: {}", error.message()))
                .in_file(&file.path)
                .at(file.text.clone(), span, "here"),
        );
    }
    let table = Table { file, table: root.get_ref(), span: 0..0, asked: RefCell::default(), faults };
    with(&table);
    table.finish();
}

impl<'a> Table<'a> {
    fn get(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.asked.borrow_mut().insert(key);
        self.table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
    }

    pub fn faults(&self) -> &'a Faults {
        self.faults
    }

    /// Reports a fault at a place in this file.
    pub fn fault(&self, code: &'static str, message: impl Into<String>, span: Range<usize>) -> Diagnostic {
        Diagnostic::error(code, message).in_file(&self.file.path).at(self.file.text.clone(), span, "here")
    }

    fn wrong_type(&self, key: &str, wanted: &str, value: &Spanned<DeValue<'_>>) {
        let message = format!("`{key}` must be {wanted}, not {}", type_name(value.get_ref()));
        self.faults.push(self.fault("rule-type", message, value.span()));
    }

    /// Reports that a key is not there.
    pub fn missing(&self, key: &str) {
        self.faults.push(self.fault("rule-missing-key", format!("`{key}` is missing"), self.span.clone()));
    }

    pub fn text(&self, key: &'static str) -> Option<Text> {
        let value = self.get(key)?;
        let text = self.as_text(value);
        if text.is_none() {
            self.wrong_type(key, "a string", value);
        }
        text
    }

    fn as_text(&self, value: &Spanned<DeValue<'_>>) -> Option<Text> {
        match value.get_ref() {
            DeValue::String(text) => Some(Text { value: text.to_string(), span: value.span() }),
            _ => None,
        }
    }

    /// A string that must be there; its absence is reported.
    pub fn required(&self, key: &'static str) -> Option<Text> {
        if self.get(key).is_none() {
            self.missing(key);
        }
        self.text(key)
    }

    /// One string or a list of them; empty where the key is absent.
    pub fn texts(&self, key: &'static str) -> Vec<Text> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let texts = match value.get_ref() {
            DeValue::Array(items) => items.iter().map(|item| self.as_text(item)).collect(),
            _ => self.as_text(value).map(|text| vec![text]),
        };
        texts.unwrap_or_else(|| {
            self.wrong_type(key, "a string or a list of strings", value);
            Vec::new()
        })
    }

    pub fn required_texts(&self, key: &'static str) -> Vec<Text> {
        if self.get(key).is_none() {
            self.missing(key);
        }
        self.texts(key)
    }

    pub fn flag(&self, key: &'static str) -> bool {
        match self.get(key).map(|value| (value, value.get_ref())) {
            None => false,
            Some((_, DeValue::Boolean(flag))) => *flag,
            Some((value, _)) => {
                self.wrong_type(key, "true or false", value);
                false
            }
        }
    }

    pub fn number(&self, key: &'static str) -> Option<f64> {
        let value = self.get(key)?;
        let number = match value.get_ref() {
            DeValue::Float(float) => float.as_str().parse().ok(),
            DeValue::Integer(integer) => integer.as_str().parse().ok(),
            _ => None,
        };
        if number.is_none() {
            self.wrong_type(key, "a number", value);
        }
        number
    }

    /// A string that names a value of a fixed vocabulary; another word is reported with the nearest.
    pub fn named<T: Copy>(&self, key: &'static str, values: &[T], name: fn(T) -> &'static str) -> Option<T> {
        let text = self.text(key)?;
        self.value_named(key, &text, values, name)
    }

    fn value_named<T: Copy>(
        &self,
        key: &str,
        text: &Text,
        values: &[T],
        name: fn(T) -> &'static str,
    ) -> Option<T> {
        let found = values.iter().copied().find(|value| name(*value) == text.value);
        if found.is_none() {
            let names: Vec<&str> = values.iter().map(|value| name(*value)).collect();
            let message = format!("`{key}` cannot be \"{}\"", text.value);
            let help = match suggest::nearest(&text.value, names.iter().copied()) {
                Some(near) => format!("did you mean \"{near}\"?"),
                None => format!("it is one of: {}", names.join(", ")),
            };
            self.faults.push(self.fault("rule-value", message, text.span.clone()).help(help));
        }
        found
    }

    /// A list of strings that each name a value of a fixed vocabulary.
    pub fn all_named<T: Copy>(&self, key: &'static str, values: &[T], name: fn(T) -> &'static str) -> Vec<T> {
        self.texts(key).iter().filter_map(|text| self.value_named(key, text, values, name)).collect()
    }

    /// A string that names one of the pack's own words; another is reported with the nearest.
    pub fn declared(&self, key: &'static str, terms: &[Term]) -> Option<String> {
        let text = self.text(key)?;
        let names: Vec<&str> = terms.iter().map(|term| term.name.as_str()).collect();
        if names.contains(&text.value.as_str()) {
            return Some(text.value);
        }
        let help = match (suggest::nearest(&text.value, names.iter().copied()), names.is_empty()) {
            (Some(near), _) => format!("did you mean \"{near}\"?"),
            (None, true) => "declare it in vocabulary.toml, with `name` and `label`".to_owned(),
            (None, false) => format!("declare it in vocabulary.toml; known are: {}", names.join(", ")),
        };
        let message = format!("`{key}` cannot be \"{}\": no vocabulary.toml declares it", text.value);
        self.faults.push(self.fault("rule-value", message, text.span).help(help));
        None
    }

    /// The single table under a key; its absence is reported.
    pub fn required_table(&self, key: &'static str) -> Option<Table<'a>> {
        let table = self.tables(key).into_iter().next();
        if table.is_none() {
            self.missing(key);
        }
        table
    }

    /// The tables of an array of tables (`[[key]]`), or the single table (`[key]`).
    pub fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let items: Vec<&Spanned<DeValue<'_>>> = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        let mut tables = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => tables.push(self.inner(table, item.span())),
                _ => self.wrong_type(key, "a table", item),
            }
        }
        tables
    }

    fn inner(&self, table: &'a DeTable<'a>, span: Range<usize>) -> Table<'a> {
        Table { file: self.file, table, span, asked: RefCell::default(), faults: self.faults }
    }

    /// Where a key's value stands; the table's header where it has no such key.
    pub fn span_of(&self, key: &'static str) -> Range<usize> {
        self.get(key).map_or_else(|| self.span.clone(), |value| value.span())
    }

    /// The line of the table's header, from 1.
    pub fn line(&self) -> usize {
        1 + self.file.text[..self.span.start].matches('\n').count()
    }

    /// Where the table's header stands.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// Every key and string value, for tables whose keys are the user's own names.
    pub fn entries(&self) -> Vec<(Text, Text)> {
        let mut entries = Vec::new();
        for (name, value) in self.table.iter() {
            let key = Text { value: name.get_ref().to_string(), span: name.span() };
            match self.as_text(value) {
                Some(text) => entries.push((key, text)),
                None => self.wrong_type(&key.value, "a string", value),
            }
        }
        entries
    }

    /// Reports every key that nothing asked for.
    pub fn finish(&self) {
        let asked = self.asked.borrow();
        for (name, _) in self.table.iter() {
            let key = name.get_ref().as_ref();
            if !asked.contains(key) {
                let mut fault = self.fault("rule-unknown-key", format!("unknown key `{key}`"), name.span());
                if let Some(near) = suggest::nearest(key, asked.iter().copied()) {
                    fault = fault.help(format!("did you mean `{near}`?"));
                } else {
                    let known: Vec<_> = asked.iter().copied().collect();
                    fault = fault.help(format!("the keys here are: {}", known.join(", ")));
                }
                self.faults.push(fault);
            }
        }
    }
}

fn type_name(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "true or false",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
}
