use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Anchor;
use crate::link::{LinkKind, Status};
use crate::record::{Decision, FindingKind, Judgement};

/// What a correction changes about the finding that it is anchored to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    Judgement(Judgement),
    /// Themes by id.
    AddTheme(String),
    RemoveTheme(String),
    /// How it goes together with a finding of another letter.
    Link(LinkChange),
    /// That the passage is a finding, which the rules do not see.
    FindingKind(FindingKind),
    /// What became of it, as of the letter of an id.
    #[serde(untagged)]
    Status {
        status: Status,
        as_of: String,
    },
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LinkChange {
    /// `None` takes a link away.
    #[serde(serialize_with = "kind_or_none")]
    pub kind: Option<LinkKind>,
    #[serde(flatten)]
    pub other: Anchor,
}

/// The names of statuses, as files and options have them.
pub const STATUSES: [&str; 7] =
    ["new", "persisted", "resolved", "recurred", "not_carried_forward", "not_yet_judged", "unknown"];

/// The names of kinds of links, and `none` for no link.
pub const LINKS: [&str; 5] = ["same", "restated", "carries_on", "related", NO_LINK];

const NO_LINK: &str = "none";

/// The value of a name in [`STATUSES`].
pub fn status(name: &str) -> Option<Status> {
    of_name(name)
}

/// The value of a name in [`LINKS`]: within, `None` is no link.
pub fn link_kind(name: &str) -> Option<Option<LinkKind>> {
    if name == NO_LINK { Some(None) } else { of_name(name).map(Some) }
}

fn of_name<T: DeserializeOwned>(name: &str) -> Option<T> {
    serde_json::from_value(name.into()).ok()
}

fn name_of(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

fn kind_or_none<S: serde::Serializer>(kind: &Option<LinkKind>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&link_name(*kind))
}

fn link_name(kind: Option<LinkKind>) -> String {
    kind.map_or_else(|| NO_LINK.to_owned(), |kind| name_of(&kind))
}

impl Change {
    pub fn what(&self) -> Decision {
        match self {
            Change::Judgement(_) => Decision::Judgement,
            Change::AddTheme(_) | Change::RemoveTheme(_) => Decision::Theme,
            Change::Status { .. } => Decision::Status,
            Change::Link(_) => Decision::Link,
            Change::FindingKind(_) => Decision::Finding,
        }
    }

    /// What it is changed to; `None` where something is taken away.
    pub fn to(&self) -> Option<String> {
        match self {
            Change::Judgement(judgement) => Some(judgement.name().to_owned()),
            Change::AddTheme(theme) => Some(theme.clone()),
            Change::RemoveTheme(_) => None,
            Change::Status { status, .. } => Some(name_of(status)),
            Change::Link(link) => link.kind.map(|kind| name_of(&kind)),
            Change::FindingKind(kind) => Some(kind.to_string()),
        }
    }

    /// Such as "judgement: sufficient", with the names of the file.
    pub fn in_words(&self) -> String {
        match self {
            Change::Judgement(judgement) => format!("judgement: {judgement}"),
            Change::AddTheme(theme) => format!("theme added: {theme}"),
            Change::RemoveTheme(theme) => format!("theme removed: {theme}"),
            Change::Status { status, as_of } => format!("status: {} as of {as_of}", name_of(status)),
            Change::Link(link) => {
                let (kind, other) = (link_name(link.kind), &link.other);
                format!("link: {kind}, with “{}” in {}", opening(&other.exact), other.letter)
            }
            Change::FindingKind(kind) => format!("finding added: {kind}"),
        }
    }
}

/// The first words of a passage, to know it by.
fn opening(passage: &str) -> String {
    let words: Vec<&str> = passage.split_whitespace().collect();
    match words.get(..8) {
        Some(first) if words.len() > 8 => format!("{} …", first.join(" ")),
        _ => passage.to_owned(),
    }
}
