//! TOML tables to Rust values, with every fault reported where it stands and none of them fatal.

mod named;
mod report;
mod values;

use std::cell::RefCell;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::form::{Groups, Key, TableForm, Value};
use super::source::RuleFile;
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
}
