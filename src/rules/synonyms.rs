use super::form::{Key, TableForm, Value};
use super::lower::Table;

/// Groups of words that searches take for the same.
#[derive(Debug, Clone, Default)]
pub struct Synonyms {
    groups: Vec<Vec<String>>,
}

impl Synonyms {
    /// Adds the `[[synonyms]]` tables of a file.
    pub fn lower(&mut self, root: &Table<'_>) {
        for table in root.tables("synonyms") {
            let words = table.texts("words").into_iter().map(|text| text.value).collect();
            self.groups.push(words);
        }
    }

    pub(super) fn join(&mut self, other: Self) {
        let new = other.groups.into_iter().filter(|group| !self.groups.contains(group));
        self.groups.extend(new.collect::<Vec<_>>());
    }

    /// Each group's words as the file has them.
    pub fn groups(&self) -> &[Vec<String>] {
        &self.groups
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "synonyms.toml",
    about: "Words that searches take for the same.",
    keys: &[Key::optional("synonyms", Value::Tables(&SYNONYMS), "groups of words")],
    variants: None,
};

const SYNONYMS: TableForm = TableForm {
    title: "[[synonyms]]",
    about: "Words that searches take for the same.",
    keys: &[Key::required("words", Value::Texts, "the words")],
    variants: None,
};
