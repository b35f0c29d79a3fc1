//! One table of the file, with every fault told where it stands.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::change::{self, Change, LINKS, LinkChange, STATUSES};
use super::{Anchor, Correction};
use crate::diagnostic::Diagnostic;
use crate::record::{FindingKind, Judgement, PartialDate};
use crate::rules::nearest;

const ANCHOR: [&str; 4] = ["letter", "exact", "prefix", "suffix"];
const CHANGES: [&str; 6] = ["judgement", "add_theme", "remove_theme", "status", "link", "finding_kind"];
const ABOUT: [&str; 4] = ["as_of", "by", "date", "why"];

/// The file that tables stand in, and what is wrong with them.
pub struct Source<'a> {
    pub path: &'a Path,
    pub text: Arc<str>,
    pub faults: Vec<Diagnostic>,
}

impl Source<'_> {
    pub fn fault(&mut self, message: impl Into<String>, at: Range<usize>, help: impl Into<String>) {
        let fault = Diagnostic::error("correction-fault", message).in_file(self.path);
        self.faults.push(fault.at(self.text.clone(), at, "here").help(help));
    }
}

type Value<'a> = Spanned<DeValue<'a>>;

/// A table and where it stands.
struct Entry<'a, 's, 'p> {
    table: &'a DeTable<'a>,
    at: Range<usize>,
    source: &'s mut Source<'p>,
}

/// Reads a `[[correction]]`; `None` where something is wrong with it, which `source` then holds.
pub fn read(value: &Value<'_>, source: &mut Source<'_>) -> Option<Correction> {
    let before = source.faults.len();
    let mut entry = Entry::open(value, source)?;
    entry.knows(&[&ANCHOR[..], &CHANGES, &ABOUT].concat());
    let anchor = entry.anchor();
    let change = entry.change();
    let date = entry.date();
    let (by, why) = (entry.wanted("by"), entry.wanted("why"));
    let at = entry.find("exact").map_or_else(|| entry.at.clone(), |value| value.span());
    let correction = Correction { anchor: anchor?, change: change?, by: by?.0, date: date?, why: why?.0, at };
    (source.faults.len() == before).then_some(correction)
}

impl<'a, 's, 'p> Entry<'a, 's, 'p> {
    fn open(value: &'a Value<'a>, source: &'s mut Source<'p>) -> Option<Self> {
        match value.get_ref() {
            DeValue::Table(table) => Some(Self { table, at: value.span(), source }),
            _ => {
                source.fault(
                    "this must be a table",
                    value.span(),
                    "write [[correction]] with its keys below",
                );
                None
            }
        }
    }

    /// Tells of every key that is not among `keys`.
    fn knows(&mut self, keys: &[&str]) {
        for (name, _) in self.table.iter().filter(|(name, _)| !keys.contains(&name.get_ref().as_ref())) {
            let help = match nearest(name.get_ref(), keys.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!("the keys here are: {}", keys.join(", ")),
            };
            self.source.fault(format!("unknown key `{}`", name.get_ref()), name.span(), help);
        }
    }

    fn find(&self, key: &str) -> Option<&'a Value<'a>> {
        self.table.iter().find(|(name, _)| name.get_ref() == key).map(|(_, value)| value)
    }

    /// A string, if the key is there.
    fn text(&mut self, key: &str) -> Option<(String, Range<usize>)> {
        let value = self.find(key)?;
        match value.get_ref() {
            DeValue::String(text) => Some((text.to_string(), value.span())),
            _ => {
                let help = format!("write {key} = \"...\"");
                self.source.fault(format!("`{key}` must be a string"), value.span(), help);
                None
            }
        }
    }

    /// A string that must be there and say something.
    fn wanted(&mut self, key: &str) -> Option<(String, Range<usize>)> {
        if self.find(key).is_none() {
            self.missing(key);
        }
        let (text, at) = self.text(key)?;
        if text.trim().is_empty() {
            self.source.fault(format!("`{key}` is empty"), at, about(key));
            return None;
        }
        Some((text, at))
    }

    fn missing(&mut self, key: &str) {
        self.source.fault(format!("`{key}` is missing"), self.at.clone(), about(key));
    }

    fn anchor(&mut self) -> Option<Anchor> {
        let (letter, exact) = (self.wanted("letter"), self.wanted("exact"));
        let mut beside = |key| self.text(key).map(|(text, _)| text).unwrap_or_default();
        let (prefix, suffix) = (beside("prefix"), beside("suffix"));
        Some(Anchor { letter: letter?.0, exact: exact?.0, prefix, suffix })
    }

    /// A date, in quotation marks or without.
    fn date(&mut self) -> Option<PartialDate> {
        let Some(value) = self.find("date") else {
            self.missing("date");
            return None;
        };
        let text = match value.get_ref() {
            DeValue::String(text) => text.to_string(),
            DeValue::Datetime(date) => date.to_string(),
            _ => String::new(),
        };
        let date = PartialDate::parse_iso(&text);
        if date.is_none() {
            self.source.fault("`date` is not a date", value.span(), about("date"));
        }
        date
    }

    /// The one change that the correction makes.
    fn change(&mut self) -> Option<Change> {
        let made: Vec<&str> = CHANGES.into_iter().filter(|key| self.find(key).is_some()).collect();
        let [key] = made[..] else {
            let message = match made.is_empty() {
                true => "it does not say what to change".to_owned(),
                false => format!("it changes several things: {}", made.join(", ")),
            };
            let help =
                format!("give one of: {}; another change is another [[correction]]", CHANGES.join(", "));
            self.source.fault(message, self.at.clone(), help);
            return None;
        };
        match key {
            "judgement" => {
                Some(Change::Judgement(self.named(key, Judgement::NAMES, Judgement::from_name)?))
            }
            "add_theme" => Some(Change::AddTheme(self.wanted(key)?.0)),
            "remove_theme" => Some(Change::RemoveTheme(self.wanted(key)?.0)),
            "status" => {
                let status = self.named(key, &STATUSES, change::status);
                let as_of = self.wanted("as_of");
                Some(Change::Status { status: status?, as_of: as_of?.0 })
            }
            "link" => self.link().map(Change::Link),
            _ => Some(Change::FindingKind(FindingKind::new(&self.wanted(key)?.0))),
        }
    }

    fn link(&mut self) -> Option<LinkChange> {
        let value = self.find("link")?;
        let mut link = Entry::open(value, self.source)?;
        link.knows(&[&ANCHOR[..], &["kind"]].concat());
        let (other, kind) = (link.anchor(), link.named("kind", &LINKS, change::link_kind));
        Some(LinkChange { kind: kind?, other: other? })
    }

    /// A string that names a value.
    fn named<T>(&mut self, key: &str, names: &[&str], value: impl Fn(&str) -> Option<T>) -> Option<T> {
        let (text, at) = self.wanted(key)?;
        let value = value(&text);
        if value.is_none() {
            let help = match nearest(&text, names.iter().copied()) {
                Some(near) => format!("did you mean \"{near}\"?"),
                None => format!("it is one of: {}", names.join(", ")),
            };
            self.source.fault(format!("`{key}` cannot be \"{text}\""), at, help);
        }
        value
    }
}

/// What a key is for.
fn about(key: &str) -> &'static str {
    match key {
        "letter" => "`letter` is the letter's id, as `throughline list --json` has it",
        "exact" => "`exact` is the finding's statement, or a passage of the letter",
        "by" => "`by` is the name of whoever decided it",
        "date" => "`date` is the day it was decided, such as 2026-11-24",
        "why" => "`why` is the reason, for whoever reads it later",
        "as_of" => "`as_of` is the id of the letter that tells the status",
        "kind" => "`kind` is one of: same, restated, carries_on, related, none",
        _ => "give it a value, or leave it out",
    }
}
