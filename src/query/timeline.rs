//! What happened in an area and when, as its letters tell it, with the ends of the periods that they set.

use serde::Serialize;

use super::{Cited, Story, words};
use crate::check::{Clock, ClockState, clocks, last_day};
use crate::record::{Event, LetterRecord, PartialDate, PeriodUnit};
use crate::rules::RuleSet;

/// An area's letters, events and periods in order of date; what has no date stands last.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Timeline {
    pub area: String,
    pub entries: Vec<TimelineEntry>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TimelineEntry {
    pub date: Option<PartialDate>,
    pub kind: EntryKind,
    /// "statement submitted", "last day to submit the written statement".
    pub what: String,
    /// How the date was worked out, or what became of the period.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The ids of the letters that tell of it.
    pub letters: Vec<String>,
    /// What the first of them says.
    pub at: Option<Cited>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    Letter,
    /// Told as having happened.
    Event,
    /// Told before it happens.
    ToCome,
    /// The end of a period in time, or of one of which no letter tells more.
    Due,
    /// The end of a period that was passed.
    Passed,
}

pub fn timeline(story: &Story<'_>, rules: &RuleSet) -> Timeline {
    let records: Vec<&LetterRecord> = story.letters.iter().map(|letter| &letter.record).collect();
    let mut entries: Vec<TimelineEntry> = records.iter().map(|record| of_letter(record)).collect();
    for record in &records {
        record.events.iter().for_each(|event| add(&mut entries, of_event(story, rules, record, event)));
    }
    entries.extend(clocks(&records, rules).iter().map(|clock| of_clock(&records, clock)));
    entries.sort_by_key(|entry| (entry.date.is_none(), entry.date, entry.kind));
    Timeline { area: story.area().to_owned(), entries }
}

/// One event that several letters tell of is one entry.
fn add(entries: &mut Vec<TimelineEntry>, entry: TimelineEntry) {
    let same = |known: &&mut TimelineEntry| {
        (known.date, known.kind, &known.what) == (entry.date, entry.kind, &entry.what) && entry.date.is_some()
    };
    match entries.iter_mut().find(same) {
        Some(known) => known.letters.extend(entry.letters),
        None => entries.push(entry),
    }
}

fn of_letter(record: &LetterRecord) -> TimelineEntry {
    TimelineEntry {
        date: record.placed(),
        kind: EntryKind::Letter,
        what: words::letter_kind(&record.letter.kind),
        note: None,
        letters: vec![record.letter.id.clone()],
        at: None,
    }
}

fn of_event(story: &Story<'_>, rules: &RuleSet, record: &LetterRecord, event: &Event) -> TimelineEntry {
    let of = event.of.as_ref().map_or_else(String::new, |of| format!(", {}", of.replace('_', " ")));
    let worked_out = event.date.is_none().then(|| worked_out(rules, record, event)).flatten();
    let note = worked_out.map(|_| format!("worked out from the date of the {}", record.name()));
    TimelineEntry {
        date: event.date.or(worked_out),
        kind: if event.to_come { EntryKind::ToCome } else { EntryKind::Event },
        what: format!("{}{of}", story.vocabulary.event(&event.kind)),
        note,
        letters: vec![record.letter.id.clone()],
        at: Some(Cited::new(record, &event.at)),
    }
}

/// The month that a period of months or years from the letter on ends in.
fn worked_out(rules: &RuleSet, record: &LetterRecord, event: &Event) -> Option<PartialDate> {
    let months = event.months.or(event.years.map(|years| 12 * years))?;
    let from = record.placed()?.first_day();
    let end = last_day(from, months, PeriodUnit::Months, &rules.bank_holidays)?;
    PartialDate::month(end.year(), end.month())
}

fn of_clock(records: &[&LetterRecord], clock: &Clock) -> TimelineEntry {
    let letter = records.iter().find(|record| record.letter.id == clock.letter);
    TimelineEntry {
        date: clock.due.map(PartialDate::from),
        kind: if clock.state == ClockState::Late { EntryKind::Passed } else { EntryKind::Due },
        what: format!("last day to {}", clock.what),
        note: Some(format!("{}: {}", clock.period, clock.reason)),
        letters: vec![clock.letter.clone()],
        at: letter.map(|record| Cited::new(record, &clock.set_by)),
    }
}
