//! Text files: decoded, cut to lines, and the lines put back together as the paragraphs they were.
//!
//! Text reaches people in two forms. Either each paragraph is a line and blank lines stand between, or the
//! lines are cut at a width, often with no blank line anywhere. [`paragraphs`] tells from the lines
//! themselves where one ends: a line that had room for the next line's first word ended its paragraph.

mod decode;
mod lines;
mod nest;
mod paragraphs;
mod running;
mod width;

pub(super) use decode::{encoding, other_encoding};

use super::{Clock, Limit, Limits, ReadError, Reading};
use crate::document::{Builder, MediaType};

/// Reads a text file in UTF-8, UTF-16 or Windows-1252.
///
/// # Errors
/// When it is binary, or takes longer than it may.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Reading, ReadError> {
    let clock = Clock::start(limits.time());
    let (text, warnings) = decode::decode(bytes)?;
    let lines = lines::lines(&text);
    let pages = lines.last().map_or(1, |line| line.page);
    let lines = running::without_running_lines(lines);
    let drafts = paragraphs::drafts(&lines, &clock);
    drop(lines);
    if clock.is_over() {
        return Err(ReadError::OverLimit("text", limits.exceeded(Limit::Seconds)));
    }
    let mut builder = Builder::new();
    for draft in drafts {
        builder.push(draft);
    }
    Ok(Reading { document: builder.finish(MediaType::PlainText, pages), warnings })
}

#[cfg(test)]
mod tests;
