//! Questions and their answers, as typed data: filters, the list of letters, search, trace, compare, brief.
//!
//! A [`Library`] is what questions are asked of. Each answer serialises to what `--json` prints, and
//! [`crate::render`] turns it into text. Whatever an answer says of a letter carries a [`Cited`].

pub mod brief;
mod cited;
pub mod compare;
pub mod contradictions;
pub mod coverage;
pub mod explain;
mod filter;
mod find;
mod library;
pub mod list;
pub mod matter;
pub mod rules;
pub mod rules_diff;
pub mod search;
pub mod show;
pub mod timeline;
pub mod trace;
pub mod why_not;
pub mod wording;
pub mod words;

pub use cited::{Cited, file_name};
pub use filter::{DateBound, FindingFilter, LetterFilter};
pub use find::{Found, NotFound, find};
pub use library::{Library, Story};
