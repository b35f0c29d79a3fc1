use crate::record::{Check, FindingKind, Judgement, LetterRecord};

/// Compares each count that the letter states with what was found.
pub fn stated_counts(record: &LetterRecord) -> Vec<Check> {
    let stated = &record.stated_counts;
    let of_kind = |kind| record.findings.iter().filter(|finding| finding.kind == kind).count();
    let judged =
        |judgement| record.findings.iter().filter(|finding| finding.judgement == Some(judgement)).count();
    let any_judged = judged(Judgement::Sufficient) + judged(Judgement::NotSufficient) > 0;
    let counts = [
        (stated.total, "in all", listed(record)),
        (stated.sufficient, "with sufficient progress", any_judged.then(|| judged(Judgement::Sufficient))),
        (
            stated.not_sufficient,
            "without sufficient progress",
            any_judged.then(|| judged(Judgement::NotSufficient)),
        ),
        (stated.priority_action, "for priority action", Some(of_kind(FindingKind::PriorityAction))),
        (stated.area_for_improvement, "for improvement", Some(of_kind(FindingKind::AreaForImprovement))),
        (stated.significant_weakness, "of significant weakness", listed(record)),
    ];
    let mut checks: Vec<Check> =
        counts.into_iter().filter_map(|(stated, what, found)| compare(stated?, what, found?)).collect();
    checks.extend(sum(record));
    checks
}

/// The weaknesses that the letter lists, if it lists any.
fn listed(record: &LetterRecord) -> Option<usize> {
    let listed = record.findings.iter().filter(|finding| finding.kind == FindingKind::SignificantWeakness);
    Some(listed.count()).filter(|count| *count > 0)
}

fn compare(stated: u32, what: &str, found: usize) -> Option<Check> {
    let ok = stated as usize == found;
    let detail = match ok {
        true => format!("the letter states {stated} {what}, and {found} were found"),
        false => format!("the letter states {stated} {what}, but {found} were found"),
    };
    Some(Check { check: "stated_count".to_owned(), ok, detail, at: None })
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
    Some(Check { check: "stated_count".to_owned(), ok, detail, at: None })
}
