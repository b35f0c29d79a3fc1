use std::fmt;

/// Why a correction is not applied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// No letter of its area, kind and time is held.
    NoLetter { letter: String },
    /// The words are not in the letter.
    NoWords { letter: String },
    /// The words are in the letter, and the rules take no finding from there.
    NoFinding { letter: String },
    /// The words stand in several places that what stands around them does not tell apart.
    Several { letter: String, ids: Vec<String> },
    /// The rules have no such name.
    NoName { what: &'static str, name: String, near: Option<String> },
    /// The letter of a status is older than the finding.
    TooEarly { letter: String },
    /// A link goes between two findings of one letter.
    SameLetter { letter: String },
}

/// What is the matter, as the end of a sentence about the correction.
impl fmt::Display for Lost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Lost::NoLetter { letter } => write!(f, "no letter like {letter} is held"),
            Lost::NoWords { letter } => write!(f, "its words are not in {letter}"),
            Lost::NoFinding { letter } => {
                write!(f, "its words are in {letter}, but the rules take no finding from there")
            }
            Lost::Several { letter, ids } if ids.is_empty() => {
                write!(f, "its words stand more than once in {letter}")
            }
            Lost::Several { letter, ids } => {
                write!(f, "its words fit several findings of {letter}: {}", ids.join(", "))
            }
            Lost::NoName { what, name, .. } => write!(f, "the rules have no {what} called “{name}”"),
            Lost::TooEarly { letter } => write!(f, "{letter} is older than the finding"),
            Lost::SameLetter { letter } => write!(f, "both findings are in {letter}"),
        }
    }
}

impl Lost {
    /// What to do about it.
    pub fn help(&self) -> String {
        match self {
            Lost::NoLetter { .. } => {
                "ingest the letter, or give `letter` the id that `throughline list --json` has for it"
                    .to_owned()
            }
            Lost::NoWords { .. } => {
                "give `exact` the words as `throughline show` has them, or delete the correction".to_owned()
            }
            Lost::NoFinding { .. } => {
                "add the finding first, with `throughline correct --add-finding`, or delete the correction"
                    .to_owned()
            }
            Lost::Several { .. } => {
                "give more of the words in `exact`, or those around them in `prefix` and `suffix`".to_owned()
            }
            Lost::NoName { near: Some(near), .. } => format!("did you mean “{near}”?"),
            Lost::NoName { near: None, .. } => "`throughline rules list` gives the names".to_owned(),
            Lost::TooEarly { .. } => "give the finding's own letter, or a later one".to_owned(),
            Lost::SameLetter { .. } => "links go between findings of two letters".to_owned(),
        }
    }
}
