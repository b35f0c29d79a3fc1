//! Web pages, as a browser or a word processor saves them.
//!
//! [`decode`] gives the characters, [`parse`] the tree, with the end tags that people leave out ([`implied`]).
//! [`walk`] goes through it with [`lists`] and [`table`] and leaves out what is no part of the text
//! ([`left_out`]). What inline styles and plain class rules say of weight and word processors' lists is read
//! in [`style`]. From there on web pages and Word files go the same way: [`super::marked`].

mod decode;
mod implied;
mod left_out;
mod lists;
mod parse;
mod style;
mod table;
mod walk;

use super::marked;
use super::{Clock, Limit, Limits, ReadError, Reading};
use crate::document::MediaType;

/// Reads a web page.
///
/// # Errors
/// When the page is over a limit, or holds no text.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Reading, ReadError> {
    let over = |limit| ReadError::OverLimit("web page", limits.exceeded(limit));
    if bytes.len() > limits.size(Limit::StreamBytes) {
        return Err(over(Limit::StreamBytes));
    }
    let clock = Clock::start(limits.time());
    let (text, warnings) = decode::decode(bytes);
    let tree = parse::parse(&text, limits).ok_or(over(Limit::Nodes))?;
    let flow = walk::flow(&tree, &clock);
    if clock.is_over() {
        return Err(over(Limit::Seconds));
    }
    let document = marked::document(flow, MediaType::Html, 1);
    if document.text().is_empty() {
        return Err(ReadError::NoText("web page"));
    }
    Ok(Reading { document, warnings })
}

#[cfg(test)]
mod tests;
