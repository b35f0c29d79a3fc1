use std::collections::BTreeSet;

use super::{Asked, Taken};
use crate::document::{Block, Document};
use crate::extract::LetterReading;
use crate::query::explain::RuleAt;
use crate::text::fold_str;

/// The blocks that hold `text`, or part of it where it runs over several.
pub fn find(document: &Document, text: &str, page: Option<u32>) -> Vec<usize> {
    let wanted = plain(text);
    let blocks = on_page(document, page);
    let held: Vec<usize> =
        blocks.iter().copied().filter(|&block| plain_block(document, block).contains(&wanted)).collect();
    if !held.is_empty() {
        return held;
    }
    let holds = |run: &[usize]| {
        let texts: Vec<String> = run.iter().map(|&block| plain_block(document, block)).collect();
        texts.join(" ").contains(&wanted)
    };
    let run = (2..=LONGEST_RUN).find_map(|length| blocks.windows(length).find(|run| holds(run)));
    run.map(<[usize]>::to_vec).unwrap_or_default()
}

/// A text that is asked about runs over at most so many blocks.
const LONGEST_RUN: usize = 5;

/// The block that has most of the words of `text`, where one has half of them.
pub fn nearest(document: &Document, text: &str, page: Option<u32>) -> Option<usize> {
    let wanted = words(&plain(text));
    let shared = |block: usize| words(&plain_block(document, block)).intersection(&wanted).count();
    let blocks = on_page(document, page).into_iter().rev();
    let (shared, nearest) = blocks.map(|block| (shared(block), block)).max_by_key(|(shared, _)| *shared)?;
    (shared * 2 >= wanted.len()).then_some(nearest)
}

fn words(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn on_page(document: &Document, page: Option<u32>) -> Vec<usize> {
    let stands = |block: &Block| {
        let Some(page) = page else { return true };
        document.provenance().pages_of(block.span).is_some_and(|(first, last)| (first..=last).contains(&page))
    };
    (0..document.blocks().len()).filter(|&block| stands(&document.blocks()[block])).collect()
}

fn plain_block(document: &Document, block: usize) -> String {
    plain(document.slice(document.blocks()[block].span))
}

fn plain(text: &str) -> String {
    fold_str(text).trim().to_lowercase()
}

/// The rules that took a block or words of it.
pub fn taken(asked: &Asked<'_, '_>, letter: &LetterReading<'_>, block: usize) -> Vec<Taken> {
    let span = asked.document.blocks()[block].span;
    let fired = letter.fired.iter().filter(|fired| fired.span.overlaps(span));
    let mut taken: Vec<Taken> = Vec::new();
    for fired in fired {
        let rule = RuleAt::new(&fired.rule, asked.rules);
        let quote = asked.document.slice(fired.span).to_owned();
        let it = Taken { rule, gave: fired.gave.words(), quote };
        if !taken.contains(&it) {
            taken.push(it);
        }
    }
    let claimed = letter.claimed_by(block).filter(|rule| taken.iter().all(|it| it.rule.id != *rule));
    taken.extend(claimed.map(|rule| Taken {
        rule: RuleAt::new(rule, asked.rules),
        gave: "a block of what it found",
        quote: asked.document.slice(span).to_owned(),
    }));
    taken
}
