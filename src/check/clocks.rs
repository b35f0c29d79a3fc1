//! The periods that letters set, with the days they run from and end on, and what letters say happened.

use jiff::civil::Date;
use serde::Serialize;

use super::calendar::{days_between, last_day, working_days_between};
use crate::record::{Deadline, EventKind, LetterRecord, PartialDate, Quote};
use crate::rules::RuleSet;

/// How long before and after the letter that sets a period, in days, what it runs from may lie.
const START_BEFORE: i32 = 200;
const START_AFTER: i32 = 500;
/// How long after its start what ends a period may lie, in days.
const END_AFTER: i32 = 1_000;

/// A period that a letter sets, worked out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Clock {
    /// What is to be done.
    pub what: String,
    /// The id of the letter that sets it.
    pub letter: String,
    pub set_by: Quote,
    /// Such as "70 working days".
    pub period: String,
    /// What it runs from, where a letter held tells.
    pub starts: Option<Told>,
    /// The last day of the period.
    pub due: Option<Date>,
    /// What was done, as a letter tells.
    pub done: Option<Told>,
    pub state: ClockState,
    /// One sentence.
    pub reason: String,
}

/// Something that a letter tells of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Told {
    pub date: Date,
    /// The letter's id.
    pub letter: String,
    pub at: Quote,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockState {
    /// Done within the period.
    InTime,
    /// Done after it.
    Late,
    /// No letter held tells that it was done.
    NotTold,
    /// What it runs from, or its last day, is not known.
    Unknown,
}

/// The periods that an area's letters set. `letters` are in order of date.
pub fn clocks(letters: &[&LetterRecord], rules: &RuleSet) -> Vec<Clock> {
    let set =
        letters.iter().flat_map(|letter| letter.deadlines.iter().map(move |deadline| (letter, deadline)));
    set.map(|(letter, deadline)| clock(letters, letter, deadline, rules)).collect()
}

fn clock(letters: &[&LetterRecord], letter: &LetterRecord, deadline: &Deadline, rules: &RuleSet) -> Clock {
    let starts = start(letters, letter, deadline);
    let holidays = &rules.bank_holidays;
    let due = starts.as_ref().and_then(|start| last_day(start.date, deadline.days, deadline.unit, holidays));
    let done = starts.as_ref().and_then(|start| {
        let kind = deadline.ends.as_ref()?;
        told(letters, kind, None, (start.date, END_AFTER), 0)
    });
    let (state, reason) = state(starts.as_ref(), due, done.as_ref(), rules);
    Clock {
        what: deadline.what.clone(),
        letter: letter.letter.id.clone(),
        set_by: deadline.at.clone(),
        period: format!("{} {}", deadline.days, deadline.unit.name().replace('_', " ")),
        starts,
        due,
        done,
        state,
        reason,
    }
}

/// What the period runs from: the event that a letter tells of, else the date of the letter held that it is about.
fn start(letters: &[&LetterRecord], letter: &LetterRecord, deadline: &Deadline) -> Option<Told> {
    let around = (letter.placed()?.day()?, START_AFTER);
    let of = deadline.starts_of.as_deref();
    let event = told(letters, deadline.starts.as_ref()?, of, around, START_BEFORE);
    event.or_else(|| {
        let held = letters.iter().rev().find(|held| {
            Some(held.letter.kind.as_str()) == of && held.placed().is_some_and(|date| date <= around.0.into())
        })?;
        let date = held.letter.published.or(held.letter.dated)?.day()?;
        let at = held.findings.first().map(|finding| finding.at.clone());
        Some(Told { date, letter: held.letter.id.clone(), at: at.or(held.letter.outcome_quote.clone())? })
    })
}

/// The first event of a kind that a letter dates to a day within so many days of `around`.
fn told(
    letters: &[&LetterRecord],
    kind: &EventKind,
    of: Option<&str>,
    (around, after): (Date, i32),
    before: i32,
) -> Option<Told> {
    let events = letters.iter().flat_map(|letter| letter.events.iter().map(move |event| (letter, event)));
    let events = events
        .filter(|(_, event)| event.kind == *kind && of.is_none_or(|of| event.of.as_deref() == Some(of)));
    let dated = events.filter_map(|(letter, event)| {
        let date = event.date.and_then(PartialDate::day)?;
        let apart = days_between(around, date);
        let near = -before <= apart && apart <= after;
        near.then(|| Told { date, letter: letter.letter.id.clone(), at: event.at.clone() })
    });
    dated.min_by_key(|told| told.date)
}

fn state(
    starts: Option<&Told>,
    due: Option<Date>,
    done: Option<&Told>,
    rules: &RuleSet,
) -> (ClockState, String) {
    let prose = |date: Date| PartialDate::from(date).prose();
    let Some(starts) = starts else {
        return (ClockState::Unknown, "no letter held gives the day that it runs from".to_owned());
    };
    let from = format!("it runs from {}", prose(starts.date));
    let Some(due) = due else {
        let reason = format!("{from}; bank holidays up to its end are not known");
        return (ClockState::Unknown, reason);
    };
    let Some(done) = done else {
        return (
            ClockState::NotTold,
            format!("{from} to {}; no letter held says when it was done", prose(due)),
        );
    };
    if done.date <= due {
        return (
            ClockState::InTime,
            format!("{from} to {}, and it was done on {}", prose(due), prose(done.date)),
        );
    }
    let late = working_days_between(due, done.date, &rules.bank_holidays);
    let days = if late == 1 { "1 working day".to_owned() } else { format!("{late} working days") };
    (
        ClockState::Late,
        format!("{from} to {}, and it was done on {}, {days} later", prose(due), prose(done.date)),
    )
}
