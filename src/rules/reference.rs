//! The reference of rule files: every table and key, made from the forms that the files are checked against.

use super::form::{Key, TableForm, Value};
use super::{family, fragments, gazetteer, holidays, links, names, pack, passages, synonyms, theme};

/// The files of a pack, in the order in which one is written.
pub(super) const FILES: [(&str, &TableForm); 9] = [
    ("pack", &pack::FORM),
    ("vocabulary", &names::FORM),
    ("family", &family::FORM),
    ("fragments", &fragments::FORM),
    ("theme", &theme::FORM),
    ("asides", &theme::ASIDES),
    ("areas", &gazetteer::FORM),
    ("bank-holidays", &holidays::FORM),
    ("synonyms", &synonyms::FORM),
];

/// `links.toml` stands last: few packs have one.
pub(super) const LINKS: (&str, &TableForm) = ("links", &links::FORM);

const HEAD: &str = "\
# The keys of rule files

Made from the program by `throughline rules reference`; [rules.md](rules.md) says how to write a pack.
A key in **bold** must be there.
";

/// The reference as Markdown.
pub fn reference() -> String {
    let mut out = HEAD.to_owned();
    for (_, form) in FILES.iter().chain([&LINKS]) {
        push(&mut out, form, 2);
    }
    push(&mut out, &passages::FORM, 2);
    out
}

fn push(out: &mut String, form: &TableForm, depth: usize) {
    let title = form.title;
    let title = if title.contains(['[', '.']) { format!("`{title}`") } else { title.to_owned() };
    out.push_str(&format!("\n{} {title}\n{}\n\n", "#".repeat(depth), form.about));
    push_keys(out, form.keys);
    for variants in form.variants.iter() {
        for (value, keys) in variants.forms {
            out.push_str(&format!("\nWith `{} = \"{value}\"`:\n\n", variants.key));
            push_keys(out, keys);
        }
    }
    let more = form.variants.iter().flat_map(|variants| variants.forms).flat_map(|(_, keys)| *keys);
    for key in form.keys.iter().chain(more) {
        if let Value::Table(inner) | Value::Tables(inner) = key.value {
            push(out, inner, (depth + 1).min(4));
        }
    }
}

fn push_keys(out: &mut String, keys: &[Key]) {
    out.push_str("| key | value | meaning |\n| --- | --- | --- |\n");
    for key in keys {
        let name = if key.required { format!("**`{}`**", key.name) } else { format!("`{}`", key.name) };
        out.push_str(&format!("| {name} | {} | {} |\n", in_words(key.value), key.about));
    }
}

fn in_words(value: Value) -> String {
    let quoted = |words: &[&str]| words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    match value {
        Value::Text => "a string".to_owned(),
        Value::Texts => "a string, or a list of them".to_owned(),
        Value::Number => "a number".to_owned(),
        Value::Flag => "`true` or `false`".to_owned(),
        Value::Patterns(groups) if groups.named.is_empty() => "a pattern, or a list of them".to_owned(),
        Value::Patterns(groups) => {
            let kinds = if groups.finding_kinds { ", or a kind of findings" } else { "" };
            format!("a pattern, or a list of them; groups: {}{kinds}", quoted(groups.named))
        }
        Value::Phrases => "a pattern of whole words, or a list of them".to_owned(),
        Value::Passages => "a passage, or a list of them".to_owned(),
        Value::OneOf(words) => format!("one of {}", quoted(words)),
        Value::SomeOf(words) => format!("one of {}, or a list of them", quoted(words)),
        Value::Levels => "a number from 1 to 9, or a list of them".to_owned(),
        Value::Name(list) => format!("a name of a `[[{}]]` in the vocabulary", list.table()),
        Value::Table(_) => "a table".to_owned(),
        Value::Tables(_) => "tables".to_owned(),
        Value::Entries => "a table of strings, with names of your own".to_owned(),
    }
}
