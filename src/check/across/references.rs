use super::{Contradiction, Passage};
use crate::record::LetterRecord;
use crate::rules::RuleSet;

/// A letter that another dates is held if one of its kind is dated within so many days of that.
const NEAR: i32 = 120;

/// Letters that another refers to and that are not held.
pub fn not_held(letters: &[&LetterRecord], rules: &RuleSet) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> = Vec::new();
    for letter in letters {
        for missing in of_events(letters, letter, rules).into_iter().chain(of_visit(letters, letter)) {
            if found.iter().all(|known| known.detail != missing.detail) {
                found.push(missing);
            }
        }
    }
    found
}

/// Letters whose publication is told with a date.
fn of_events(letters: &[&LetterRecord], letter: &LetterRecord, rules: &RuleSet) -> Vec<Contradiction> {
    let known = |kind: &str| rules.families.iter().any(|family| family.kind == kind);
    let mut found = Vec::new();
    for event in &letter.events {
        let Some(kind) = event.of.as_deref().filter(|kind| known(kind)) else { continue };
        let Some(date) = event.date else { continue };
        let held = letters.iter().any(|held| held.letter.kind == kind && is_near(held, date.first_day()));
        if !held {
            let kind = crate::record::kind_in_words(kind);
            let detail = format!("the {kind} of about {} is referred to and not held", date.prose());
            found.push(Contradiction {
                check: "not_held",
                detail,
                passages: vec![Passage::new(letter, &event.at)],
            });
        }
    }
    found
}

/// The letter of the visit before this one.
fn of_visit(letters: &[&LetterRecord], letter: &LetterRecord) -> Option<Contradiction> {
    let previous = letter.letter.previous_visit.as_ref()?;
    let last = previous.to?;
    let held = letters.iter().any(|held| {
        held.letter.id != letter.letter.id
            && held.letter.visit.is_some_and(|visit| days(visit.to.first_day(), last.first_day()) <= NEAR)
    });
    let detail = format!("the letter of the visit of {} is referred to and not held", previous.at.quote);
    let passages = vec![Passage::new(letter, &previous.at)];
    (!held).then_some(Contradiction { check: "not_held", detail, passages })
}

fn is_near(held: &LetterRecord, date: jiff::civil::Date) -> bool {
    held.placed().is_some_and(|placed| days(placed.first_day(), date) <= NEAR)
}

fn days(a: jiff::civil::Date, b: jiff::civil::Date) -> i32 {
    a.until(b).map_or(i32::MAX, |span| span.get_days().abs())
}
