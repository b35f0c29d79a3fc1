use jiff::civil::Date;

use super::{Contradiction, Passage};
use crate::check::calendar::days_between;
use crate::record::{LetterRecord, kind_in_words};
use crate::rules::RuleSet;

/// A letter that another dates is held if one of its kind is dated within so many days of that.
const NEAR: i32 = 120;

/// A letter that another refers to and that is not held.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// About when it is dated.
    pub date: Date,
    /// Such as "the inspection letter of about 16 May 2018".
    pub what: String,
    /// What refers to it.
    pub passage: Passage,
}

/// The letters that others refer to and that are not held, each once.
pub fn gaps(letters: &[&LetterRecord], rules: &RuleSet) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for letter in letters {
        for gap in of_events(letters, letter, rules).into_iter().chain(of_visit(letters, letter)) {
            if gaps.iter().all(|known| known.what != gap.what) {
                gaps.push(gap);
            }
        }
    }
    gaps
}

pub fn not_held(letters: &[&LetterRecord], rules: &RuleSet) -> Vec<Contradiction> {
    let told = |gap: Gap| Contradiction {
        check: "not_held",
        detail: format!("{} is referred to and not held", gap.what),
        passages: vec![gap.passage],
    };
    gaps(letters, rules).into_iter().map(told).collect()
}

/// Letters whose publication is told with a date.
fn of_events(letters: &[&LetterRecord], letter: &LetterRecord, rules: &RuleSet) -> Vec<Gap> {
    let known = |kind: &str| rules.families.iter().any(|family| family.kind == kind);
    let mut gaps = Vec::new();
    for event in &letter.events {
        let Some(kind) = event.of.as_deref().filter(|kind| known(kind)) else { continue };
        let Some(date) = event.date else { continue };
        let held = letters.iter().any(|held| held.letter.kind == kind && is_near(held, date.first_day()));
        if !held {
            let what = format!("the {} of about {}", kind_in_words(kind), date.prose());
            let passage = Passage::new(letter, &event.at);
            gaps.push(Gap { date: date.first_day(), what, passage });
        }
    }
    gaps
}

/// The letter of the visit before this one.
fn of_visit(letters: &[&LetterRecord], letter: &LetterRecord) -> Option<Gap> {
    let previous = letter.letter.previous_visit.as_ref()?;
    let date = previous.to?.first_day();
    let held = letters.iter().any(|held| {
        held.letter.id != letter.letter.id
            && held.letter.visit.is_some_and(|visit| is_within(visit.to.first_day(), date))
    });
    let what = format!("the letter of the visit of {}", previous.at.quote);
    (!held).then(|| Gap { date, what, passage: Passage::new(letter, &previous.at) })
}

fn is_within(a: Date, b: Date) -> bool {
    days_between(a, b).abs() <= NEAR
}

fn is_near(held: &LetterRecord, date: Date) -> bool {
    held.placed().is_some_and(|placed| is_within(placed.first_day(), date))
}
