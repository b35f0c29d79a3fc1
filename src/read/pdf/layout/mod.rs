//! Text by its position on the page, for files without tags: runs make [`lines`], lines that repeat from
//! page to page go ([`furniture`]), and the others make paragraphs and list items ([`blocks`]).

mod blocks;
mod furniture;
mod lines;

use super::content::Content;
use super::flow::Flow;

/// The flow of the runs with these numbers, in the order of pages.
pub fn flow(content: &Content, runs: &[usize]) -> Vec<Flow> {
    let lines = furniture::without(lines::lines(content, runs));
    blocks::blocks(content, &lines)
}

/// Puts what was found by position where its page ends in a flow.
pub fn insert(flow: Vec<Flow>, found: Vec<Flow>) -> Vec<Flow> {
    let mut found = found.into_iter().peekable();
    let mut merged = Vec::with_capacity(flow.len() + found.len());
    for item in flow {
        let start = item.pages().map_or(0, |(first, _)| first);
        while let Some(earlier) = found.next_if(|found| found.pages().is_some_and(|(_, last)| last < start)) {
            merged.push(earlier);
        }
        merged.push(item);
    }
    merged.extend(found);
    merged
}
