use similar::{ChangeTag, TextDiff};

use super::facts::of_lists;
use super::{Change, Fact, FindingDiff, Words};
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
    let wording =
        if old.statement == new.statement { Vec::new() } else { wording(&old.statement, &new.statement) };
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

/// The words of two statements, those in a row that stand alike together.
fn wording(old: &str, new: &str) -> Vec<Words> {
    let diff = TextDiff::from_words(old, new);
    let mut wording: Vec<Words> = Vec::new();
    for change in diff.iter_all_changes() {
        let tag = match change.tag() {
            ChangeTag::Equal => None,
            ChangeTag::Delete => Some(Change::Lost),
            ChangeTag::Insert => Some(Change::Gained),
        };
        match wording.last_mut().filter(|last| last.change == tag) {
            Some(last) => last.words.push_str(change.value()),
            None => wording.push(Words { words: change.value().to_owned(), change: tag }),
        }
    }
    wording
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_stand_alike_are_told_together() {
        let told: Vec<(String, Option<Change>)> = wording("the offer is poor", "the local offer is poor")
            .into_iter()
            .map(|it| (it.words, it.change))
            .collect();
        let words: String = told
            .iter()
            .filter(|(_, change)| *change != Some(Change::Lost))
            .map(|(words, _)| &**words)
            .collect();
        assert_eq!(words, "the local offer is poor");
        assert!(
            told.iter().any(|(words, change)| words.contains("local") && *change == Some(Change::Gained))
        );
        assert!(told.iter().all(|(_, change)| *change != Some(Change::Lost)), "{told:?}");
    }
}
