//! What is wrong with a table, told where it stands.

use std::borrow::Cow;
use std::ops::Range;

use toml::Spanned;
use toml::de::DeValue;

use super::{Table, Text};
use crate::diagnostic::Diagnostic;
use crate::rules::form::Key;
use crate::rules::{quoted, suggest};

impl Table<'_> {
    pub(super) fn report_unknown(&self, name: &Spanned<Cow<'_, str>>, keys: &[&'static Key]) {
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

    pub(super) fn wrong_type(&self, key: &str, wanted: &str, value: &Spanned<DeValue<'_>>) {
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
