use super::rule::{so_far, written};
use super::{Asked, Stopped};
use crate::extract::{self, Recognition};
use crate::query::explain::RuleAt;
use crate::rules::Family;
use crate::rules::near::{Near, near};
use crate::text::Folded;

/// How far each family got with a file in which a block stands in no letter, the nearest first.
pub fn stopped(asked: &Asked<'_, '_>, recognitions: &[Recognition<'_>], block: usize) -> Vec<Stopped> {
    let families = asked.rules.families.iter();
    let mut stopped: Vec<Stopped> =
        families.map(|family| stopped_family(asked, recognitions, family, block)).collect();
    stopped.sort_by(|a, b| b.nearness.total_cmp(&a.nearness));
    stopped
}

fn stopped_family(
    asked: &Asked<'_, '_>,
    recognitions: &[Recognition<'_>],
    family: &Family,
    block: usize,
) -> Stopped {
    let same = |other: &Family| other.recognise.id == family.recognise.id;
    let titles: Vec<&Recognition<'_>> = recognitions.iter().filter(|it| same(it.family)).collect();
    let rule = RuleAt::new(&family.recognise.id, asked.rules);
    if titles.is_empty() {
        let (nearness, why) = no_title(asked, family, block);
        return Stopped { rule, kind: "family", why, nearness };
    }
    let refused = refused_title(asked, family, block);
    let why = refused.into_iter().chain(titles.iter().flat_map(|title| of_title(asked, title))).collect();
    Stopped { rule, kind: "family", why, nearness: f64::INFINITY }
}

/// Where a block reads like a title, and is none for what it is.
fn refused_title(asked: &Asked<'_, '_>, family: &Family, block: usize) -> Option<String> {
    let block = &asked.document.blocks()[block];
    let text = Folded::new(asked.document.slice(block.span), 0);
    let refusal = family.recognise.blocks.refusal(block)?;
    let matches = family.recognise.title.iter().any(|title| title.is_match(&text));
    matches.then(|| format!("Its `title` matches this passage. {refusal}"))
}

fn of_title(asked: &Asked<'_, '_>, found: &Recognition<'_>) -> Vec<String> {
    let title = asked.document.slice(found.title);
    let mut why = vec![format!("Its `title` matches “{title}”.")];
    if found.stopped.is_empty() {
        why.push(
            "A letter was found there, and this passage stands before its beginning or behind its end."
                .to_owned(),
        );
    }
    why.extend(found.stopped.iter().map(|stopped| match stopped {
        extract::Stopped::Within(blocks) => {
            format!("The title must stand among the first {blocks} blocks of the file (`within`), and stands further down.")
        }
        extract::Stopped::Requires(pattern) => {
            format!("No passage after the title matches what it `requires`: `{}`.", written(pattern))
        }
        extract::Stopped::Excludes(pattern, span) => {
            format!("“{}” matches what it `excludes`: `{}`.", asked.document.slice(*span), written(pattern))
        }
    }));
    why
}

/// How near the block itself, or one of the file's first, comes to a title.
fn no_title(asked: &Asked<'_, '_>, family: &Family, block: usize) -> (f64, Vec<String>) {
    let blocks = asked.document.blocks();
    let tried = (0..blocks.len().min(FIRST)).chain([block]);
    let nears = tried.flat_map(|block| {
        let text = Folded::new(asked.document.slice(blocks[block].span), 0);
        let refusal = family.recognise.blocks.refusal(&blocks[block]);
        let nears = family.recognise.title.iter().filter_map(|title| near(title, text.as_str()));
        let why = |near: Near| {
            let so_far = so_far("title", &near, text.as_str());
            (near.nearness, std::iter::once(so_far).chain(refusal.clone()).collect::<Vec<_>>())
        };
        nears.map(why).collect::<Vec<_>>()
    });
    let nearest = nears.max_by(|a, b| a.0.total_cmp(&b.0));
    let none = "No passage of the file matches its `title`.".to_owned();
    match nearest {
        Some((nearness, so_far)) => (nearness, std::iter::once(none).chain(so_far).collect()),
        None => (0.0, vec![none]),
    }
}

/// How many of a file's first blocks may be meant for a title.
const FIRST: usize = 8;
