use std::collections::BTreeMap;

use regex::{Captures, Regex, RegexBuilder, bytes};

use super::lower::{Table, Text};
use super::suggest;
use crate::text::{Folded, Span};

/// A compiled pattern of a rule: a regular expression over folded text, case-insensitive unless it says
/// otherwise with `(?-i:...)`.
#[derive(Debug, Clone)]
pub struct Pattern {
    regex: Regex,
}

impl Pattern {
    /// A pattern without fragments, for tests of what uses patterns.
    #[cfg(test)]
    pub fn for_test(regex: &str) -> Self {
        Self { regex: RegexBuilder::new(regex).case_insensitive(true).build().expect("a test's pattern") }
    }

    pub fn is_match(&self, text: &Folded) -> bool {
        self.regex.is_match(text.as_str())
    }

    pub fn captures<'t>(&self, text: &'t Folded) -> Option<Captures<'t>> {
        self.regex.captures(text.as_str())
    }

    pub fn captures_iter<'t>(&self, text: &'t Folded) -> impl Iterator<Item = Captures<'t>> {
        self.regex.captures_iter(text.as_str())
    }
}

/// A list of patterns that begin and end where words do: `wait` does not match in "awaits". They are one
/// expression, and know letters of ASCII only: a pack has some two thousand of them, and reads them at each start.
#[derive(Debug, Clone, Default)]
pub struct Phrases {
    /// `None` where the list is empty: it matches nothing.
    regex: Option<bytes::Regex>,
}

impl Phrases {
    pub fn is_match(&self, text: &str) -> bool {
        self.regex.as_ref().is_some_and(|regex| regex.is_match(text.as_bytes()))
    }

    pub fn is_empty(&self) -> bool {
        self.regex.is_none()
    }

    /// The text with every match taken out.
    pub fn blank(&self, text: String) -> String {
        let Some(regex) = &self.regex else { return text };
        String::from_utf8_lossy(&regex.replace_all(text.as_bytes(), b" ")).into_owned()
    }
}

/// The range of the document's text that a whole match stands for.
pub fn whole(captures: &Captures<'_>, text: &Folded) -> Span {
    let found = captures.get_match();
    text.original(Span::new(found.start(), found.end()))
}

/// The range of the document's text that a named group stands for.
pub fn group(captures: &Captures<'_>, name: &str, text: &Folded) -> Option<Span> {
    let found = captures.name(name)?;
    Some(text.original(Span::new(found.start(), found.end())))
}

/// A regular expression of a rule may not compile to more than this, in bytes.
const SIZE_LIMIT: usize = 4 << 20;

/// The named fragments that patterns are made of. A pattern takes one in by its name in braces: `{date}`.
#[derive(Debug, Default)]
pub struct Fragments(BTreeMap<String, String>);

impl Fragments {
    /// Adds a fragment. It may use those defined before it.
    pub fn define(&mut self, table: &Table<'_>, name: &Text, source: &Text) {
        if let Some(expanded) = self.expand(table, source) {
            let expanded = format!("(?:{expanded})");
            if self.build(table, source, &expanded).is_some() {
                self.0.insert(name.value.clone(), expanded);
            }
        }
    }

    /// Compiles a pattern. A fault is reported at its place in the file.
    pub fn compile(&self, table: &Table<'_>, source: &Text) -> Option<Pattern> {
        let expanded = self.expand(table, source)?;
        self.build(table, source, &expanded).map(|regex| Pattern { regex })
    }

    pub fn compile_all(&self, table: &Table<'_>, sources: &[Text]) -> Vec<Pattern> {
        sources.iter().filter_map(|source| self.compile(table, source)).collect()
    }

    /// Compiles a list of phrases. A faulty one is reported at its place and left out.
    pub fn phrases(&self, table: &Table<'_>, sources: &[Text]) -> Phrases {
        let expanded = sources.iter().filter_map(|source| Some((source, self.expand(table, source)?)));
        let (sources, mut patterns): (Vec<&Text>, Vec<String>) = expanded.unzip();
        let mut regex = build_phrases(&patterns);
        if regex.is_err() {
            let mut sound = Vec::new();
            for (source, pattern) in sources.into_iter().zip(std::mem::take(&mut patterns)) {
                sound.push(pattern);
                if let Err(error) = build_phrases(&sound) {
                    report_invalid(table, source, &error);
                    sound.pop();
                }
            }
            regex = build_phrases(&sound);
            patterns = sound;
        }
        Phrases { regex: regex.ok().filter(|_| !patterns.is_empty()) }
    }

    fn build(&self, table: &Table<'_>, source: &Text, expanded: &str) -> Option<Regex> {
        let built = RegexBuilder::new(expanded).case_insensitive(true).size_limit(SIZE_LIMIT).build();
        built.map_err(|error| report_invalid(table, source, &error)).ok()
    }

    fn expand(&self, table: &Table<'_>, source: &Text) -> Option<String> {
        let mut out = String::with_capacity(source.value.len());
        let mut rest = source.value.as_str();
        while let Some(open) = rest.find('{') {
            let (before, after) = rest.split_at(open);
            out.push_str(before);
            let name_length = after[1..].find('}').unwrap_or(0);
            let name = &after[1..1 + name_length];
            // `{2,5}` repeats and `\p{Lu}` is a class; a fragment's name is lower-case words.
            let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
            if !is_name || before.ends_with("\\p") || before.ends_with("\\P") {
                out.push('{');
                rest = &after[1..];
                continue;
            }
            match self.0.get(name) {
                Some(fragment) => out.push_str(fragment),
                None => {
                    self.report_unknown(table, source, name);
                    return None;
                }
            }
            rest = &after[name_length + 2..];
        }
        out.push_str(rest);
        Some(out)
    }

    fn report_unknown(&self, table: &Table<'_>, source: &Text, name: &str) {
        let message = format!("no fragment is named `{name}`");
        let mut fault = table.fault("rule-unknown-fragment", message, source.span.clone());
        if let Some(near) = suggest::nearest(name, self.0.keys().map(String::as_str)) {
            fault = fault.help(format!("did you mean `{{{near}}}`? fragments are defined in fragments.toml"));
        }
        table.faults().push(fault);
    }
}

fn build_phrases(patterns: &[String]) -> Result<bytes::Regex, regex::Error> {
    let joined = format!(r"\b(?:{})\b", patterns.join("|"));
    let mut builder = bytes::RegexBuilder::new(&joined);
    builder.unicode(false).case_insensitive(true).size_limit(SIZE_LIMIT).build()
}

fn report_invalid(table: &Table<'_>, source: &Text, error: &regex::Error) {
    let reason = error.to_string();
    let reason = reason.lines().last().unwrap_or_default().trim_start_matches("error: ");
    let message = format!("the pattern is not valid: {reason}");
    table.faults().push(table.fault("rule-pattern", message, source.span.clone()));
}
