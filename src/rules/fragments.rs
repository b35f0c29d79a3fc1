use std::collections::BTreeMap;

use super::compile::Care;
use super::form::{Key, TableForm, Value};
use super::lower::{Table, Text};
use super::pattern::{Expanded, Invalid, Pattern, Phrases};
use super::suggest;

/// The named fragments that patterns are made of. A pattern takes one in by its name in braces: `{date}`.
#[derive(Debug, Default)]
pub struct Fragments {
    by_name: BTreeMap<String, String>,
    /// How closely the patterns made now are looked at.
    pub care: Care,
}

impl Fragments {
    /// Adds the fragments of a file, in its order.
    pub fn lower(&mut self, root: &Table<'_>) {
        for (name, pattern) in &root.entries("fragments") {
            self.define(root, name, pattern);
        }
    }

    /// Adds a fragment. It may use those defined before it.
    fn define(&mut self, table: &Table<'_>, name: &Text, source: &Text) {
        let Some(expanded) = self.expand(table, source) else { return };
        let whole = format!("(?:{})", expanded.whole);
        if self.build(table, source, Expanded { whole: whole.clone(), ..expanded }).is_some() {
            self.by_name.insert(name.value.clone(), whole);
        }
    }

    /// A fragment by its name; a pattern that matches nothing but an empty text where there is none.
    pub fn named(&self, name: &str) -> Expanded {
        let whole = self.by_name.get(name).cloned().unwrap_or_default();
        Expanded { written: format!("{{{name}}}"), whole, fragments: Vec::new() }
    }

    /// Makes a pattern. A fault is reported at its place in the file.
    pub fn compile(&self, table: &Table<'_>, source: &Text) -> Option<Pattern> {
        let expanded = self.expand(table, source)?;
        self.build(table, source, expanded)
    }

    pub fn compile_all(&self, table: &Table<'_>, sources: &[Text]) -> Vec<Pattern> {
        sources.iter().filter_map(|source| self.compile(table, source)).collect()
    }

    /// Patterns that match a whole text and not a part of it.
    pub fn compile_whole(&self, table: &Table<'_>, sources: &[Text]) -> Vec<Pattern> {
        let whole = |source: &Text| {
            let expanded = self.expand(table, source)?;
            let whole = format!("^(?:{})$", expanded.whole);
            self.build(table, source, Expanded { whole, ..expanded })
        };
        sources.iter().filter_map(whole).collect()
    }

    /// Makes a list of phrases. A faulty one is reported at its place and left out.
    pub fn phrases(&self, table: &Table<'_>, sources: &[Text]) -> Phrases {
        let expanded = sources.iter().filter_map(|source| Some((source, self.expand(table, source)?.whole)));
        let (sources, patterns): (Vec<&Text>, Vec<String>) = expanded.unzip();
        Phrases::new(&patterns, self.care).unwrap_or_else(|_| self.sound_phrases(table, &sources, patterns))
    }

    /// Those of a list that are valid together; each other is reported.
    fn sound_phrases(&self, table: &Table<'_>, sources: &[&Text], patterns: Vec<String>) -> Phrases {
        let mut sound = Vec::new();
        let mut phrases = Phrases::default();
        for (source, pattern) in sources.iter().zip(patterns) {
            sound.push(pattern);
            match Phrases::new(&sound, self.care) {
                Ok(compiled) => phrases = compiled,
                Err(error) => {
                    report_invalid(table, source, &error);
                    sound.pop();
                }
            }
        }
        phrases
    }

    fn build(&self, table: &Table<'_>, source: &Text, expanded: Expanded) -> Option<Pattern> {
        Pattern::new(expanded, self.care).map_err(|error| report_invalid(table, source, &error)).ok()
    }

    fn expand(&self, table: &Table<'_>, source: &Text) -> Option<Expanded> {
        let written = source.value.clone();
        let mut whole = String::with_capacity(written.len());
        let mut fragments = Vec::new();
        let mut at = 0;
        while let Some(open) = written[at..].find('{').map(|open| at + open) {
            whole.push_str(&written[at..open]);
            let Some(name) = fragment_name(&written, open) else {
                whole.push('{');
                at = open + 1;
                continue;
            };
            let Some(fragment) = self.by_name.get(name) else {
                self.report_unknown(table, source, name);
                return None;
            };
            whole.push_str(fragment);
            at = open + name.len() + "{}".len();
            fragments.push((at, whole.len()));
        }
        whole.push_str(&written[at..]);
        Some(Expanded { written, whole, fragments })
    }

    fn report_unknown(&self, table: &Table<'_>, source: &Text, name: &str) {
        let message = format!("no fragment is named `{name}`");
        let fault = table.fault("rule-unknown-fragment", message, source.span.clone());
        let fault = fault.help(match suggest::nearest(name, self.by_name.keys().map(String::as_str)) {
            Some(near) => format!("did you mean `{{{near}}}`?"),
            None => format!("define `{name}` in fragments.toml, above where it is used"),
        });
        table.faults().push(fault);
    }
}

/// The name of the fragment whose brace opens at `open`. `{2,5}` repeats and `\p{Lu}` is a class; a fragment's name
/// is lower-case words.
pub fn fragment_name(pattern: &str, open: usize) -> Option<&str> {
    let (before, after) = pattern.split_at(open);
    let name = after[1..].split_once('}')?.0;
    let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
    (is_name && !before.ends_with("\\p") && !before.ends_with("\\P")).then_some(name)
}

fn report_invalid(table: &Table<'_>, source: &Text, reason: &Invalid) {
    let message = format!("the pattern is not valid: {reason}");
    let help = "patterns are regular expressions of the Rust crate `regex`: see “Patterns” in docs/rules.md";
    table.faults().push(table.fault("rule-pattern", message, source.span.clone()).help(help));
}

pub(super) const FORM: TableForm = TableForm {
    title: "fragments.toml",
    about: "Named pieces of patterns, beside those that every pack has.",
    keys: &[Key::required("fragments", Value::Entries, "each with its name; it may use those above it")],
    variants: None,
};
