use super::findings::Found;
use super::findings::agreed;
use super::fired::Gave;
use super::grades::FoundGrade;
use super::letter::Letter;
use super::tally::{Every, Tally};
use super::view::View;
use crate::rules::names::Outcome;
use crate::rules::outcome::OutcomeByTally;
use crate::text::Span;

/// What a letter's outcome may be read from, where no sentence gives it.
pub struct Told<'t> {
    pub tally: &'t Tally,
    pub found: &'t [Found<'t>],
    pub graded: &'t [FoundGrade<'t>],
}

/// A letter's outcome and the sentence that gives it, where one does.
pub fn outcome(view: &View<'_>, letter: &Letter<'_>, told: &Told<'_>) -> (Option<Outcome>, Option<Span>) {
    let rules = &letter.family.outcome;
    for rule in &rules.stated {
        for block in letter.in_scope(view, &rule.scope) {
            if let Some(stated) = view.find(&rule.pattern, block) {
                let sentence = view.sentence(block, stated.span);
                letter.fired(&rule.id, stated.span, Gave::Outcome);
                return (Some(rule.outcome.clone()), Some(sentence));
            }
        }
    }
    if let Some(graded) = told.graded.iter().find(|graded| graded.rule.outcome) {
        let outcome = graded.grade.as_ref().map(|grade| Outcome::new(grade.name()));
        let span = outcome.as_ref().map(|_| graded.span);
        return (outcome, span);
    }
    if let Some(rule) = &rules.tally {
        let by_tally = by_tally(rule, told.tally).map(|outcome| (Some(outcome), told.tally.span));
        return by_tally.unwrap_or_else(|| (by_judgements(rule, told.found), None));
    }
    (rules.otherwise.clone(), None)
}

/// Whether the findings' judgements come to another outcome than the letter is said to have.
pub fn is_contradicted(letter: &Letter<'_>, found: &[Found<'_>], outcome: &Outcome) -> bool {
    let rule = letter.family.outcome.tally.as_ref();
    rule.and_then(|rule| by_judgements(rule, found)).is_some_and(|judged| judged != *outcome)
}

fn by_tally(rule: &OutcomeByTally, tally: &Tally) -> Option<Outcome> {
    match (tally.every, tally.counts.sufficient, tally.counts.not_sufficient) {
        (Some(Every::Good), ..) => Some(rule.all.clone()),
        (Some(Every::Bad), ..) => Some(rule.none.clone()),
        (None, Some(good), Some(bad)) if good > 0 && bad > 0 => Some(rule.some.clone()),
        _ => None,
    }
}

/// Only where every finding is judged.
fn by_judgements(rule: &OutcomeByTally, found: &[Found<'_>]) -> Option<Outcome> {
    let judged: Option<Vec<bool>> =
        found.iter().map(|found| agreed(&found.verdicts).map(|judgement| judgement == rule.good)).collect();
    let judged = judged.filter(|judged| !judged.is_empty())?;
    let outcome = Some(match (judged.contains(&true), judged.contains(&false)) {
        (true, false) => &rule.all,
        (false, _) => &rule.none,
        (true, true) => &rule.some,
    });
    outcome.cloned()
}
