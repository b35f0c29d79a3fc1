use std::cell::Cell;
use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::record::Judgement::{NotSufficient, Sufficient};
use crate::record::sample::{Sample, letter};
use crate::record::{FindingKind, LetterRecord, Quote, Source, WireSpan};
use crate::rules::RuleSet;
use crate::store::{StoreError, StoredLetter};

static RULES: LazyLock<RuleSet> = LazyLock::new(|| crate::rules::built_in().rules);

const LETTER: &str = "ardale/2021-02-01/revisit_letter";

/// Texts of sample letters, each told by its own hash.
struct Texts<'a> {
    samples: &'a [Sample],
    asked: Cell<usize>,
}

impl Sources for Texts<'_> {
    fn text(&self, sha256: &str) -> Result<Option<String>, StoreError> {
        self.asked.set(self.asked.get() + 1);
        let found = self.samples.iter().find(|sample| sample.record.source.sha256 == sha256);
        Ok(found.map(|sample| sample.text.clone()))
    }

    fn pages(&self, _: &Source, _: &Quote) -> Option<WireSpan> {
        None
    }
}

fn revisit(statements: &[&str]) -> Sample {
    let empty = letter("Ardale", "2021-02-01", "revisit_letter");
    statements
        .iter()
        .fold(empty, |letter, words| letter.finding("significant_weakness", Some(NotSufficient), words))
}

fn stored(samples: &[Sample]) -> Vec<StoredLetter> {
    let keep =
        |sample: &Sample| StoredLetter { record: sample.record.clone(), warnings: vec![], also_in: vec![] };
    samples.iter().map(keep).collect()
}

fn anchor(exact: &str, prefix: &str) -> Anchor {
    Anchor { letter: LETTER.into(), exact: exact.into(), prefix: prefix.into(), suffix: String::new() }
}

fn correction(anchor: Anchor, change: Change) -> Correction {
    let date = PartialDate::parse_iso("2026-11-24").unwrap();
    Correction { anchor, change, by: "Jo Example".into(), date, why: "Page 6.".into(), at: 0..0 }
}

fn sufficient(exact: &str, prefix: &str) -> Correction {
    correction(anchor(exact, prefix), Change::Judgement(Sufficient))
}

fn applied(samples: &[Sample], corrections: &[Correction]) -> (Vec<LetterRecord>, Applied) {
    let mut letters = stored(samples);
    let texts = Texts { samples, asked: Cell::new(0) };
    let applied = apply(&mut letters, corrections, &RULES, &texts).unwrap();
    (letters.into_iter().map(|letter| letter.record).collect(), applied)
}

/// The end of the id of the finding that a correction is about, or why it is lost.
fn outcome(samples: &[Sample], correction: Correction) -> Result<String, Lost> {
    let (_, applied) = applied(samples, &[correction]);
    applied.outcomes.into_iter().next().unwrap().map(|id| id.rsplit_once('/').unwrap().1.to_owned())
}

const WAITS: &str = "children wait too long for a wheelchair";
const OFFER: &str = "the local offer is out of date and hard to find";

#[test]
fn a_correction_follows_its_statement_to_another_number() {
    for (statements, number) in [([WAITS, OFFER], "2"), ([OFFER, WAITS], "1")] {
        assert_eq!(outcome(&[revisit(&statements)], sufficient(OFFER, "")), Ok(number.to_owned()));
    }
}

#[test]
fn the_record_says_what_was_decided_and_by_whom() {
    let (records, _) = applied(&[revisit(&[WAITS])], &[sufficient(WAITS, "")]);
    let finding = &records[0].findings[0];
    assert_eq!(finding.judgement, Some(Sufficient));
    let decided = finding.judged_by_person().unwrap();
    assert_eq!(
        (decided.from.as_deref(), decided.to.as_deref()),
        (Some("not_sufficient"), Some("sufficient"))
    );
    assert_eq!(decided.by, "Jo Example");
}

#[test]
fn of_two_corrections_the_later_stands() {
    let back = correction(anchor(WAITS, ""), Change::Judgement(NotSufficient));
    let (records, _) = applied(&[revisit(&[WAITS])], &[sufficient(WAITS, ""), back]);
    assert_eq!(records[0].findings[0].judgement, Some(NotSufficient));
    assert_eq!(records[0].findings[0].decided.len(), 2);
}

#[test]
fn a_passage_of_the_statement_or_of_its_evidence_is_enough() {
    let sample = revisit(&[WAITS, OFFER]).evidence("Parents told inspectors that they seldom use it.");
    assert_eq!(
        outcome(std::slice::from_ref(&sample), sufficient("local offer is out of date", "")),
        Ok("2".into())
    );
    assert_eq!(outcome(&[sample], sufficient("they seldom use it", "")), Ok("2".into()));
}

#[test]
fn words_that_stand_twice_are_told_apart_by_those_around_them() {
    let mut sample = revisit(&[WAITS]);
    sample.paragraph("In the north");
    let sample = sample.finding("significant_weakness", None, OFFER);
    let mut sample = sample;
    sample.paragraph("In the south");
    let sample = [sample.finding("significant_weakness", None, OFFER)];
    assert_eq!(outcome(&sample, sufficient(OFFER, "In the south")), Ok("3".into()));
    assert_eq!(outcome(&sample, sufficient(OFFER, "In the north")), Ok("2".into()));
    assert!(
        matches!(outcome(&sample, sufficient(OFFER, "")), Err(Lost::Several { ids, .. }) if ids.len() == 2)
    );
}

#[test]
fn a_slip_is_forgiven_and_another_statement_is_not() {
    let slip = "the local offer is out of date and hard to fnd";
    assert_eq!(outcome(&[revisit(&[WAITS, OFFER])], sufficient(slip, "")), Ok("2".into()));
    let other = "transitions into adult services are weak";
    assert!(matches!(outcome(&[revisit(&[WAITS, OFFER])], sufficient(other, "")), Err(Lost::NoWords { .. })));
}

#[test]
fn two_statements_that_are_both_like_it_are_not_guessed_between() {
    let (one, other) =
        ("children wait too long for a scooter now", "children wait too long for a scooter too");
    let asked = "children wait too long for a scooter yet";
    let lost = outcome(&[revisit(&[one, other])], sufficient(asked, ""));
    assert!(matches!(lost, Err(Lost::NoWords { .. })), "{lost:?}");
}

#[test]
fn words_beside_the_findings_are_told_apart_from_words_that_are_not_there() {
    let mut sample = revisit(&[WAITS]);
    sample.paragraph("Leaders have made a good start.");
    let lost = outcome(&[sample], sufficient("Leaders have made a good start", ""));
    assert!(matches!(lost, Err(Lost::NoFinding { .. })), "{lost:?}");
}

#[test]
fn a_letter_whose_date_is_read_otherwise_is_the_same_and_a_later_one_of_its_kind_is_not() {
    let dated = |date: &str| {
        letter("Ardale", date, "revisit_letter").finding("significant_weakness", Some(NotSufficient), WAITS)
    };
    assert_eq!(outcome(&[dated("2021-01-20")], sufficient(WAITS, "")), Ok("1".into()));
    assert_eq!(outcome(&[dated("undated")], sufficient(WAITS, "")), Ok("1".into()));
    let later = outcome(&[dated("2022-02-01")], sufficient(WAITS, ""));
    assert!(matches!(later, Err(Lost::NoLetter { .. })), "{later:?}");
}

#[test]
fn a_finding_is_added_once_and_other_corrections_may_be_about_it() {
    let mut sample = revisit(&[OFFER, WAITS]);
    sample.paragraph("Leaders do not know how many children wait.");
    let words = "Leaders do not know how many children wait.";
    let adding = correction(anchor(words, ""), Change::FindingKind(FindingKind::new("significant_weakness")));
    let corrections = [sufficient(words, ""), adding.clone(), adding];
    let (records, applied) = applied(&[sample], &corrections);
    let finding = &records[0].findings[2];
    assert_eq!((records[0].findings.len(), finding.number), (3, 3));
    assert!(finding.id.starts_with(&format!("{LETTER}/significant_weakness/added-")), "{}", finding.id);
    assert_eq!(finding.judgement, Some(Sufficient));
    assert!(applied.outcomes.iter().all(|outcome| outcome.as_ref() == Ok(&finding.id)));
}

#[test]
fn a_link_and_a_status_are_decided_between_two_letters() {
    let first =
        letter("Ardale", "2018-05-03", "inspection_letter").finding("significant_weakness", None, OFFER);
    let other = Anchor { letter: first.record.letter.id.clone(), ..anchor(OFFER, "") };
    let as_of = |letter: &str| Change::Status { status: crate::link::Status::Resolved, as_of: letter.into() };
    let corrections = [
        correction(anchor(WAITS, ""), Change::Link(LinkChange { kind: None, other })),
        correction(anchor(WAITS, ""), as_of(LETTER)),
        correction(anchor(WAITS, ""), as_of(&first.record.letter.id)),
    ];
    let (_, applied) = applied(&[first, revisit(&[WAITS])], &corrections);
    assert_eq!(applied.decisions.links.len(), 1);
    assert_eq!(applied.decisions.statuses.len(), 1);
    assert!(matches!(applied.outcomes[2], Err(Lost::TooEarly { .. })), "{:?}", applied.outcomes);
}

#[test]
fn a_name_that_the_rules_do_not_have_is_told_with_the_nearest() {
    let lost =
        outcome(&[revisit(&[WAITS])], correction(anchor(WAITS, ""), Change::AddTheme("local_ofer".into())));
    assert!(matches!(lost, Err(Lost::NoName { near: Some(near), .. }) if near == "local_offer"));
}

#[test]
fn a_statement_that_is_found_costs_no_reading_of_texts() {
    let samples = [revisit(&[WAITS, OFFER])];
    let texts = Texts { samples: &samples, asked: Cell::new(0) };
    apply(&mut stored(&samples), &[sufficient(OFFER, "")], &RULES, &texts).unwrap();
    assert_eq!(texts.asked.get(), 0);
}

fn parse(text: &str) -> CorrectionFile {
    CorrectionFile::parse(Path::new("corrections.toml"), text.into())
}

const WHOLE: &str = "format = 1\n# mine\n[[correction]]\nletter = \"a/2021/b\"\nexact = \"words\"\n\
                     judgement = \"sufficient\"\nby = \"Jo\"\ndate = 2026-11-24\nwhy = \"so\"\n";

#[test]
fn what_is_added_is_read_back_and_comments_stay() {
    let other = Anchor { letter: "a/2018-01/c".into(), ..anchor("other \"words\"", "before") };
    let changes = [
        Change::AddTheme("local_offer".into()),
        Change::Status { status: crate::link::Status::Recurred, as_of: "a/2021/b".into() },
        Change::Link(LinkChange { kind: Some(crate::link::LinkKind::CarriesOn), other: other.clone() }),
        Change::Link(LinkChange { kind: None, other }),
        Change::FindingKind(FindingKind::new("priority_action")),
    ];
    let mut text = WHOLE.to_owned();
    for change in &changes {
        text = add(&text, &correction(anchor("some\nwords", ""), change.clone())).unwrap();
    }
    let file = parse(&text);
    assert!(file.faults.is_empty(), "{:?}", file.faults);
    assert!(text.starts_with(WHOLE), "{text}");
    let read: Vec<Change> = file.corrections.iter().skip(1).map(|read| read.change.clone()).collect();
    assert_eq!(read, changes);
    assert_eq!(file.line(&file.corrections[0]), 5);
}

#[test]
fn each_fault_is_told_with_its_line_and_the_rest_is_used() {
    let faults = [
        ("judgement = \"sufficient\"", "judgment = \"sufficient\"", "unknown key `judgment`"),
        ("judgement = \"sufficient\"", "judgement = \"sufficent\"", "`judgement` cannot be"),
        ("judgement = \"sufficient\"", "status = \"resolved\"", "`as_of` is missing"),
        ("judgement = \"sufficient\"", "add_theme = \"a\"\nremove_theme = \"b\"", "several things"),
        ("by = \"Jo\"\n", "", "`by` is missing"),
        ("why = \"so\"", "why = \" \"", "`why` is empty"),
        ("date = 2026-11-24\n", "date = \"last week\"\n", "`date` is not a date"),
    ];
    for (from, to, said) in faults {
        let text = format!("{}{}", WHOLE.replace(from, to), WHOLE.replace("format = 1\n", ""));
        let file = parse(&text);
        assert_eq!(file.corrections.len(), 1, "{to}");
        let told: Vec<String> = file.faults.iter().map(ToString::to_string).collect();
        assert!(told.iter().any(|fault| fault.contains(said) && fault.contains("line ")), "{said}: {told:?}");
    }
    assert!(parse(&WHOLE.replace("= 1", "= 2")).corrections.is_empty());
    assert!(parse("this is not TOML").faults[0].message.contains("not valid TOML"));
}

#[test]
fn every_name_of_a_status_and_of_a_link_is_known() {
    assert!(STATUSES.iter().all(|name| status(name).is_some()));
    assert!(LINKS.iter().all(|name| link_kind(name).is_some()));
}

proptest! {
    #[test]
    fn a_statement_set_anew_is_still_the_one(breaks in proptest::collection::vec(0..4usize, 12), at in 0..2usize) {
        let statements = [WAITS, OFFER];
        let set = |words: &str| {
            let gaps = breaks.iter().cycle().map(|gap| [" ", "\n", " \u{ad}", "  "][*gap]);
            words.split(' ').zip(gaps).map(|(word, gap)| format!("{word}{gap}")).collect::<String>()
        };
        let anew: Vec<String> = statements.iter().map(|words| set(words)).collect();
        let sample = revisit(&[&anew[0], &anew[1]]);
        prop_assert_eq!(outcome(&[sample], sufficient(statements[at], "")), Ok((at + 1).to_string()));
    }

    #[test]
    fn any_text_gives_corrections_or_faults(text in "\\PC{0,80}") {
        parse(&text);
        parse(&format!("format = 1\n[[correction]]\n{text}"));
    }
}
