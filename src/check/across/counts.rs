use super::{Contradiction, Passage};
use crate::record::{Finding, LetterRecord};
use crate::rules::RuleSet;

/// Where a letter states another number of findings than the letter that it goes back to lists.
pub fn counts(letters: &[&LetterRecord], rules: &RuleSet) -> Vec<Contradiction> {
    let mut found = Vec::new();
    for (at, letter) in letters.iter().enumerate() {
        let Some(list) = list_behind(&letters[..at], letter, rules) else { continue };
        let listed = |finding: &&Finding| !rules.vocabulary.is_in_passing(&finding.kind);
        let all = list.findings.iter().filter(listed).count();
        found.extend(
            letter.stated_counts.total.and_then(|total| compare(letter, list, total, all, "findings")),
        );
        for (kind, stated) in &letter.stated_counts.of_kind {
            let of_kind = list.findings.iter().filter(|finding| finding.kind == *kind).count();
            let what = format!("with the name \u{201c}{}\u{201d}", rules.vocabulary.finding_kind(kind));
            found.extend(
                Some(of_kind)
                    .filter(|count| *count > 0)
                    .and_then(|count| compare(letter, list, *stated, count, &what)),
            );
        }
    }
    found
}

/// The latest earlier letter that starts the list which `letter` goes through or mentions.
fn list_behind<'a>(
    earlier: &[&'a LetterRecord],
    letter: &LetterRecord,
    rules: &RuleSet,
) -> Option<&'a LetterRecord> {
    let frameworks = &rules.links(&letter.rules.pack).frameworks;
    let goes_back = |kinds: &[String]| kinds.contains(&letter.letter.kind);
    let framework = frameworks.iter().find(|it| goes_back(&it.repeats) || goes_back(&it.mentions))?;
    let starts =
        |held: &&&LetterRecord| framework.starts.contains(&held.letter.kind) && !held.findings.is_empty();
    earlier.iter().rev().find(starts).copied()
}

fn compare(
    letter: &LetterRecord,
    list: &LetterRecord,
    stated: u32,
    listed: usize,
    what: &str,
) -> Option<Contradiction> {
    if stated as usize == listed {
        return None;
    }
    let detail =
        format!("the {} states {stated} {what}, but the {} lists {listed}", letter.name(), list.name());
    let stated_at = letter.stated_counts_at.iter().map(|at| Passage::new(letter, at));
    let listed_at = list.findings.iter().take(1).map(|finding| Passage::new(list, &finding.at));
    Some(Contradiction { check: "count", detail, passages: stated_at.chain(listed_at).collect() })
}
