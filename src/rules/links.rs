use super::form::{Key, TableForm, Value};
use super::lower::Table;

/// How findings of successive letters are compared, as the pack's `links.toml` has it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LinkRules {
    pub frameworks: Vec<Framework>,
    pub weights: LinkWeights,
    pub thresholds: LinkThresholds,
    /// Words that say nothing of what a finding is about.
    pub ignored: Vec<String>,
    /// Words and phrases that stand in findings of many kinds.
    pub common: Vec<String>,
}

/// A family of letters that follow each other, by the kinds of its letters.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Framework {
    pub title: String,
    /// Letters that name weaknesses in a list of their own.
    pub starts: Vec<String>,
    /// Letters that go through the list of the letter before them.
    pub repeats: Vec<String>,
    /// Letters that name some weaknesses in passing.
    pub mentions: Vec<String>,
}

/// How much each comparison counts.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct LinkWeights {
    pub words: f64,
    pub themes: f64,
    /// The least that words must come to for a theme to count.
    pub words_with_theme: f64,
    /// Of the words, where they say more than words and themes together.
    pub words_alone: f64,
    /// Of a common word beside another.
    pub common_words: f64,
    pub same_number: f64,
}

/// How much is enough, from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinkThresholds {
    pub repeated: f64,
    pub mentioned: f64,
    pub carried_on: f64,
    pub related: f64,
    pub evidence: f64,
    /// Of the strongest finding's strength, for others that a bullet is evidence for.
    pub beside_strongest: f64,
}

impl LinkRules {
    /// The rules of a `links.toml`. What is missing is reported, and left so that it links nothing.
    pub fn lower(root: &Table<'_>) -> Self {
        let frameworks = root.tables("frameworks").iter().map(lower_framework).collect();
        let mut rules = Self { frameworks, ..Self::default() };
        if let Some(table) = root.table("weights") {
            rules.weights = LinkWeights::lower(&table);
        }
        if let Some(table) = root.table("thresholds") {
            rules.thresholds = LinkThresholds::lower(&table);
        }
        if let Some(table) = root.table("words") {
            (rules.ignored, rules.common) = (texts(&table, "ignored"), texts(&table, "common"));
        }
        rules
    }
}

impl LinkWeights {
    fn lower(table: &Table<'_>) -> Self {
        let of = |key| table.number(key).unwrap_or_default();
        Self {
            words: of("words"),
            themes: of("themes"),
            words_with_theme: of("words_with_theme"),
            words_alone: of("words_alone"),
            common_words: of("common_words"),
            same_number: of("same_number"),
        }
    }
}

impl LinkThresholds {
    fn lower(table: &Table<'_>) -> Self {
        let of = |key| table.number(key).unwrap_or(f64::INFINITY);
        Self {
            repeated: of("repeated"),
            mentioned: of("mentioned"),
            carried_on: of("carried_on"),
            related: of("related"),
            evidence: of("evidence"),
            beside_strongest: of("beside_strongest"),
        }
    }
}

/// Without a `links.toml` nothing is enough.
impl Default for LinkThresholds {
    fn default() -> Self {
        let never = f64::INFINITY;
        Self {
            repeated: never,
            mentioned: never,
            carried_on: never,
            related: never,
            evidence: never,
            beside_strongest: never,
        }
    }
}

fn lower_framework(table: &Table<'_>) -> Framework {
    Framework {
        title: table.text("title").map(|text| text.value).unwrap_or_default(),
        starts: texts(table, "starts"),
        repeats: texts(table, "repeats"),
        mentions: texts(table, "mentions"),
    }
}

fn texts(table: &Table<'_>, key: &'static str) -> Vec<String> {
    table.texts(key).into_iter().map(|text| text.value).collect()
}

pub(super) const FORM: TableForm = TableForm {
    title: "links.toml",
    about: "How findings of successive letters are compared. Without it none are linked.",
    keys: &[
        Key::optional("frameworks", Value::Tables(&FRAMEWORK), "how letters follow each other"),
        Key::required("weights", Value::Table(&WEIGHTS), "how much each comparison counts"),
        Key::required("thresholds", Value::Table(&THRESHOLDS), "how much is enough"),
        Key::required("words", Value::Table(&WORDS), "words that say little"),
    ],
    variants: None,
};

const FRAMEWORK: TableForm = TableForm {
    title: "[[frameworks]]",
    about: "A family of letters that follow each other.",
    keys: &[
        Key::required("title", Value::Text, "what it is"),
        Key::optional("starts", Value::Texts, "kinds of letters that name weaknesses in a list of their own"),
        Key::optional("repeats", Value::Texts, "those that go through the list of the letter before them"),
        Key::optional("mentions", Value::Texts, "those that name some weaknesses in passing"),
    ],
    variants: None,
};

const WEIGHTS: TableForm = TableForm {
    title: "[weights]",
    about: "How much each comparison counts, from 0 to 1.",
    keys: &[
        Key::required("words", Value::Number, "the words that two findings share"),
        Key::required("themes", Value::Number, "the rarest theme that both are about"),
        Key::required(
            "words_with_theme",
            Value::Number,
            "the least that words must come to for a theme to count",
        ),
        Key::required(
            "words_alone",
            Value::Number,
            "the words, where they say more than words and themes together",
        ),
        Key::required("common_words", Value::Number, "a common word beside another"),
        Key::required("same_number", Value::Number, "the same number in a repeated list"),
    ],
    variants: None,
};

const THRESHOLDS: TableForm = TableForm {
    title: "[thresholds]",
    about: "How much is enough, from 0 to 1.",
    keys: &[
        Key::required("repeated", Value::Number, "for an item of a repeated list"),
        Key::required("mentioned", Value::Number, "for a mention"),
        Key::required("carried_on", Value::Number, "for a matter that goes on in another list"),
        Key::required("related", Value::Number, "for findings that have something in common"),
        Key::required("evidence", Value::Number, "for a bullet that is evidence for a finding"),
        Key::required(
            "beside_strongest",
            Value::Number,
            "of the strongest finding's strength, for others that the bullet is evidence for",
        ),
    ],
    variants: None,
};

const WORDS: TableForm = TableForm {
    title: "[words]",
    about: "Words that say little.",
    keys: &[
        Key::optional("ignored", Value::Texts, "nothing of what a finding is about"),
        Key::optional("common", Value::Texts, "that stand in findings of many kinds"),
    ],
    variants: None,
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::lower::{Faults, parse};
    use crate::rules::source::RuleFile;

    fn lower(text: &str) -> (LinkRules, Vec<String>) {
        let file = RuleFile { path: "links.toml".into(), text: text.into() };
        let (faults, mut rules) = (Faults::default(), LinkRules::default());
        parse(&file, &FORM, &faults, |root| rules = LinkRules::lower(root));
        (rules, faults.into_inner().into_iter().map(|fault| fault.message).collect())
    }

    #[test]
    fn what_is_missing_is_reported_and_links_nothing() {
        let (rules, faults) =
            lower("[weights]\nwords = 1\n[thresholds]\nrelated = 0.2\n[words]\nignored = \"a\"");
        assert_eq!((rules.weights.words, rules.thresholds.related), (1.0, 0.2));
        assert!(rules.thresholds.carried_on > 1.0);
        assert!(faults.contains(&"`carried_on` is missing".to_owned()), "{faults:?}");
        assert_eq!(rules.ignored, ["a"]);
    }

    #[test]
    fn the_built_in_pack_has_rules_for_links() {
        let built_in = crate::rules::built_in().rules;
        let rules = built_in.links("send");
        assert_eq!(rules.frameworks.len(), 2);
        assert!(rules.thresholds.related < rules.thresholds.carried_on);
    }
}
