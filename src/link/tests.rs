use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::record::Judgement::{Effective, Identified, NotJudged, NotSufficient, Sufficient};
use crate::record::sample::{Sample, letter};
use crate::record::{Judgement, PartialDate, Polarity, PreviousVisit};

/// A letter of an invented area with findings of one kind.
fn list(dated: &str, kind: &str, of: &str, findings: &[(Judgement, &str)]) -> Sample {
    findings.iter().fold(letter("Ardale", dated, kind), |letter, (judgement, words)| {
        letter.finding(of, Some(*judgement), words)
    })
}

fn inspection() -> Sample {
    let findings = [
        (Identified, "the long waits for a wheelchair"),
        (Identified, "the lack of co-production with families"),
        (Identified, "too few short breaks at weekends"),
    ];
    list("2018-05-03", "inspection_letter", "significant_weakness", &findings)
}

fn revisit() -> Sample {
    let findings = [
        (NotSufficient, "children waited too long for wheelchairs"),
        (Sufficient, "there was no coproduction with families"),
        (NotSufficient, "there were few short breaks at weekends"),
    ];
    list("2021-02-01", "revisit_letter", "significant_weakness", &findings)
}

fn report() -> Sample {
    let findings = [
        (Identified, "Leaders should shorten the wait for a wheelchair."),
        (Identified, "Leaders should restore co-production with families."),
        (Identified, "Leaders should train midwives."),
    ];
    list("2024-03-01", "inspection_report", "area_for_improvement", &findings)
}

static RULES: LazyLock<RuleSet> = LazyLock::new(|| crate::rules::built_in().rules);

fn follow(letters: &[Sample]) -> AreaLinks {
    let letters: Vec<&LetterRecord> = letters.iter().map(|sample| &sample.record).collect();
    link_area(&letters, &RULES, &Decisions::default())
}

/// `2018/1 Same 2021/1` for each link that is more than related.
fn shown(linked: &AreaLinks) -> Vec<String> {
    let links = linked.links.iter().filter(|link| link.kind != LinkKind::Related);
    links.map(|link| format!("{} {:?} {}", short(&link.from), link.kind, short(&link.to))).collect()
}

fn short(id: &str) -> String {
    let parts: Vec<&str> = id.split('/').collect();
    format!("{}/{}", &parts[1][..4], parts.last().unwrap())
}

/// What became of a finding, each with the year of the letter that tells.
fn told(linked: &AreaLinks, finding: &str) -> Vec<(Status, String)> {
    let of = linked.statuses.iter().filter(|status| short(&status.finding) == finding);
    of.map(|status| (status.status, status.as_of.split('/').nth(1).unwrap()[..4].to_owned())).collect()
}

fn by(status: Status, year: &str) -> (Status, String) {
    (status, year.to_owned())
}

#[test]
fn a_repeated_list_is_matched_item_by_item() {
    let linked = follow(&[inspection(), revisit()]);
    assert_eq!(shown(&linked), ["2018/1 Same 2021/1", "2018/2 Same 2021/2", "2018/3 Same 2021/3"]);
    assert_eq!(told(&linked, "2018/1"), [by(Status::New, "2018"), by(Status::Persisted, "2021")]);
    assert_eq!(told(&linked, "2018/2"), [by(Status::New, "2018"), by(Status::Resolved, "2021")]);
    assert_eq!(told(&linked, "2021/1"), [by(Status::Persisted, "2021")]);
}

#[test]
fn a_list_in_another_order_is_matched_by_its_words() {
    let mut again = revisit();
    again.record.findings.swap(0, 2);
    for (number, finding) in (1..).zip(&mut again.record.findings) {
        finding.number = number;
        finding.id = format!("{}/significant_weakness/{number}", again.record.letter.id);
    }
    let linked = follow(&[inspection(), again]);
    assert_eq!(shown(&linked), ["2018/3 Same 2021/1", "2018/2 Same 2021/2", "2018/1 Same 2021/3"]);
}

#[test]
fn matters_carry_on_in_another_framework_or_are_dropped() {
    let linked = follow(&[inspection(), revisit(), report()]);
    assert_eq!(shown(&linked)[3..], ["2021/1 CarriesOn 2024/1", "2021/2 CarriesOn 2024/2"]);
    let wheelchairs = [by(Status::New, "2018"), by(Status::Persisted, "2021"), by(Status::Persisted, "2024")];
    assert_eq!(told(&linked, "2018/1"), wheelchairs);
    assert_eq!(told(&linked, "2021/2"), [by(Status::Resolved, "2021"), by(Status::Recurred, "2024")]);
    assert_eq!(
        told(&linked, "2021/3"),
        [by(Status::Persisted, "2021"), by(Status::NotCarriedForward, "2024")]
    );
    assert_eq!(told(&linked, "2024/1"), [by(Status::Persisted, "2024")]);
    assert_eq!(told(&linked, "2024/2"), [by(Status::Recurred, "2024")]);
    assert_eq!(told(&linked, "2024/3"), [by(Status::New, "2024")]);
}

#[test]
fn without_the_revisit_the_first_list_carries_on() {
    let linked = follow(&[inspection(), report()]);
    assert_eq!(shown(&linked), ["2018/1 CarriesOn 2024/1", "2018/2 CarriesOn 2024/2"]);
    assert_eq!(told(&linked, "2018/2"), [by(Status::New, "2018"), by(Status::Persisted, "2024")]);
    assert_eq!(told(&linked, "2018/3"), [by(Status::New, "2018"), by(Status::NotCarriedForward, "2024")]);
}

#[test]
fn a_stocktake_restates_and_does_not_judge() {
    let findings = [(NotJudged, "Leaders should shorten the wait for a wheelchair.")];
    let stocktake = list("2025-01-10", "stocktake_letter", "area_for_improvement", &findings);
    let linked = follow(&[report(), stocktake]);
    assert_eq!(shown(&linked), ["2024/1 Restated 2025/1"]);
    assert_eq!(told(&linked, "2024/1"), [by(Status::New, "2024"), by(Status::NotYetJudged, "2025")]);
    assert_eq!(told(&linked, "2024/2"), [by(Status::New, "2024"), by(Status::NotCarriedForward, "2025")]);
}

#[test]
fn a_letter_about_priority_actions_says_nothing_of_improvements() {
    let report =
        report().finding("priority_action", Some(Identified), "Leaders should keep children safe online.");
    let findings = [(Effective, "Leaders should keep children safe online.")];
    let monitoring = list("2025-06-01", "monitoring_report", "priority_action", &findings);
    let linked = follow(&[report, monitoring]);
    let told_of = |kind: &str| {
        let of = linked.statuses.iter().filter(|status| status.finding.contains(kind));
        of.map(|status| status.status).collect::<Vec<_>>()
    };
    assert_eq!(told_of("2024-03-01/inspection_report/area_for_improvement"), [Status::New; 3]);
    assert_eq!(told_of("inspection_report/priority_action"), [Status::New, Status::Resolved]);
}

#[test]
fn what_a_list_dropped_and_a_later_one_names_has_recurred() {
    let short_breaks = [(Identified, "Leaders should offer short breaks at weekends.")];
    let later = list("2026-02-01", "inspection_report", "area_for_improvement", &short_breaks);
    let linked = follow(&[inspection(), revisit(), report(), later]);
    let history =
        [by(Status::Persisted, "2021"), by(Status::NotCarriedForward, "2024"), by(Status::Recurred, "2026")];
    assert_eq!(told(&linked, "2021/3"), history);
    assert_eq!(told(&linked, "2026/1"), [by(Status::Recurred, "2026")]);
}

#[test]
fn letters_that_mention_weaknesses_restate_and_drop_nothing() {
    let findings = [(Identified, "poor co-production with families"), (Identified, "the state of the roads")];
    let notice = list("2019-06-01", "notice_letter", "concern", &findings);
    let linked = follow(&[inspection(), notice, revisit()]);
    assert_eq!(shown(&linked)[..2], ["2018/2 Restated 2019/1", "2018/1 Same 2021/1"]);
    let coproduction =
        [by(Status::New, "2018"), by(Status::NotYetJudged, "2019"), by(Status::Resolved, "2021")];
    assert_eq!(told(&linked, "2018/2"), coproduction);
    assert_eq!(told(&linked, "2018/1"), [by(Status::New, "2018"), by(Status::Persisted, "2021")]);
    assert_eq!(told(&linked, "2019/1"), [by(Status::NotYetJudged, "2019")]);
    assert_eq!(told(&linked, "2019/2"), [by(Status::New, "2019")]);
}

#[test]
fn a_judgement_that_could_not_be_read_is_unknown() {
    let mut unclear = revisit();
    unclear.record.findings[0].judgement = None;
    let linked = follow(&[inspection(), unclear]);
    assert_eq!(told(&linked, "2018/1"), [by(Status::New, "2018"), by(Status::Unknown, "2021")]);
}

#[test]
fn links_and_statuses_say_why() {
    let linked = follow(&[inspection(), revisit(), report()]);
    let link = linked.links.iter().find(|link| link.to.ends_with("area_for_improvement/2")).unwrap();
    assert!(link.reasons.iter().any(|reason| reason.contains("coproduction")), "{:?}", link.reasons);
    let reason = |finding: &str, year: &str| {
        let of = |status: &&FindingStatus| short(&status.finding) == finding && status.as_of.contains(year);
        linked.statuses.iter().find(of).unwrap().reason.clone()
    };
    assert_eq!(
        reason("2021/1", "2021"),
        "The revisit letter of 1 February 2021 judges that progress is not sufficient."
    );
    let recurred = "It had been judged resolved, and the inspection report of 1 March 2024 names it again as area \
                    for improvement 2.";
    assert_eq!(reason("2021/2", "2024"), recurred);
    let dropped = "The inspection report of 1 March 2024 names nothing like it, and no letter held had judged it \
                   resolved.";
    assert_eq!(reason("2021/3", "2024"), dropped);
}

#[test]
fn a_finding_is_called_what_its_pack_calls_it() {
    let findings = [(Identified, "poor co-production with families")];
    let report = list("2024-03-01", "inspection_report", "priority_action", &findings);
    let linked = follow(&[inspection(), revisit(), report]);
    let reasons: Vec<&str> = linked.statuses.iter().map(|status| status.reason.as_str()).collect();
    let wanted = "names it again as area for priority action 1.";
    assert!(reasons.iter().any(|reason| reason.ends_with(wanted)), "{reasons:#?}");
}

#[test]
fn the_wire_form_is_as_documented() {
    let linked = follow(&[inspection(), revisit()]);
    let link = serde_json::to_value(&linked.links[0]).unwrap();
    assert_eq!((&link["kind"], &link["decided_by"]), (&"same".into(), &"rules".into()));
    let status = serde_json::to_value(&linked.statuses[0]).unwrap();
    assert_eq!(status["status"], "new");
    let not_carried = serde_json::to_value(Status::NotCarriedForward).unwrap();
    assert_eq!(not_carried, "not_carried_forward");
}

#[test]
fn bullets_are_evidence_for_the_findings_they_are_like() {
    let letter = inspection()
        .observation("Families wait more than a year for a wheelchair. Some give up.")
        .observation("Co-production with families is at an early stage.")
        .observation("The library van visits every village.");
    let mut letter = letter.record;
    letter.observations.iter_mut().for_each(|bullet| bullet.polarity = Polarity::AreasForDevelopment);
    let map = evidence_map(&letter, &RULES);
    let found: Vec<Option<String>> = map.iter().map(|entry| entry.finding.as_deref().map(short)).collect();
    assert_eq!(found, [Some("2018/1".into()), Some("2018/2".into()), None]);

    letter.observations[0].polarity = Polarity::Strengths;
    assert_eq!(evidence_map(&letter, &RULES)[0].finding, None);
    letter.findings.clear();
    assert!(evidence_map(&letter, &RULES).is_empty());
}

proptest! {
    /// Whatever the findings say, links go from earlier to later letters, each pair once, and every finding has
    /// a status by its own letter.
    #[test]
    fn links_and_statuses_hold_together(words in prop::collection::vec("[a-f ]{0,12}", 9)) {
        let all = |range: std::ops::Range<usize>, judgement| -> Vec<(Judgement, &str)> {
            words[range].iter().map(|words| (judgement, words.as_str())).collect()
        };
        let letters = [
            list("2018-05-03", "inspection_letter", "significant_weakness", &all(0..3, Identified)),
            list("2021-02-01", "revisit_letter", "significant_weakness", &all(3..6, NotSufficient)),
            list("2024-03-01", "inspection_report", "area_for_improvement", &all(6..9, Identified)),
        ];
        let linked = follow(&letters);
        let mut pairs: Vec<_> = linked.links.iter().map(|link| (&link.from, &link.to)).collect();
        prop_assert!(pairs.iter().all(|(from, to)| short(from)[..4] < short(to)[..4]));
        let count = pairs.len();
        pairs.sort();
        pairs.dedup();
        prop_assert_eq!(pairs.len(), count);
        for finding in letters.iter().flat_map(|letter| &letter.record.findings) {
            let own = |status: &FindingStatus| {
                status.finding == finding.id && finding.id.starts_with(&status.as_of)
            };
            prop_assert!(linked.statuses.iter().any(own));
        }
    }
}

#[test]
fn a_status_says_that_a_letter_in_between_is_not_held() {
    let mut report = report();
    let at = report.paragraph("1 to 3 February 2021");
    let day = PartialDate::parse_iso("2021-02-03");
    report.record.letter.previous_visit = Some(PreviousVisit { from: day, to: day, at });
    let linked = follow(&[inspection(), report]);
    let missing = "The letter of the visit of 1 to 3 February 2021, which stands between, is not held.";
    let told: Vec<&FindingStatus> = linked.statuses.iter().filter(|it| it.as_of.contains("2024")).collect();
    let persisted: Vec<_> = told.iter().filter(|it| it.status == Status::Persisted).collect();
    assert!(!persisted.is_empty());
    assert!(persisted.iter().all(|it| it.reason.ends_with(missing)), "{persisted:?}");
    let new = told.iter().filter(|it| it.status == Status::New);
    assert!(new.clone().all(|it| !it.reason.contains("not held.")), "nothing stands before what is new");
}
