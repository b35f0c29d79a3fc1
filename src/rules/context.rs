use std::cell::RefCell;
use std::path::Path;

use super::form::Names;
use super::fragments::Fragments;
use super::lower::{Table, Text};
use super::names::Vocabulary;
use super::passages::{self, Given};
use super::pattern::Pattern;
use super::phrases::Phrases;
use super::place::{Places, RulePlace};
use super::suggest;
use crate::diagnostic::Severity;
use crate::text::Folded;

/// What a rule table is compiled with: the pack's fragments, and the file it stands in.
pub struct Context<'c> {
    pub fragments: &'c Fragments,
    pub vocabulary: &'c Vocabulary,
    /// The pack's id.
    pub pack: &'c str,
    /// `PACK/FILE`, the first part of every rule's id.
    pub origin: String,
    /// Try the passages that each rule carries, and report rules that carry none.
    pub run_passages: bool,
    /// The sections that rules of this file say they stand in.
    sections: RefCell<Vec<Text>>,
    /// Where the rules of this file stand.
    places: RefCell<Places>,
}

impl<'c> Context<'c> {
    pub fn new(
        fragments: &'c Fragments,
        vocabulary: &'c Vocabulary,
        pack: &'c str,
        file: &Path,
        run_passages: bool,
    ) -> Self {
        let stem = file.with_extension("");
        let stem = stem.to_string_lossy().replace('\\', "/");
        let origin = format!("{pack}/{stem}");
        Self {
            fragments,
            vocabulary,
            pack,
            origin,
            run_passages,
            sections: RefCell::default(),
            places: RefCell::default(),
        }
    }

    /// The id of the rule in `table`, `PACK/FILE#NAME`; the name defaults to `otherwise`. One that another rule has
    /// is reported.
    pub fn id(&self, table: &Table<'_>, otherwise: &str) -> String {
        let name = table.text("name").map_or_else(|| otherwise.to_owned(), |text| text.value);
        self.id_of(table, &name)
    }

    /// The id of the rule in `table`, by its name.
    pub fn id_of(&self, table: &Table<'_>, name: &str) -> String {
        let id = format!("{}#{name}", self.origin);
        let place = RulePlace { file: table.file.path.clone(), line: table.line() };
        if !self.places.borrow_mut().add(&id, place) {
            let fault =
                table.fault("rule-twice", format!("another rule has the id `{id}` too"), table.span());
            table.faults().push(fault.help("give one of them another `name`"));
        }
        id
    }

    /// Where the rules stand that were given an id.
    pub fn into_places(self) -> Places {
        self.places.into_inner()
    }

    /// Reports each passage of the rule in `table` that one of the rules before it takes, by their ids and patterns.
    pub fn report_shadowed<'r>(
        &self,
        table: &Table<'_>,
        before: impl Iterator<Item = (&'r str, &'r [Pattern])> + Clone,
    ) {
        if !self.run_passages {
            return;
        }
        for passage in table.passages("matches") {
            let text = Folded::new(&passage.text.value, 0);
            let takes = |patterns: &[Pattern]| patterns.iter().any(|it| it.is_match(&text));
            if let Some((above, _)) = before.clone().find(|(_, patterns)| takes(patterns)) {
                let message = "a rule of this kind that stands above takes this passage";
                let help = format!("put this rule above `{above}`, or narrow that one");
                let mut fault = table.fault("rule-shadowed", message, passage.text.span);
                fault.severity = Severity::Warning;
                table.faults().push(fault.help(help));
            }
        }
    }

    /// The section that the rule in `table` stands in.
    pub fn section(&self, table: &Table<'_>) -> Option<String> {
        self.section_in(table, "section")
    }

    /// The section that a key of `table` names.
    pub fn section_in(&self, table: &Table<'_>, key: &'static str) -> Option<String> {
        let section = table.text(key)?;
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

    /// The patterns under a key. A group that does not count there is reported.
    pub fn patterns(&self, table: &Table<'_>, key: &'static str) -> Vec<Pattern> {
        let texts = table.texts(key);
        let pattern = |text: &Text| {
            let pattern = self.fragments.compile(table, text)?;
            if self.run_passages {
                self.check_groups(table, key, text, &pattern);
            }
            Some(pattern)
        };
        texts.iter().filter_map(pattern).collect()
    }

    fn check_groups(&self, table: &Table<'_>, key: &str, text: &Text, pattern: &Pattern) {
        let groups = table.groups(key);
        let kinds = self.vocabulary.names(Names::FindingKind).filter(|_| groups.finding_kinds);
        let known: Vec<&str> = groups.named.iter().copied().chain(kinds).collect();
        for group in pattern.groups().filter(|group| !known.contains(group)) {
            let message = format!("the group `{group}` does not count in `{key}`");
            let help = match (suggest::nearest(group, known.iter().copied()), known.is_empty()) {
                (Some(near), _) => format!("did you mean `(?P<{near}>...)`?"),
                (None, true) => "no group counts here: write (?:...) instead".to_owned(),
                (None, false) => format!("the groups that count here are: {}", known.join(", ")),
            };
            table.faults().push(table.fault("rule-group", message, text.span.clone()).help(help));
        }
    }

    pub fn phrases(&self, table: &Table<'_>, key: &'static str) -> Phrases {
        self.fragments.phrases(table, &table.texts(key))
    }

    /// Tries a rule that matches where one of its patterns does on the passages it carries.
    pub fn try_patterns(&self, table: &Table<'_>, patterns: &[Pattern]) {
        // Where every pattern is at fault, that has been said.
        if !patterns.is_empty() {
            self.try_rule(table, patterns, |text| passages::given(patterns, text));
        }
    }

    /// Tries a rule on the passages it carries. `patterns` are those whose groups it gives.
    pub fn try_rule(&self, table: &Table<'_>, patterns: &[Pattern], rule: impl Fn(&Folded) -> Option<Given>) {
        if self.run_passages {
            passages::try_all(table, passages::have_groups(patterns), rule);
        }
    }
}
