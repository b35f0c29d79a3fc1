use serde::{Deserialize, Serialize};

use super::PartialDate;

/// What a person decided about a finding in place of the rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    pub what: Decision,
    /// As it was before, where that is known: a judgement, or a theme that was taken away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// A judgement, theme, status, kind of link or kind of finding; absent where something was taken away.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// The id of the letter that a status is as of, or of a link's other finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    pub by: String,
    pub date: PartialDate,
    pub why: String,
}

/// What about a finding was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// That there is one.
    Finding,
    Judgement,
    Theme,
    Status,
    Link,
}

impl Decision {
    pub fn name(self) -> &'static str {
        match self {
            Decision::Finding => "finding",
            Decision::Judgement => "judgement",
            Decision::Theme => "theme",
            Decision::Status => "status",
            Decision::Link => "link",
        }
    }
}
