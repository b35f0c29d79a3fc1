use crate::record::{Check, Judgement, LetterRecord};
use crate::rules::Vocabulary;

/// The name of these checks.
pub const CHECK: &str = "stated_count";

/// Compares each count that the letter states with what was found.
pub fn stated_counts(record: &LetterRecord, vocabulary: &Vocabulary) -> Vec<Check> {
    let stated = &record.stated_counts;
    let judged =
        |judgement| record.findings.iter().filter(|finding| finding.judgement == Some(judgement)).count();
    let any_judged = judged(Judgement::Sufficient) + judged(Judgement::NotSufficient) > 0;
    let if_judged = |judgement| any_judged.then(|| judged(judgement));
    let counts = [
        (stated.total, "in all", listed(record, vocabulary)),
        (stated.sufficient, "with sufficient progress", if_judged(Judgement::Sufficient)),
        (stated.not_sufficient, "without sufficient progress", if_judged(Judgement::NotSufficient)),
    ];
    let mut checks: Vec<Check> =
        counts.into_iter().filter_map(|(stated, what, found)| Some(compare(stated?, what, found?))).collect();
    checks.extend(stated.of_kind.iter().map(|(kind, stated)| {
        let found = record.findings.iter().filter(|finding| finding.kind == *kind).count();
        compare(*stated, &format!("with the name \u{201c}{}\u{201d}", vocabulary.finding_kind(kind)), found)
    }));
    checks.extend(sum(record));
    for check in &mut checks {
        check.at.clone_from(&record.stated_counts_at);
    }
    checks
}

/// The findings that the letter lists, if it lists any; those named in passing are none of them.
fn listed(record: &LetterRecord, vocabulary: &Vocabulary) -> Option<usize> {
    let listed = record.findings.iter().filter(|finding| !vocabulary.is_in_passing(&finding.kind));
    Some(listed.count()).filter(|count| *count > 0)
}

fn compare(stated: u32, what: &str, found: usize) -> Check {
    let ok = stated as usize == found;
    let detail = match ok {
        true => format!("the letter states {stated} {what}, and {found} were found"),
        false => format!("the letter states {stated} {what}, but {found} were found"),
    };
    Check { check: CHECK.to_owned(), ok, detail, at: None }
}

/// Sufficient and not sufficient must come to the stated total.
fn sum(record: &LetterRecord) -> Option<Check> {
    let stated = &record.stated_counts;
    let (good, bad, total) = (stated.sufficient?, stated.not_sufficient?, stated.total?);
    let ok = good + bad == total;
    let detail = match ok {
        true => {
            format!("the letter's {good} sufficient and {bad} not sufficient come to its total of {total}")
        }
        false => {
            format!(
                "the letter's {good} sufficient and {bad} not sufficient do not come to its total of {total}"
            )
        }
    };
    Some(Check { check: CHECK.to_owned(), ok, detail, at: None })
}
