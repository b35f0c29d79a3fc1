//! How far each family of letters got with a document, for the question why a letter was not found.

use super::letter::{Title, Titles};
use super::matching::Matching;
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
    let seen = Matching::new(&view);
    let titles = Titles { view: &view, rules };
    let mut recognitions = Vec::new();
    for block in 0..view.len() {
        let with_next = titles.with_next(block);
        let found =
            rules.families.iter().filter_map(|family| titles.title_at(family, block, with_next.as_ref()));
        recognitions.extend(found.map(|title| recognition(&view, &seen, &title)));
    }
    recognitions
}

fn recognition<'r>(view: &View<'_>, seen: &Matching<'_>, title: &Title<'r>) -> Recognition<'r> {
    let recognise = &title.family.recognise;
    let blocks = title.start(seen, 0)..title.end(seen, view.len());
    let mut stopped = Vec::new();
    stopped.extend(recognise.within.filter(|within| title.block >= *within).map(Stopped::Within));
    let first = |pattern: &Pattern, blocks| seen.first(std::slice::from_ref(pattern), blocks);
    let stands = |pattern: &&Pattern| first(pattern, title.block..blocks.end).is_some();
    stopped.extend(recognise.requires.iter().filter(|pattern| !stands(pattern)).map(Stopped::Requires));
    for pattern in &recognise.excludes {
        let excluded = first(pattern, blocks.clone());
        stopped.extend(excluded.map(|block| Stopped::Excludes(pattern, view.block(block).span)));
    }
    Recognition { family: title.family, title: title.span, stopped }
}
