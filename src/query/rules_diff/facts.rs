use super::Fact;
use crate::record::LetterRecord;

/// What two readings say of a letter itself.
pub fn of_letters(old: &LetterRecord, new: &LetterRecord) -> Vec<Fact> {
    let mut facts: Vec<Fact> = single(old)
        .into_iter()
        .zip(single(new))
        .filter(|((_, old), (_, new))| old != new)
        .map(|((what, old), (_, new))| Fact { what, old, new })
        .collect();
    for ((what, old), (_, new)) in lists(old).into_iter().zip(lists(new)) {
        facts.extend(of_lists(what, old, new));
    }
    facts
}

/// What only one of two lists has.
pub fn of_lists(what: &'static str, old: Vec<String>, mut new: Vec<String>) -> Vec<Fact> {
    let mut facts = Vec::new();
    for it in old {
        match new.iter().position(|other| *other == it) {
            Some(at) => drop(new.remove(at)),
            None => facts.push(Fact { what, old: Some(it), new: None }),
        }
    }
    facts.extend(new.into_iter().map(|it| Fact { what, old: None, new: Some(it) }));
    facts
}

fn single(record: &LetterRecord) -> Vec<(&'static str, Option<String>)> {
    let letter = &record.letter;
    let counts = serde_json::to_string(&record.stated_counts).ok().filter(|counts| counts != "{}");
    vec![
        ("kind", Some(letter.kind.clone())),
        ("title", letter.title.clone()),
        ("area", letter.area.as_ref().map(|area| area.name.clone())),
        ("date", letter.dated.map(|date| date.to_string())),
        ("published", letter.published.map(|date| date.to_string())),
        ("visit", letter.visit.map(|visit| format!("{} to {}", visit.from, visit.to))),
        ("previous visit", letter.previous_visit.as_ref().map(|visit| visit.at.quote.clone())),
        ("outcome", letter.outcome.clone()),
        ("stated counts", counts),
    ]
}

fn lists(record: &LetterRecord) -> Vec<(&'static str, Vec<String>)> {
    let when = |date: Option<String>, years: Option<u32>, months: Option<u32>| {
        let years = years.map(|years| format!("{years} years"));
        date.or(years).or(months.map(|months| format!("{months} months"))).unwrap_or_default()
    };
    let events = record.events.iter().map(|event| {
        let when = when(event.date.map(|date| date.to_string()), event.years, event.months);
        format!("{} {when} “{}”", event.kind, event.at.quote)
    });
    let deadlines =
        record.deadlines.iter().map(|it| format!("{}: {} {} “{}”", it.what, it.days, it.unit, it.at.quote));
    let grades = record.grades.iter().map(|it| format!("{}: {}", it.of, it.grade));
    let observations = record.observations.iter().map(|it| format!("{}: “{}”", it.section, it.at.quote));
    let people = record.people.iter().map(|it| {
        [Some(&it.name), it.role.as_ref(), it.organisation.as_ref()]
            .into_iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
            .join(", ")
    });
    let failed = record.checks.iter().filter(|check| !check.ok).map(|check| {
        let at = check.at.as_ref().map_or_else(String::new, |at| format!(" “{}”", at.quote));
        format!("{}: {}{at}", check.check, check.detail)
    });
    vec![
        ("event", events.collect()),
        ("deadline", deadlines.collect()),
        ("grade", grades.collect()),
        ("observation", observations.collect()),
        ("person", people.collect()),
        ("failed check", failed.collect()),
    ]
}
