//! How far each family of letters got with a document, for the question why a letter was not found.

use super::letter::{Title, Titles};
use super::view::View;
use crate::document::Document;
use crate::rules::pattern::Pattern;
use crate::rules::{Family, RuleSet};
use crate::text::Span;

/// What a family made of a block that is a title of its letters.
#[derive(Debug)]
pub struct Recognition<'r> {
    pub family: &'r Family,
    pub title: Span,
    pub stopped: Vec<Stopped<'r>>,
}

/// What kept a letter from being found under a title.
#[derive(Debug)]
pub enum Stopped<'r> {
    /// The title does not stand among the first so many blocks of the file.
    Within(usize),
    /// No block after the title matches.
    Requires(&'r Pattern),
    /// A block of the letter matches.
    Excludes(&'r Pattern, Span),
}

/// Every block that is the title of some family's letters.
pub fn recognitions<'r>(document: &Document, rules: &'r RuleSet) -> Vec<Recognition<'r>> {
    let view = View::new(document);
    let titles = Titles { view: &view, rules };
    let mut recognitions = Vec::new();
    for block in 0..view.len() {
        let with_next = titles.with_next(block);
        let found =
            rules.families.iter().filter_map(|family| titles.title_at(family, block, with_next.as_ref()));
        recognitions.extend(found.map(|title| recognition(&view, &title)));
    }
    recognitions
}

fn recognition<'r>(view: &View<'_>, title: &Title<'r>) -> Recognition<'r> {
    let recognise = &title.family.recognise;
    let blocks = title.start(view, 0)..title.end(view, view.len());
    let mut stopped = Vec::new();
    stopped.extend(recognise.within.filter(|within| title.block >= *within).map(Stopped::Within));
    let stands =
        |pattern: &&Pattern| (title.block..blocks.end).any(|block| pattern.is_match(view.folded(block)));
    stopped.extend(recognise.requires.iter().filter(|pattern| !stands(pattern)).map(Stopped::Requires));
    for pattern in &recognise.excludes {
        let excluded = blocks.clone().find(|&block| pattern.is_match(view.folded(block)));
        stopped.extend(excluded.map(|block| Stopped::Excludes(pattern, view.block(block).span)));
    }
    Recognition { family: title.family, title: title.span, stopped }
}
