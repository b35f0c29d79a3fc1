//! The values of a table's keys, by their types.

use toml::Spanned;
use toml::de::DeValue;

use super::{Table, Text};
use crate::rules::form::Value;
use crate::rules::passages::{self, Passage};

impl<'a> Table<'a> {
    pub fn text(&self, key: &'static str) -> Option<Text> {
        let value = self.get(key)?;
        let text = self.as_text(value);
        if text.is_none() {
            self.wrong_type(key, "a string", value);
        }
        text
    }

    pub(super) fn as_text(&self, value: &Spanned<DeValue<'_>>) -> Option<Text> {
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
