//! Answers as text: for the terminal, and as Markdown.
//!
//! Nothing here prints. A [`Look`] says how wide the text may be and whether it may use colour; in a pipe it
//! is 80 columns wide and plain.

pub mod brief;
pub mod chart;
pub mod compare;
pub mod contradictions;
pub mod corrections;
pub mod coverage;
pub mod explain;
pub mod ingest;
pub mod list;
mod look;
pub mod picture;
mod quote;
pub mod rules;
pub mod rules_diff;
pub mod search;
pub mod settings;
pub mod show;
mod table;
pub mod timeline;
pub mod trace;
pub mod verify;
pub mod why_not;
mod wording;
mod wrap;

pub use look::Look;
pub use wrap::wrap;
