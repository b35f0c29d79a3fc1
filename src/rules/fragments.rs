use std::collections::BTreeMap;
use std::ops::Range;

use super::compile::Care;
use super::expanded::{Expanded, Origin, Stands};
use super::form::{Key, TableForm, Value};
use super::lower::{Table, Text};
use super::pattern::{Invalid, Pattern};
use super::phrases::{self, Phrases};
use super::suggest;

/// The named fragments that patterns are made of. A pattern takes one in by its name in braces: `{date}`.
#[derive(Debug, Default)]
pub struct Fragments {
    by_name: BTreeMap<String, Fragment>,
    /// How closely the patterns made now are looked at.
    pub care: Care,
}

/// What a name stands for, and where that is written.
#[derive(Debug)]
struct Fragment {
    stands: Stands,
    /// `FILE:LINE`
    place: String,
}

impl Fragments {
    /// Adds the fragments of a file, in its order. `folder` is what its path is told with.
    pub fn lower(&mut self, root: &Table<'_>, folder: &str) {
        for (name, pattern) in &root.entries("fragments") {
            self.define(root, name, pattern, folder);
        }
    }

    /// Adds a fragment. It may use those defined before it.
    fn define(&mut self, table: &Table<'_>, name: &Text, source: &Text, folder: &str) {
        let Some(expanded) = self.expand(table, source) else { return };
        let expanded = expanded.within("(?:", ")");
        let stands = Stands::for_pattern(&expanded);
        if self.build(table, source, expanded).is_some() {
            let place = format!("{folder}{}:{}", table.file.path.display(), table.line_of(name));
            self.by_name.insert(name.value.clone(), Fragment { stands, place });
        }
    }

    /// A fragment by its name; a pattern that matches nothing but an empty text where there is none.
    pub fn named(&self, name: &str) -> Expanded {
        let mut expanded = Expanded::default();
        if let Some(fragment) = self.by_name.get(name) {
            expanded.push_fragment(name, &fragment.stands);
        }
        expanded
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
            self.build(table, source, expanded.within("^(?:", ")$"))
        };
        sources.iter().filter_map(whole).collect()
    }

    /// Makes a list of phrases. A faulty one is reported at its place and left out.
    pub fn phrases(&self, table: &Table<'_>, sources: &[Text]) -> Phrases {
        let expanded: Vec<(&Text, Expanded)> =
            sources.iter().filter_map(|source| Some((source, self.expand(table, source)?))).collect();
        let patterns: Vec<&Expanded> = expanded.iter().map(|(_, expanded)| expanded).collect();
        Phrases::new(&patterns, self.care).unwrap_or_else(|_| self.sound_phrases(table, &expanded))
    }

    /// Those of a list that are valid together; each other is reported.
    fn sound_phrases(&self, table: &Table<'_>, all: &[(&Text, Expanded)]) -> Phrases {
        let mut sound: Vec<&Expanded> = Vec::new();
        let mut phrases = Phrases::default();
        for (source, expanded) in all {
            sound.push(expanded);
            match Phrases::new(&sound, self.care) {
                Ok(compiled) => phrases = compiled,
                Err(together) => {
                    sound.pop();
                    let alone = Phrases::new(&[expanded], self.care).err();
                    let error = alone.unwrap_or_else(|| together.somewhere());
                    let expanded = expanded.clone().within(phrases::BEFORE, phrases::AFTER);
                    self.report_invalid(table, source, &expanded, &error);
                }
            }
        }
        phrases
    }

    fn build(&self, table: &Table<'_>, source: &Text, expanded: Expanded) -> Option<Pattern> {
        let built = Pattern::new(expanded.clone(), self.care);
        built.map_err(|error| self.report_invalid(table, source, &expanded, &error)).ok()
    }

    fn expand(&self, table: &Table<'_>, source: &Text) -> Option<Expanded> {
        let written = source.value.as_str();
        let mut expanded = Expanded::default();
        let mut at = 0;
        while let Some(open) = written[at..].find('{').map(|open| at + open) {
            expanded.push(&written[at..open]);
            let Some(name) = fragment_name(written, open) else {
                expanded.push("{");
                at = open + 1;
                continue;
            };
            at = open + name.len() + "{}".len();
            let Some(fragment) = self.by_name.get(name) else {
                self.report_unknown(table, source, name, open..at);
                return None;
            };
            expanded.push_fragment(name, &fragment.stands);
        }
        expanded.push(&written[at..]);
        Some(expanded)
    }

    fn report_unknown(&self, table: &Table<'_>, source: &Text, name: &str, at: Range<usize>) {
        let message = format!("no fragment is named `{name}`");
        let fault = table.fault_in("rule-unknown-fragment", message, source, Some(at));
        let fault = fault.help(match suggest::nearest(name, self.by_name.keys().map(String::as_str)) {
            Some(near) => format!("did you mean `{{{near}}}`?"),
            None => format!("define `{name}` in fragments.toml, above where it is used"),
        });
        table.faults().push(fault);
    }

    /// Reports an invalid pattern at the part that is at fault; at the name of a fragment where that does not go
    /// with the rest of the pattern.
    fn report_invalid(&self, table: &Table<'_>, source: &Text, expanded: &Expanded, error: &Invalid) {
        let message = format!("the pattern is not valid: {error}");
        let help =
            "patterns are regular expressions of the Rust crate `regex`: see “Patterns” in docs/rules.md";
        let origin = error.at.clone().map(|at| expanded.origin(at));
        let fault = match origin {
            Some(Origin::Fragment(at)) => {
                let name = expanded.written[at.clone()].trim_matches(['{', '}']);
                let place = self.by_name.get(name).map_or("", |fragment| &fragment.place);
                let message = format!("{message}, in the fragment `{name}` ({place})");
                table.fault_in("rule-pattern", message, source, Some(at)).help(help)
            }
            Some(Origin::Written(at)) => table.fault_in("rule-pattern", message, source, Some(at)).help(help),
            None => table.fault_in("rule-pattern", message, source, None).help(help),
        };
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

pub(super) const FORM: TableForm = TableForm {
    title: "fragments.toml",
    about: "Named pieces of patterns, beside those that every pack has.",
    keys: &[Key::required("fragments", Value::Entries, "each with its name; it may use those above it")],
    variants: None,
};
