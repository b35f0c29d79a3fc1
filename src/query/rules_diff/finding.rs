use super::facts::of_lists;
use super::{Change, Fact, FindingDiff};
use crate::query::wording::wording;
use crate::query::{Cited, words};
use crate::record::{Finding, LetterRecord};
use crate::rules::RuleSet;

/// What a changed judgement is called.
pub const JUDGEMENT: &str = "judgement";

pub fn one_sided(record: &LetterRecord, finding: &Finding, change: Change) -> FindingDiff {
    let at = Cited::new(record, &finding.at);
    FindingDiff { finding: finding.id.clone(), at, change, facts: Vec::new(), wording: Vec::new() }
}

/// `None` where both readings give the same.
pub fn both(record: &LetterRecord, old: &Finding, new: &Finding, rules: &RuleSet) -> Option<FindingDiff> {
    let facts = facts(old, new, rules);
    let wording = wording(&old.statement, &new.statement);
    let same = facts.is_empty() && wording.is_empty();
    (!same).then(|| FindingDiff { facts, wording, ..one_sided(record, new, Change::Changed) })
}

fn facts(old: &Finding, new: &Finding, rules: &RuleSet) -> Vec<Fact> {
    let named = |finding: &Finding| Some(rules.vocabulary.finding(&finding.kind, finding.number));
    let judged = |finding: &Finding| Some(words::judgement(finding.judgement).to_owned());
    let single = [
        ("name", named(old), named(new)),
        (JUDGEMENT, judged(old), judged(new)),
        ("responsible body", old.responsible_body.clone(), new.responsible_body.clone()),
    ];
    let mut facts: Vec<Fact> = single
        .into_iter()
        .filter(|(_, old, new)| old != new)
        .map(|(what, old, new)| Fact { what, old, new })
        .collect();
    let themes = |finding: &Finding| finding.themes.iter().map(|theme| words::theme(theme, rules)).collect();
    facts.extend(of_lists("theme", themes(old), themes(new)));
    facts.extend(of_lists("part", old.parts.clone(), new.parts.clone()));
    let evidence = |finding: &Finding| {
        finding.evidence.iter().map(|it| format!("{}: “{}”", it.role, it.at.quote)).collect()
    };
    facts.extend(of_lists("evidence", evidence(old), evidence(new)));
    facts
}
