//! Answers as text: for the terminal, and as Markdown.
//!
//! Nothing here prints. A [`Look`] says how wide the text may be and whether it may use colour; in a pipe it
//! is 80 columns wide and plain.

pub mod brief;
pub mod compare;
pub mod corrections;
pub mod ingest;
pub mod list;
mod look;
pub mod picture;
mod quote;
pub mod rules;
pub mod search;
pub mod show;
mod table;
pub mod trace;
mod wrap;

pub use look::Look;
