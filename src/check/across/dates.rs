use super::{Contradiction, Passage};
use crate::check::calendar::days_between;
use crate::record::{Event, LetterRecord, PartialDate};
use crate::rules::RuleSet;

/// Dates further apart than this, in days, are of two events and not of one.
const ONE_EVENT: i32 = 300;
/// Visits further apart than this, in days, are two visits.
const ONE_VISIT: i32 = 60;

/// Where two letters date one event or one visit differently, or tell of two events in an order that cannot be.
pub fn dates(letters: &[&LetterRecord], rules: &RuleSet) -> Vec<Contradiction> {
    let mut found = events(letters, rules);
    found.extend(visits(letters));
    found
}

type Told<'a> = (&'a LetterRecord, &'a Event, PartialDate);

fn events(letters: &[&LetterRecord], rules: &RuleSet) -> Vec<Contradiction> {
    let told: Vec<Told<'_>> = letters
        .iter()
        .flat_map(|letter| letter.events.iter().map(move |event| (*letter, event)))
        .filter_map(|(letter, event)| Some((letter, event, event.date?)))
        .filter(|(_, event, _)| !event.to_come)
        .collect();
    let mut found = Vec::new();
    for (at, first) in told.iter().enumerate() {
        let same = |other: &&Told<'_>| {
            first.0.letter.id != other.0.letter.id
                && (&first.1.kind, &first.1.of) == (&other.1.kind, &other.1.of)
                && is_dated_apart(first.2, other.2, ONE_EVENT)
        };
        // A visit is compared as a whole, below.
        let others = told[at + 1..].iter().filter(same).filter(|_| !is_a_visit(first));
        found.extend(others.map(|other| of_event(first, other, rules)));
    }
    found
}

/// Whether the event is the letter's own visit.
fn is_a_visit((letter, event, date): &Told<'_>) -> bool {
    event.of.is_none() && letter.letter.visit.is_some_and(|visit| visit.to == *date || visit.from == *date)
}

fn of_event(first: &Told<'_>, other: &Told<'_>, rules: &RuleSet) -> Contradiction {
    let event = rules.vocabulary.event(&first.1.kind);
    let of = first.1.of.as_ref().map_or_else(String::new, |of| format!(" ({})", of.replace('_', " ")));
    let (a, b) = (first.0.name(), other.0.name());
    let detail = format!("{event}{of}: {} in the {a}, but {} in the {b}", first.2.prose(), other.2.prose());
    let passages = vec![Passage::new(first.0, &first.1.at), Passage::new(other.0, &other.1.at)];
    Contradiction { check: "date", detail, passages }
}

/// What a letter says of the visit before it, against that visit's own letter.
fn visits(letters: &[&LetterRecord]) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for letter in letters {
        let Some(previous) = &letter.letter.previous_visit else { continue };
        let (Some(from), Some(to)) = (previous.from, previous.to) else { continue };
        let nearest = letters.iter().filter(|held| held.letter.id != letter.letter.id).filter_map(|held| {
            let visit = held.letter.visit?;
            let apart = days_apart(visit.to, to);
            (apart <= ONE_VISIT).then_some((apart, *held, visit))
        });
        let Some((_, held, visit)) = nearest.min_by_key(|(apart, ..)| *apart) else { continue };
        if agree(visit.from, from) && agree(visit.to, to) {
            continue;
        }
        let detail = format!(
            "the {} gives the visit before it as {}, but the {} as {}",
            letter.name(),
            previous.at.quote,
            held.name(),
            period(visit.from, visit.to)
        );
        let own = held.events.iter().find(|event| event.date == Some(visit.to)).map(|event| &event.at);
        let passages = [Passage::new(letter, &previous.at)];
        let passages = passages.into_iter().chain(own.map(|at| Passage::new(held, at))).collect();
        found.push(Contradiction { check: "date", detail, passages });
    }
    found
}

fn period(from: PartialDate, to: PartialDate) -> String {
    if from == to { from.prose() } else { format!("{} to {}", from.prose(), to.prose()) }
}

/// Whether the two are dates of one event and cannot both be right.
fn is_dated_apart(a: PartialDate, b: PartialDate, within: i32) -> bool {
    !agree(a, b) && days_apart(a, b) <= within
}

/// A month agrees with each of its days.
fn agree(a: PartialDate, b: PartialDate) -> bool {
    let (a, b) = (a.to_string(), b.to_string());
    a.starts_with(&b) || b.starts_with(&a)
}

fn days_apart(a: PartialDate, b: PartialDate) -> i32 {
    days_between(a.first_day(), b.first_day()).abs()
}
