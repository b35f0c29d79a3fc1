use std::cell::RefCell;
use std::path::Path;

use super::fragments::Fragments;
use super::lower::{Table, Text};
use super::names::Vocabulary;
use super::pattern::{Pattern, Phrases};
use super::place::{Places, RulePlace};
use super::suggest;
use crate::text::Folded;

/// What a rule table is compiled with: the pack's fragments, and the file it stands in.
pub struct Context<'c> {
    pub fragments: &'c Fragments,
    pub vocabulary: &'c Vocabulary,
    /// The pack's id.
    pub pack: &'c str,
    /// `PACK/FILE`, the first part of every rule's id.
    pub origin: String,
    /// Run the passages that each rule carries, and report rules that carry none.
    pub run_examples: bool,
    /// The sections that rules of this file say they stand in.
    sections: RefCell<Vec<Text>>,
    places: RefCell<Places>,
}

impl<'c> Context<'c> {
    pub fn new(
        fragments: &'c Fragments,
        vocabulary: &'c Vocabulary,
        pack: &'c str,
        file: &Path,
        run_examples: bool,
    ) -> Self {
        let stem = file.with_extension("");
        let stem = stem.to_string_lossy().replace('\\', "/");
        let origin = format!("{pack}/{stem}");
        let (sections, places) = (RefCell::default(), RefCell::default());
        Self { fragments, vocabulary, pack, origin, run_examples, sections, places }
    }

    /// The id of the rule in `table`, `PACK/FILE#NAME`; the name defaults to `otherwise`. The second of a name
    /// is `NAME-2`.
    pub fn id(&self, table: &Table<'_>, otherwise: &str) -> String {
        let name = table.text("name").map_or_else(|| otherwise.to_owned(), |text| text.value);
        self.id_of(table, &name)
    }

    /// The id of the rule in `table`, by its name.
    pub fn id_of(&self, table: &Table<'_>, name: &str) -> String {
        let place = RulePlace { file: table.file.path.clone(), line: table.line() };
        self.places.borrow_mut().add(format!("{}#{name}", self.origin), place)
    }

    /// Where the rules stand that were given an id.
    pub fn into_places(self) -> Places {
        self.places.into_inner()
    }

    /// The section that the rule in `table` stands in.
    pub fn section(&self, table: &Table<'_>) -> Option<String> {
        let section = table.text("section")?;
        self.sections.borrow_mut().push(section.clone());
        Some(section.value)
    }

    /// Sections by their names.
    pub fn sections(&self, table: &Table<'_>, key: &'static str) -> Vec<String> {
        let sections = table.texts(key);
        self.sections.borrow_mut().extend(sections.iter().cloned());
        sections.into_iter().map(|section| section.value).collect()
    }

    /// Reports every section that a rule stands in and that is none of `known`.
    pub fn report_unknown_sections(&self, root: &Table<'_>, known: &[&str]) {
        for section in self.sections.borrow().iter().filter(|section| !known.contains(&&*section.value)) {
            let message = format!("no section is named `{}`", section.value);
            let mut fault = root.fault("rule-unknown-section", message, section.span.clone());
            if let Some(near) = suggest::nearest(&section.value, known.iter().copied()) {
                fault = fault.help(format!("did you mean `{near}`?"));
            }
            root.faults().push(fault);
        }
    }

    pub fn patterns(&self, table: &Table<'_>, key: &'static str) -> Vec<Pattern> {
        self.fragments.compile_all(table, &table.texts(key))
    }

    pub fn required_patterns(&self, table: &Table<'_>, key: &'static str) -> Vec<Pattern> {
        self.fragments.compile_all(table, &table.required_texts(key))
    }

    pub fn phrases(&self, table: &Table<'_>, key: &'static str) -> Phrases {
        self.fragments.phrases(table, &table.texts(key))
    }

    pub fn required_phrases(&self, table: &Table<'_>, key: &'static str) -> Phrases {
        self.fragments.phrases(table, &table.required_texts(key))
    }

    /// Tries a rule on the passages it carries: `matches`, which it must match, and `rejects`, which it
    /// must not.
    pub fn try_examples(&self, table: &Table<'_>, is_match: impl Fn(&Folded) -> bool) {
        let (matches, rejects) = (table.texts("matches"), table.texts("rejects"));
        if !self.run_examples {
            return;
        }
        for (passages, wanted) in [(&matches, true), (&rejects, false)] {
            for passage in passages.iter() {
                if is_match(&Folded::new(&passage.value, 0)) != wanted {
                    report_failed(table, passage, wanted);
                }
            }
        }
        for (passages, key) in [(&matches, "matches"), (&rejects, "rejects")] {
            if passages.is_empty() {
                report_missing(table, key);
            }
        }
    }
}

fn report_failed(table: &Table<'_>, passage: &Text, wanted: bool) {
    let message = match wanted {
        true => "the rule does not match a passage that it must match",
        false => "the rule matches a passage that it must not match",
    };
    table.faults().push(table.fault("rule-example", message, passage.span.clone()));
}

fn report_missing(table: &Table<'_>, key: &str) {
    let mut warning = table.fault("rule-untested", format!("the rule has no `{key}` passage"), table.span());
    warning.severity = crate::diagnostic::Severity::Warning;
    table.faults().push(warning.help(format!("add {key} = [\"...\"] with words from a letter")));
}
