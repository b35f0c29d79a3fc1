//! TOML tables to Rust values, with every fault reported where it stands and none of them fatal.

use std::borrow::Cow;
use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::form::{Groups, Key, TableForm, Value};
use super::names::Vocabulary;
use super::passages::{self, Passage};
use super::quoted;
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

/// One table of a rule file. Keys that its form does not have, and keys that it lacks, are reported when it is
/// opened; a value of the wrong type when it is read.
pub struct Table<'a> {
    pub file: &'a RuleFile,
    form: &'static TableForm,
    table: &'a DeTable<'a>,
    span: Range<usize>,
    faults: &'a Faults,
}

/// Parses a rule file and hands its root table to `with`. Syntax errors are reported and the rest is used.
pub fn parse(file: &RuleFile, form: &'static TableForm, faults: &Faults, with: impl FnOnce(&Table<'_>)) {
    let (root, errors) = DeTable::parse_recoverable(&file.text);
    for error in errors {
        let span = error.span().unwrap_or(0..0);
        faults.push(
            Diagnostic::error("rule-syntax", format!("not valid TOML: {}", error.message()))
                .in_file(&file.path)
                .at(file.text.clone(), span, "here")
                .help("mend this first: what stands below may have been read wrongly"),
        );
    }
    with(&Table::open(file, form, root.get_ref(), 0..0, faults));
}

impl<'a> Table<'a> {
    fn open(
        file: &'a RuleFile,
        form: &'static TableForm,
        table: &'a DeTable<'a>,
        span: Range<usize>,
        faults: &'a Faults,
    ) -> Self {
        let table = Self { file, form, table, span, faults };
        table.check_keys();
        table
    }

    /// Reports every key that the form does not have, and every one that it wants and is not there.
    fn check_keys(&self) {
        let keys = self.keys();
        for (name, _) in self.table.iter() {
            if keys.iter().all(|key| key.name != name.get_ref()) {
                self.report_unknown(name, &keys);
            }
        }
        for key in self.form.required_with(self.decided()) {
            if self.find(key.name).is_none() {
                self.missing(key.name);
            }
        }
    }

    fn keys(&self) -> Vec<&'static Key> {
        self.form.keys_with(self.decided())
    }

    /// The value of the key that decides between the form's variants.
    fn decided(&self) -> Option<&str> {
        let decides = self.form.variants.as_ref().and_then(|variants| self.find(variants.key));
        decides.and_then(|value| value.get_ref().as_str())
    }

    fn report_unknown(&self, name: &Spanned<Cow<'_, str>>, keys: &[&'static Key]) {
        let names = || keys.iter().map(|key| key.name);
        let near = suggest::nearest(name.get_ref(), names());
        let help = match (self.form.variant_with(name.get_ref()), near) {
            (Some((key, value)), _) => format!("`{}` goes with {key} = \"{value}\"", name.get_ref()),
            (None, Some(near)) => format!("did you mean `{near}`?"),
            (None, None) => {
                format!("the keys of {} are: {}", self.form.title, names().collect::<Vec<_>>().join(", "))
            }
        };
        let message = format!("unknown key `{}`", name.get_ref());
        self.faults.push(self.fault("rule-unknown-key", message, name.span()).help(help));
    }

    /// The form of a key.
    fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys().into_iter().find(|key| key.name == name)
    }

    fn get(&self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        debug_assert!(self.key(key).is_some(), "{} has no key `{key}` in its form", self.form.title);
        self.find(key)
    }

    fn find(&self, key: &str) -> Option<&'a Spanned<DeValue<'a>>> {
        self.table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
    }

    /// The groups that the patterns of a key may have.
    pub fn groups(&self, key: &str) -> Groups {
        match self.key(key).map(|key| key.value) {
            Some(Value::Patterns(groups)) => groups,
            _ => Groups { named: &[], finding_kinds: false },
        }
    }

    pub fn faults(&self) -> &'a Faults {
        self.faults
    }

    /// Reports a fault at a place in this file.
    pub fn fault(&self, code: &'static str, message: impl Into<String>, span: Range<usize>) -> Diagnostic {
        Diagnostic::error(code, message).in_file(&self.file.path).at(self.file.text.clone(), span, "here")
    }

    /// Reports a fault at a part of a string's value; at the string where the part cannot be told.
    pub fn fault_in(
        &self,
        code: &'static str,
        message: impl Into<String>,
        text: &Text,
        part: Option<Range<usize>>,
    ) -> Diagnostic {
        let quoted = &self.file.text[text.span.clone()];
        let part = part.and_then(|part| quoted::part_of(quoted, part));
        let span = part.map(|part| text.span.start + part.start..text.span.start + part.end);
        self.fault(code, message, span.unwrap_or_else(|| text.span.clone()))
    }

    fn wrong_type(&self, key: &str, wanted: &str, value: &Spanned<DeValue<'_>>) {
        let message = format!("`{key}` must be {wanted}, not {}", type_name(value.get_ref()));
        self.faults.push(self.explained(key, self.fault("rule-type", message, value.span())));
    }

    /// Reports that a key is not there.
    pub fn missing(&self, key: &str) {
        let fault = self.fault("rule-missing-key", format!("`{key}` is missing"), self.span.clone());
        self.faults.push(self.explained(key, fault));
    }

    /// A fault with what a key is for.
    fn explained(&self, key: &str, fault: Diagnostic) -> Diagnostic {
        match self.key(key) {
            Some(known) => fault.help(format!("`{key}`: {}", known.about)),
            None => fault,
        }
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

    /// Passages: one or a list, each a string, or a table of `passage` and what it `gives`.
    pub fn passages(&self, key: &'static str) -> Vec<Passage> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let items: Vec<&Spanned<DeValue<'_>>> = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        items.into_iter().filter_map(|item| self.passage(key, item)).collect()
    }

    fn passage(&self, key: &str, item: &'a Spanned<DeValue<'a>>) -> Option<Passage> {
        if let DeValue::Table(table) = item.get_ref() {
            let table = Table::open(self.file, &passages::FORM, table, item.span(), self.faults);
            return Some(Passage { text: table.text("passage")?, gives: table.entries("gives") });
        }
        let text = self.as_text(item);
        if text.is_none() {
            self.wrong_type(key, "a passage, or a list of passages", item);
        }
        Some(Passage { text: text?, gives: Vec::new() })
    }

    pub fn flag(&self, key: &'static str) -> bool {
        self.given_flag(key).unwrap_or(false)
    }

    /// A flag of which "no" is not the same as nothing.
    pub fn given_flag(&self, key: &'static str) -> Option<bool> {
        let value = self.get(key)?;
        let flag = value.get_ref().as_bool();
        if flag.is_none() {
            self.wrong_type(key, "true or false", value);
        }
        flag
    }

    pub fn number(&self, key: &'static str) -> Option<f64> {
        let value = self.get(key)?;
        let number = as_number(value.get_ref());
        if number.is_none() {
            self.wrong_type(key, "a number", value);
        }
        number
    }

    /// Levels of headings or list items: one or a list.
    pub fn levels(&self, key: &'static str) -> Vec<u8> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let items: Vec<&Spanned<DeValue<'_>>> = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        items.into_iter().filter_map(|item| self.level(key, item)).collect()
    }

    fn level(&self, key: &str, item: &Spanned<DeValue<'_>>) -> Option<u8> {
        let Some(number) = as_number(item.get_ref()) else {
            self.wrong_type(key, "a number, or a list of numbers", item);
            return None;
        };
        let level = (1..=9).find(|level| f64::from(*level) == number);
        if level.is_none() {
            let fault = self.fault("rule-value", format!("`{key}` cannot be {number}"), item.span());
            self.faults.push(fault.help("it is a number from 1 to 9"));
        }
        level
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
    pub fn declared(&self, key: &'static str, vocabulary: &Vocabulary) -> Option<String> {
        let Some(Value::Name(list)) = self.key(key).map(|key| key.value) else { return None };
        let text = self.text(key)?;
        let names: Vec<&str> = vocabulary.names(list).collect();
        if names.contains(&text.value.as_str()) {
            return Some(text.value);
        }
        let help = match suggest::nearest(&text.value, names.iter().copied()) {
            Some(near) => format!("did you mean \"{near}\"?"),
            None => {
                format!("declare it with `name` and `label` in a [[{}]] of vocabulary.toml", list.table())
            }
        };
        let message = format!("`{key}` cannot be \"{}\": vocabulary.toml does not declare it", text.value);
        self.faults.push(self.fault("rule-value", message, text.span).help(help));
        None
    }

    /// The single table under a key.
    pub fn table(&self, key: &'static str) -> Option<Table<'a>> {
        self.tables(key).into_iter().next()
    }

    /// The tables of an array of tables (`[[key]]`), or the single table (`[key]`).
    pub fn tables(&self, key: &'static str) -> Vec<Table<'a>> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let Some(Value::Table(form) | Value::Tables(form)) = self.key(key).map(|key| key.value) else {
            return Vec::new();
        };
        let items: Vec<&Spanned<DeValue<'_>>> = match value.get_ref() {
            DeValue::Array(items) => items.iter().collect(),
            _ => vec![value],
        };
        let mut tables = Vec::new();
        for item in items {
            match item.get_ref() {
                DeValue::Table(table) => {
                    tables.push(Table::open(self.file, form, table, item.span(), self.faults));
                }
                _ => self.wrong_type(key, "a table", item),
            }
        }
        tables
    }

    /// Where a key's value stands; the table's header where it has no such key.
    pub fn span_of(&self, key: &'static str) -> Range<usize> {
        self.get(key).map_or_else(|| self.span.clone(), |value| value.span())
    }

    /// The line of the table's header, from 1.
    pub fn line(&self) -> usize {
        1 + self.file.text[..self.span.start].matches('\n').count()
    }

    /// The line of a string, from 1.
    pub fn line_of(&self, text: &Text) -> usize {
        1 + self.file.text[..text.span.start].matches('\n').count()
    }

    /// Where the table's header stands.
    pub fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The keys and strings of a table whose keys are the user's own, in the order of the file.
    pub fn entries(&self, key: &'static str) -> Vec<(Text, Text)> {
        let Some(value) = self.get(key) else { return Vec::new() };
        let DeValue::Table(table) = value.get_ref() else {
            self.wrong_type(key, "a table", value);
            return Vec::new();
        };
        let mut entries = Vec::new();
        for (name, value) in table.iter() {
            let key = Text { value: name.get_ref().to_string(), span: name.span() };
            match self.as_text(value) {
                Some(text) => entries.push((key, text)),
                None => self.wrong_type(&key.value, "a string", value),
            }
        }
        entries.sort_by_key(|(name, _)| name.span.start);
        entries
    }
}

fn as_number(value: &DeValue<'_>) -> Option<f64> {
    match value {
        DeValue::Float(float) => float.as_str().parse().ok(),
        DeValue::Integer(integer) => integer.as_str().parse().ok(),
        _ => None,
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
