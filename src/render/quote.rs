//! How words of a letter and their place are set.

use super::Look;
use super::wrap::{shorten, unbroken, wrap};
use crate::query::Cited;

/// A quotation in quotation marks, with its page after it.
pub fn quotation(cited: &Cited, look: Look, first: &str, indent: &str) -> String {
    let text = format!("“{}” ({})", cited.quote, unbroken(&cited.in_file()));
    wrap(&text, look.width, first, indent)
}

/// A quotation cut to `length` characters.
pub fn short_quotation(cited: &Cited, length: usize, look: Look, first: &str, indent: &str) -> String {
    let text = format!("“{}” ({})", shorten(&cited.quote, length), unbroken(&cited.in_file()));
    wrap(&text, look.width, first, indent)
}
