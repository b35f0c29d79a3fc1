//! What letters say is to come, and what was to come and is not heard of. "Now" is the date of the latest letter
//! held, never the clock.

use jiff::civil::Date;
use serde::Serialize;

use crate::check::{Clock, ClockState, clocks, days_between};
use crate::query::timeline::{EntryKind, TimelineEntry, timeline};
use crate::query::{Cited, Story};
use crate::record::LetterRecord;
use crate::rules::RuleSet;
use crate::store::StoredLetter;

/// A letter tells of what was to come when it is dated within so many days of it: more before than a month's
/// inexactness is not needed, and letters come out months after what they tell of.
const BEFORE: i32 = 31;
const AFTER: i32 = 120;

/// Something that is to come.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Ahead {
    /// "11 September 2025"; `None` where no date is given.
    pub date: Option<String>,
    /// "next review".
    pub what: String,
    /// How the date was worked out.
    pub note: Option<String>,
    /// The letter that says so, in words.
    pub letter: String,
    pub at: Cited,
}

/// A period that ended, or a day that passed, before the latest letter held.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Overdue {
    /// "70 working days to submit the written statement".
    pub what: String,
    /// "it runs from 21 June 2018 to 28 September 2018; no letter held says when it was done".
    pub reason: String,
    pub letter: String,
    pub at: Cited,
    /// What was done, as a letter tells, where it was done late.
    pub done: Option<Cited>,
}

/// What the letters say is to come after the latest of them.
pub fn ahead(story: &Story<'_>, rules: &RuleSet, letters: &[&StoredLetter]) -> Vec<Ahead> {
    let Some(now) = now(letters) else { return Vec::new() };
    let last = letters.last().map(|letter| letter.record.letter.id.as_str());
    let is_ahead = |entry: &TimelineEntry| match entry.date {
        Some(date) => date.first_day() > now,
        // What has no date is to come as long as no later letter is held.
        None => entry.kind == EntryKind::ToCome && entry.letters.iter().any(|id| last == Some(id)),
    };
    let to_come = timeline(story, rules).entries.into_iter().filter(|entry| {
        matches!(entry.kind, EntryKind::ToCome | EntryKind::Due) && is_ahead(entry) && is_told(entry, letters)
    });
    let ahead = to_come.filter_map(|entry| {
        Some(Ahead {
            date: entry.date.map(|date| date.prose()),
            what: entry.what,
            note: entry.note,
            letter: story.letter_in_words(entry.letters.first()?),
            at: entry.at?,
        })
    });
    ahead.collect()
}

/// What was to happen before the latest letter, and no letter held tells of, or tells that it was late.
pub fn overdue(story: &Story<'_>, rules: &RuleSet, letters: &[&StoredLetter]) -> Vec<Overdue> {
    let Some(now) = now(letters) else { return Vec::new() };
    let records: Vec<&LetterRecord> = letters.iter().map(|letter| &letter.record).collect();
    let periods =
        clocks(&records, rules).into_iter().filter_map(|clock| overdue_period(&records, clock, now));
    let entries = timeline(story, rules).entries;
    let passed =
        entries.into_iter().filter(|entry| entry.kind == EntryKind::ToCome && is_told(entry, letters));
    periods.chain(passed.filter_map(|entry| passed_by(story, &records, entry, now))).collect()
}

fn overdue_period(records: &[&LetterRecord], clock: Clock, now: Date) -> Option<Overdue> {
    let is_over = match clock.state {
        ClockState::Late => true,
        ClockState::NotTold => clock.due? < now,
        ClockState::InTime | ClockState::Unknown => false,
    };
    let record = |id: &str| records.iter().find(|record| record.letter.id == *id);
    let setting = record(&clock.letter).filter(|_| is_over)?;
    let done = clock.done.and_then(|done| Some(Cited::new(record(&done.letter)?, &done.at)));
    Some(Overdue {
        what: format!("{} to {}", clock.period, clock.what),
        reason: clock.reason,
        letter: setting.name(),
        at: Cited::new(setting, &clock.set_by),
        done,
    })
}

fn passed_by(
    story: &Story<'_>,
    records: &[&LetterRecord],
    entry: TimelineEntry,
    now: Date,
) -> Option<Overdue> {
    let date = entry.date?;
    let is_of_that_time = |record: &&LetterRecord| {
        let apart = record.placed().map(|placed| days_between(date.first_day(), placed.first_day()));
        apart.is_some_and(|apart| (-BEFORE..=AFTER).contains(&apart))
    };
    let others = records.iter().filter(|record| !entry.letters.contains(&record.letter.id));
    if days_between(date.first_day(), now) <= 0 || others.copied().any(|record| is_of_that_time(&record)) {
        return None;
    }
    let worked_out = entry.note.map_or_else(String::new, |note| format!(" ({note})"));
    Some(Overdue {
        what: format!("{}, {}{worked_out}", entry.what, date.prose()),
        reason: "no letter held is dated near it, and a later one is".to_owned(),
        letter: story.letter_in_words(entry.letters.first()?),
        at: entry.at?,
        done: None,
    })
}

/// The day of the latest letter that has a date.
fn now(letters: &[&StoredLetter]) -> Option<Date> {
    letters.iter().filter_map(|letter| letter.record.placed()).max().map(|date| date.first_day())
}

/// Whether one of the letters is the first that tells of it, whose words it quotes.
fn is_told(entry: &TimelineEntry, letters: &[&StoredLetter]) -> bool {
    letters.iter().any(|letter| entry.letters.first() == Some(&letter.record.letter.id))
}
