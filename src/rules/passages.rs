//! The passages that a rule carries: what it must match and give, and what it must not match.

use super::form::{Key, TableForm, Value};
use super::lower::{Table, Text};
use super::pattern::Pattern;
use crate::diagnostic::Severity;
use crate::text::Folded;

/// A passage of a rule, with the words that named groups must take from it.
pub struct Passage {
    pub text: Text,
    pub gives: Vec<(Text, Text)>,
}

/// What a rule takes from a text: its named groups, each with the words it took.
pub type Given = Vec<(String, String)>;

/// What the first of the patterns that matches gives.
pub fn given(patterns: &[Pattern], text: &Folded) -> Option<Given> {
    let captures = patterns.iter().find_map(|pattern| pattern.captures(text))?;
    let mut given = Given::new();
    for name in patterns.iter().flat_map(Pattern::groups) {
        let words = captures.name(name).filter(|_| given.iter().all(|(known, _)| known != name));
        given.extend(words.map(|words| (name.to_owned(), words.as_str().trim().to_owned())));
    }
    Some(given)
}

/// Tries a rule on its passages and reports each that does not do what it must. `groups` says whether the rule gives
/// more than that it matches.
pub fn try_all(table: &Table<'_>, groups: bool, rule: impl Fn(&Folded) -> Option<Given>) {
    let (matches, rejects) = (table.passages("matches"), table.passages("rejects"));
    for passage in &matches {
        match rule(&Folded::new(&passage.text.value, 0)) {
            None => fail(
                table,
                &passage.text,
                "the rule does not match a passage that it must match",
                "widen the pattern, or correct the passage",
            ),
            Some(given) => compare(table, passage, &given),
        }
    }
    for passage in &rejects {
        if rule(&Folded::new(&passage.text.value, 0)).is_some() {
            fail(
                table,
                &passage.text,
                "the rule matches a passage that it must not match",
                "narrow the pattern, or move the passage to `matches`",
            );
        }
    }
    report_untested(table, &matches, &rejects, groups.then_some(&rule));
}

fn compare(table: &Table<'_>, passage: &Passage, given: &Given) {
    for (group, wanted) in &passage.gives {
        let found = given.iter().find(|(name, _)| *name == group.value).map(|(_, words)| words.as_str());
        let wanted_words = Folded::new(&wanted.value, 0);
        if found.is_some_and(|found| Folded::new(found, 0).as_str() == wanted_words.as_str()) {
            continue;
        }
        let message = match found {
            Some(found) => format!("the rule gives `{}` as \u{201c}{found}\u{201d}", group.value),
            None => format!("the rule gives no `{}`", group.value),
        };
        fail(table, wanted, &message, "correct the pattern, or what `gives` says");
    }
}

fn fail(table: &Table<'_>, place: &Text, message: &str, help: &str) {
    table.faults().push(table.fault("rule-passage", message, place.span.clone()).help(help));
}

/// Says once of a rule all that its passages lack.
fn report_untested(
    table: &Table<'_>,
    matches: &[Passage],
    rejects: &[Passage],
    gives: Option<&impl Fn(&Folded) -> Option<Given>>,
) {
    let lists = [(matches, "matches"), (rejects, "rejects")];
    let absent: Vec<&str> = lists.iter().filter(|(it, _)| it.is_empty()).map(|(_, key)| *key).collect();
    let mut place = table.span();
    let (mut lacks, mut help) = (Vec::new(), Vec::new());
    if !absent.is_empty() {
        let keys: Vec<String> = absent.iter().map(|key| format!("`{key}`")).collect();
        lacks.push(format!("the rule has no {} passage", keys.join(" and no ")));
        let wanted: Vec<String> = absent.iter().map(|key| format!("{key} = [\"...\"]")).collect();
        help.push(format!("add {} with words in the form of a letter's", wanted.join(" and ")));
    }
    if let Some((at, how)) = gives.and_then(|rule| ungiven(matches, rule)) {
        if absent.is_empty() {
            place = at.span.clone();
        }
        lacks.push("no passage of the rule says what it gives".to_owned());
        help.push(how);
    }
    if !lacks.is_empty() {
        let mut warning = table.fault("rule-untested", lacks.join(", and "), place);
        warning.severity = Severity::Warning;
        table.faults().push(warning.help(help.join("; ")));
    }
}

/// A rule that gives something must say for one passage what that is: a passage that does not, and what it might say.
fn ungiven(matches: &[Passage], rule: impl Fn(&Folded) -> Option<Given>) -> Option<(&Text, String)> {
    let first = matches.first().filter(|_| matches.iter().all(|passage| passage.gives.is_empty()))?;
    let given = matches.iter().find_map(|passage| {
        let given = rule(&Folded::new(&passage.text.value, 0)).filter(|given| !given.is_empty())?;
        Some((passage, given))
    });
    Some(match given {
        Some((passage, given)) => {
            (&passage.text, format!("if it is right, write {}", written(passage, &given)))
        }
        None => (&first.text, "add one from which its groups take words".to_owned()),
    })
}

/// A passage with what it gives, as a rule file has it.
fn written(passage: &Passage, given: &Given) -> String {
    let quoted = |text: &str| toml::Value::String(text.to_owned()).to_string();
    let gives: Vec<String> =
        given.iter().map(|(group, words)| format!("{group} = {}", quoted(words))).collect();
    format!("{{ passage = {}, gives = {{ {} }} }}", quoted(&passage.text.value), gives.join(", "))
}

/// Whether any of the patterns has a named group.
pub fn have_groups(patterns: &[Pattern]) -> bool {
    patterns.iter().any(|pattern| pattern.groups().next().is_some())
}

/// The form of a passage that says what it gives.
pub const FORM: TableForm = TableForm {
    title: "a passage",
    about: "A passage in the form of a letter's, and what the rule gives from it.",
    keys: &[
        Key::required("passage", Value::Text, "the passage"),
        Key::optional("gives", Value::Entries, "each group of the pattern with the words it takes"),
    ],
    variants: None,
};
