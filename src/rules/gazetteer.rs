use std::collections::BTreeMap;

use super::form::{Key, TableForm, Value};
use super::lower::Table;
use super::suggest;
use crate::text::fold_str;

/// A local area, as an `areas.toml` has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalArea {
    pub name: String,
    /// The ONS code.
    pub code: String,
    pub region: String,
    pub also_known_as: Vec<String>,
    /// Codes of statistical neighbours, nearest first.
    pub neighbours: Vec<String>,
    /// Codes of the areas that took over from this one, if it was abolished.
    pub succeeded_by: Vec<String>,
}

/// Local areas, found by any of their names.
#[derive(Debug, Clone, Default)]
pub struct Gazetteer {
    areas: Vec<LocalArea>,
    by_name: BTreeMap<String, usize>,
    by_code: BTreeMap<String, usize>,
}

impl Gazetteer {
    /// The `[[area]]` tables of a file.
    pub(super) fn lower(root: &Table<'_>) -> Self {
        let mut gazetteer = Self::default();
        for table in root.tables("area") {
            if let Some(area) = lower_area(&table) {
                gazetteer.add(area);
            }
        }
        gazetteer
    }

    fn add(&mut self, area: LocalArea) {
        let index = self.areas.len();
        for name in std::iter::once(&area.name).chain(&area.also_known_as) {
            self.by_name.entry(bare(name)).or_insert(index);
        }
        self.by_code.insert(area.code.clone(), index);
        self.areas.push(area);
    }

    /// Takes in the areas of another gazetteer, but those whose code this one has.
    pub(super) fn join(&mut self, other: &Self) {
        let new = other.areas.iter().filter(|area| !self.by_code.contains_key(&area.code));
        new.cloned().collect::<Vec<_>>().into_iter().for_each(|area| self.add(area));
    }

    /// Every area, in the file's order.
    pub fn areas(&self) -> &[LocalArea] {
        &self.areas
    }

    /// The area of a name as people write it: "the Royal Borough of X", "X County Council", "X and Y" for
    /// "X & Y" are all X's.
    pub fn find(&self, name: &str) -> Option<&LocalArea> {
        self.by_name.get(&bare(name)).map(|&index| &self.areas[index])
    }

    pub fn by_code(&self, code: &str) -> Option<&LocalArea> {
        self.by_code.get(code).map(|&index| &self.areas[index])
    }

    /// The areas that took over from one that was abolished.
    pub fn successors(&self, area: &LocalArea) -> Vec<&LocalArea> {
        area.succeeded_by.iter().filter_map(|code| self.by_code(code)).collect()
    }

    /// The abolished areas that one took over from, whole or in part.
    pub fn predecessors(&self, area: &LocalArea) -> Vec<&LocalArea> {
        self.areas.iter().filter(|it| it.succeeded_by.contains(&area.code)).collect()
    }

    /// The name most like one that was not found.
    pub fn nearest(&self, name: &str) -> Option<&str> {
        let near = suggest::nearest(&bare(name), self.by_name.keys().map(String::as_str))?;
        self.find(near).map(|area| area.name.as_str())
    }
}

fn lower_area(table: &Table<'_>) -> Option<LocalArea> {
    let texts = |key| table.texts(key).into_iter().map(|text| text.value).collect::<Vec<_>>();
    let (name, code, region) = (table.text("name"), table.text("code"), table.text("region"));
    Some(LocalArea {
        name: name?.value,
        code: code?.value,
        region: region?.value,
        also_known_as: texts("also_known_as"),
        neighbours: texts("neighbours"),
        succeeded_by: texts("succeeded_by"),
    })
}

/// Words before or after an area's own name that are no part of it.
const BEFORE: &[&str] = &[
    "the ",
    "local area of ",
    "area of ",
    "london borough of ",
    "royal borough of ",
    "city of ",
    "county of ",
];
const AFTER: &[&str] = &[
    " local area partnership",
    " local area",
    " council",
    " metropolitan borough",
    " metropolitan district",
    " borough",
    " county",
    " city",
    " city of",
    " county of",
];

/// A name without case, punctuation and the words for what kind of authority it is.
fn bare(name: &str) -> String {
    let folded = fold_str(name).to_lowercase().replace('&', " and ");
    let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric() && c != '\'').collect();
    let mut bare = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    loop {
        let before = BEFORE.iter().find_map(|words| bare.strip_prefix(words));
        let stripped = before.or_else(|| AFTER.iter().find_map(|words| bare.strip_suffix(words)));
        match stripped {
            Some(rest) => bare = rest.to_owned(),
            None => return bare,
        }
    }
}

pub(super) const FORM: TableForm = TableForm {
    title: "areas.toml",
    about: "The local areas that letters are about, where they are not to be those of `rules/areas.toml`.",
    keys: &[Key::optional(
        "area",
        Value::Tables(&AREA),
        "the areas; without any, letters are not about local areas",
    )],
    variants: None,
};

const AREA: TableForm = TableForm {
    title: "[[area]]",
    about: "A local area.",
    keys: &[
        Key::required("name", Value::Text, "its name"),
        Key::required("code", Value::Text, "its code, such as the ONS code"),
        Key::required("region", Value::Text, "its region"),
        Key::optional("type", Value::Text, "what kind of authority it is"),
        Key::optional("also_known_as", Value::Texts, "other names in use"),
        Key::optional("neighbours", Value::Texts, "codes of statistical neighbours, nearest first"),
        Key::optional(
            "succeeded_by",
            Value::Texts,
            "codes of the areas that took over from it, if it was abolished",
        ),
    ],
    variants: None,
};

#[cfg(test)]
mod tests {
    use super::bare;

    #[test]
    fn one_area_has_one_bare_name() {
        for name in ["Bristol, City of", "the City of Bristol", "Bristol City Council", "BRISTOL  Local Area"]
        {
            assert_eq!(bare(name), "bristol", "{name}");
        }
        assert_eq!(bare("Stoke\u{2011}on\u{2011}Trent"), bare("Stoke-on-Trent"));
        assert_eq!(bare("Bournemouth, Christchurch & Poole"), bare("Bournemouth, Christchurch and Poole"));
    }
}
