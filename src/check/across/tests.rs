use super::*;
use crate::record::sample::{Sample, letter};
use crate::record::{Event, EventKind, Judgement, PartialDate, PreviousVisit, Visit};

fn list(dated: &str, kind: &str, findings: usize) -> Sample {
    (0..findings).fold(letter("Ardale", dated, kind), |letter, number| {
        let words = format!("weakness number {number}");
        letter.finding("significant_weakness", Some(Judgement::Identified), &words)
    })
}

fn told(mut sample: Sample, kind: &str, of: Option<&str>, date: &str) -> Sample {
    let at = sample.paragraph(&format!("It was {kind} on {date}."));
    sample.record.events.push(Event {
        kind: EventKind::new(kind),
        to_come: false,
        of: of.map(str::to_owned),
        date: PartialDate::parse_iso(date),
        years: None,
        months: None,
        at,
        rule: "test#event".into(),
    });
    sample
}

fn found(samples: &[Sample]) -> Vec<(&'static str, String, usize)> {
    let letters: Vec<&LetterRecord> = samples.iter().map(|sample| &sample.record).collect();
    let rules = crate::rules::built_in().rules;
    let found = contradictions(&letters, &rules);
    found.into_iter().map(|found| (found.check, found.detail, found.passages.len())).collect()
}

#[test]
fn a_total_that_is_not_the_length_of_the_list_behind_it() {
    let mut revisit = list("2020-05-01", "revisit_letter", 3);
    revisit.record.stated_counts.total = Some(4);
    revisit.record.stated_counts_at =
        Some(revisit.paragraph("in addressing the four significant weaknesses"));
    let found = found(&[list("2018-05-03", "inspection_letter", 3), revisit]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].0, found[0].2), ("count", 2), "both passages are named");
    assert!(found[0].1.contains("states 4 findings") && found[0].1.contains("lists 3"), "{found:?}");
}

#[test]
fn one_event_with_two_dates() {
    let kind = "statement_fit_for_purpose";
    let page = told(letter("Ardale", "2018-12-01", "statement_page"), kind, None, "2018-10-16");
    let revisit = told(list("2020-05-01", "revisit_letter", 1), kind, None, "2018-10-18");
    let found = found(&[list("2018-05-03", "inspection_letter", 1), page, revisit]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].0, found[0].2), ("date", 2));
}

#[test]
fn a_month_agrees_with_its_day_and_a_later_event_is_another() {
    let kind = "statement_fit_for_purpose";
    let page = told(letter("Ardale", "2018-12-01", "statement_page"), kind, None, "2018-10");
    let revisit = told(list("2020-05-01", "revisit_letter", 1), kind, None, "2018-10-18");
    let again = told(letter("Ardale", "2022-12-01", "statement_page"), kind, None, "2022-09-01");
    assert_eq!(found(&[list("2018-05-03", "inspection_letter", 1), page, revisit, again]), []);
}

#[test]
fn a_visit_that_two_letters_date_differently() {
    let visit = |from, to| {
        let day = |text| PartialDate::parse_iso(text).unwrap();
        Visit { from: day(from), to: day(to) }
    };
    let mut revisit = letter("Ardale", "2021-12-14", "revisit_letter");
    revisit.record.letter.visit = Some(visit("2021-11-01", "2021-11-03"));
    let mut report = letter("Ardale", "2024-04-26", "inspection_report");
    let at = report.paragraph("1 to 4 November 2021");
    let previous = visit("2021-11-01", "2021-11-04");
    report.record.letter.previous_visit =
        Some(PreviousVisit { from: Some(previous.from), to: Some(previous.to), at });
    let found = found(&[revisit, report]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, "date");
}

#[test]
fn a_letter_that_is_referred_to_and_not_held() {
    let revisit = told(
        list("2020-05-01", "revisit_letter", 1),
        "letter_published",
        Some("inspection_letter"),
        "2018-05-16",
    );
    let found_alone = found(std::slice::from_ref(&revisit));
    assert_eq!(found_alone.len(), 1, "{found_alone:?}");
    assert_eq!(found_alone[0].0, "not_held");
    assert_eq!(found(&[list("2018-05-03", "inspection_letter", 1), revisit]), []);
}
