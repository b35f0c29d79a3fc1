//! Ranges of text, their units, and the folding that matching works on.
//!
//! Inside the program a [`Span`] counts **bytes** of a document's canonical text. On the wire every span
//! counts **Unicode code points**; [`CodePoints`] converts, and only [`crate::record`] needs it.

mod citation;
mod code_points;
mod count;
mod fold;
mod span;
mod words;

pub use citation::{Citation, DIGITS, NoCitation, one_line};
pub use code_points::CodePoints;
pub use count::{Count, count};
pub use fold::{Folded, fold_char, fold_str};
pub use span::Span;
pub use words::{Word, WordReader};

/// Bytes in lower-case hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
