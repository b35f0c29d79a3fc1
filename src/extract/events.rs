use super::date::read_dates;
use super::fired::Gave;
use super::letter::Letter;
use super::number::read_number;
use super::view::{Match, View};
use crate::record::Quoter;
use crate::record::{Deadline, Event, EventKind, Quote};
use crate::rules::Vocabulary;
use crate::rules::deadline::DeadlineRule;
use crate::rules::event::EventRule;
use crate::rules::vocabulary::PeriodUnit;

/// What the letter says happened or will happen. One passage gives a kind of event once.
pub fn events(
    view: &View<'_>,
    quoter: &Quoter<'_>,
    letter: &Letter<'_>,
    vocabulary: &Vocabulary,
) -> Vec<Event> {
    let mut events: Vec<Event> = Vec::new();
    for rule in &letter.family.events {
        for block in letter.in_scope(view, &rule.scope) {
            for found in view.find_all(&rule.pattern, block) {
                let event =
                    event(view, quoter.quote(view.sentence(block, found.span)), rule, &found, vocabulary);
                let same = |other: &Event| {
                    (&other.kind, &other.of, other.date) == (&event.kind, &event.of, event.date)
                        && (other.years, other.months) == (event.years, event.months)
                };
                letter.fired(&rule.id, found.span, Gave::Event);
                if !events.iter().any(same) {
                    events.push(event);
                }
            }
        }
    }
    drop_undated_twins(&mut events);
    events.sort_by_key(|event| event.at.span.start);
    events
}

/// Two patterns may match one sentence, and only one of them its date.
fn drop_undated_twins(events: &mut Vec<Event>) {
    let dated: Vec<(EventKind, Quote)> = events
        .iter()
        .filter(|event| event.date.is_some())
        .map(|event| (event.kind.clone(), event.at.clone()))
        .collect();
    let is_twin = |event: &Event| dated.iter().any(|(kind, at)| (kind, at) == (&event.kind, &event.at));
    events.retain(|event| {
        event.date.is_some() || event.years.is_some() || event.months.is_some() || !is_twin(event)
    });
}

fn event(view: &View<'_>, at: Quote, rule: &EventRule, found: &Match<'_>, vocabulary: &Vocabulary) -> Event {
    let word = |name| found.group(name).map(|span| view.document.slice(span));
    let number = |name| word(name).and_then(read_number);
    Event {
        kind: rule.kind.clone(),
        to_come: rule.to_come,
        of: rule.of.clone().or_else(|| finding_named(word("finding")?, word("number")?, vocabulary)),
        date: word("date").and_then(read_dates).map(|dates| dates.to),
        years: number("years"),
        months: number("months"),
        at,
        rule: rule.id.clone(),
    }
}

/// "Area for Priority Action" and "2" to `priority_action 2`.
fn finding_named(kind: &str, number: &str, vocabulary: &Vocabulary) -> Option<String> {
    let words = kind.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let name = vocabulary.kind_called(&words).map_or_else(|| words.replace(' ', "_"), str::to_owned);
    Some(format!("{name} {}", read_number(number)?))
}

/// The periods that the letter sets, each once.
pub fn deadlines(view: &View<'_>, quoter: &Quoter<'_>, letter: &Letter<'_>) -> Vec<Deadline> {
    let mut deadlines: Vec<Deadline> = Vec::new();
    for rule in &letter.family.deadlines {
        for block in letter.in_scope(view, &rule.scope) {
            for found in view.find_all(&rule.pattern, block) {
                let word = |name| found.group(name).map(|span| view.document.slice(span));
                let (Some(days), Some(unit)) =
                    (word("number").and_then(read_number), word("unit").and_then(unit))
                else {
                    continue;
                };
                letter.fired(&rule.id, found.span, Gave::Deadline);
                let same =
                    |other: &Deadline| (&other.what, other.days, other.unit) == (&rule.what, days, unit);
                if deadlines.iter().any(same) {
                    continue;
                }
                let at = quoter.quote(view.sentence(block, found.span));
                deadlines.push(deadline(rule, days, unit, at));
            }
        }
    }
    deadlines
}

fn deadline(rule: &DeadlineRule, days: u32, unit: PeriodUnit, at: Quote) -> Deadline {
    Deadline {
        what: rule.what.clone(),
        days,
        unit,
        from: rule.from.clone(),
        starts: rule.starts.clone(),
        starts_of: rule.starts_of.clone(),
        ends: rule.ends.clone(),
        at,
        rule: rule.id.clone(),
    }
}

fn unit(text: &str) -> Option<PeriodUnit> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let name = words.join("_").to_lowercase();
    PeriodUnit::ALL
        .iter()
        .copied()
        .find(|unit| unit.name().trim_end_matches('s') == name.trim_end_matches('s'))
}
