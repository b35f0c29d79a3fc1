//! Strings that name one of a set of values.

use super::{Table, Text};
use crate::rules::form::Value;
use crate::rules::names::Vocabulary;
use crate::rules::suggest;

impl Table<'_> {
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
}
