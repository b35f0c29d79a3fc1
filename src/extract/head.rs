//! What stands at the head of a record: the letter's own facts, and what is doubtful about them.

use super::fields::Fields;
use super::letter::Letter;
use super::outcome::{Told, is_contradicted, outcome};
use super::view::View;
use crate::record::{self, Check, Quote, Quoter};
use crate::rules::Pack;
use crate::rules::names::Outcome;
use crate::rules::vocabulary::FieldName;

pub fn head(
    view: &View<'_>,
    quoter: &Quoter<'_>,
    pack: &Pack,
    letter: &Letter<'_>,
    told: &Told<'_>,
) -> (record::Letter, Vec<Check>) {
    let fields = Fields { view, letter };
    let area = fields.area(&pack.gazetteer);
    let (dated, visit) = (fields.dated(), fields.visit());
    let (outcome, outcome_span) = outcome(view, letter, told);
    let contradicted = outcome.as_ref().filter(|it| is_contradicted(letter, told.found, it));
    let contradicted =
        contradicted.map(|outcome| contradiction(outcome, outcome_span.map(|it| quoter.quote(it))));
    let last = view.block(letter.blocks.end - 1).span;
    let first = view.block(letter.blocks.start).span;
    let name = area.as_ref().map_or("unknown-area".to_owned(), |area| slug(&area.name));
    let placed = dated.or(visit.map(|visit| visit.to));
    let placed = placed.map_or("undated".to_owned(), |date| date.to_string());
    let head = record::Letter {
        id: format!("{name}/{placed}/{}", letter.family.kind),
        kind: letter.family.kind.clone(),
        title: Some(view.document.slice(fields.title()).replace("\n\n", " ")),
        dated,
        published: fields.date(FieldName::Published),
        visit,
        previous_visit: fields.previous_visit(quoter),
        outcome: outcome.map(|outcome| outcome.name().to_owned()),
        outcome_quote: outcome_span.map(|span| quoter.quote(span)),
        span: quoter.span(first.to(last)),
        area,
    };
    let knows_areas = !pack.gazetteer.areas().is_empty();
    let checks = unknown_area(&head).filter(|_| knows_areas).into_iter().chain(contradicted).collect();
    (head, checks)
}

fn contradiction(outcome: &Outcome, at: Option<Quote>) -> Check {
    let detail = format!("the letter's outcome was read as `{outcome}`, and its judgements come to another");
    Check { check: "outcome".to_owned(), ok: false, detail, at }
}

fn unknown_area(head: &record::Letter) -> Option<Check> {
    let detail = match &head.area {
        Some(area) if area.code.is_some() => return None,
        Some(area) => format!("\u{201c}{}\u{201d} is not in the gazetteer of local areas", area.name),
        None => "the letter's area was not found".to_owned(),
    };
    Some(Check { check: "area".to_owned(), ok: false, detail, at: None })
}

/// An area's name in lower case with hyphens.
fn slug(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}
