//! The definitions, on small invented libraries.

use super::*;
use crate::record::Judgement::{self, Identified, NotSufficient, Sufficient};
use crate::record::sample::{Sample, letter};
use crate::store::StoredLetter;

/// A letter of a region with findings, each by its theme and judgement.
fn held(area: &str, region: &str, dated: &str, kind: &str, findings: &[(&str, Judgement)]) -> Sample {
    let mut sample = letter(area, dated, kind);
    for (at, (theme, judgement)) in findings.iter().enumerate() {
        sample = sample.finding("significant_weakness", Some(*judgement), &format!("weakness {at}"));
        sample.record.findings[at].themes = vec![(*theme).to_owned()];
    }
    let area = sample.record.letter.area.as_mut().unwrap();
    area.region = Some(region.to_owned());
    sample
}

/// Aldmoor is inspected, told to act and visited again; Birchcombe is inspected; of Coldhaven there is a notice alone.
fn library() -> Library {
    let letters = [
        held(
            "Aldmoor",
            "North East",
            "2018-05-01",
            "inspection_letter",
            &[("co_production", Identified), ("co_production", Identified), ("ehc_plan_quality", Identified)],
        ),
        held("Aldmoor", "North East", "2018-06-01", "notice_letter", &[("co_production", Identified)]),
        held(
            "Aldmoor",
            "North East",
            "2021-05-01",
            "revisit_letter",
            &[
                ("co_production", Sufficient),
                ("co_production", NotSufficient),
                ("ehc_plan_quality", NotSufficient),
            ],
        ),
        held(
            "Birchcombe",
            "North West",
            "2018-09-01",
            "inspection_letter",
            &[("ehc_plan_quality", Identified)],
        ),
        held("Coldhaven", "North West", "2019-01-01", "notice_letter", &[]),
    ];
    let stored = |sample: Sample| StoredLetter { record: sample.record, warnings: vec![], also_in: vec![] };
    Library::new(letters.into_iter().map(stored).collect())
}

fn compared(rows: Dimension, columns: Dimension, measure: Measure) -> Matrix {
    let comparison = Comparison { filter: LetterFilter::default(), rows, columns, measure, together: true };
    compare(&library(), &crate::rules::built_in().rules, &comparison)
}

fn cell<'a>(matrix: &'a Matrix, row: &str, column: &str) -> &'a Cell {
    matrix.open(row, None, column).unwrap()[0].2
}

/// Letters naming such a finding, and letters that could have.
fn share(matrix: &Matrix, row: &str, column: &str) -> (usize, usize) {
    let cell = cell(matrix, row, column);
    (cell.letters_naming, cell.held.letters_could)
}

#[test]
fn a_count_takes_in_every_letter_that_names_or_restates() {
    let matrix = compared(Dimension::Theme, Dimension::Year, Measure::Count);
    assert_eq!(cell(&matrix, "co_production", "2018").count, Some(3));
    assert_eq!(cell(&matrix, "co_production", "2021").count, Some(2));
    assert_eq!(cell(&matrix, "co_production", "2019").count, Some(0), "a notice could have named it");
    assert_eq!(cell(&matrix, "co_production", "2018").held.letters_could, 3);
    assert_eq!((matrix.held.letters_held, matrix.held.areas_held), (5, 3));
}

#[test]
fn a_share_counts_letters_once_and_only_those_that_name_findings_of_their_own() {
    let matrix = compared(Dimension::Theme, Dimension::Year, Measure::Share);
    assert_eq!(share(&matrix, "co_production", "2018"), (1, 2), "two findings of one letter, and no notice");
    assert_eq!(share(&matrix, "ehc_plan_quality", "2018"), (2, 2));
    assert_eq!(share(&matrix, "alternative_provision", "2018"), (0, 2));
    assert_eq!(cell(&matrix, "co_production", "2018").value, Some(0.5));
    assert_eq!(cell(&matrix, "alternative_provision", "2018").value, Some(0.0));
    let revisit = cell(&matrix, "co_production", "2021");
    assert!(revisit.is_blank() && revisit.value.is_none(), "a revisit can only restate");
    assert_eq!((revisit.held.letters_held, revisit.held.letters_could), (1, 0));
    assert_eq!(matrix.left_out, ["notice_letter", "revisit_letter"]);
    assert_eq!((matrix.held.letters_held, matrix.held.letters_could), (5, 2));
}

#[test]
fn revisits_are_witnesses_of_the_judgements_that_they_give() {
    let matrix = compared(Dimension::Region, Dimension::Judgement, Measure::Share);
    assert_eq!(share(&matrix, "North East", "sufficient"), (1, 1));
    assert_eq!(share(&matrix, "North East", "identified"), (1, 1));
    assert!(cell(&matrix, "North West", "sufficient").is_blank(), "no revisit of that region is held");
}

#[test]
fn judgements_are_counted_apart_and_the_share_is_of_those_judged() {
    let matrix = compared(Dimension::Theme, Dimension::Year, Measure::Judgement);
    let judged = cell(&matrix, "co_production", "2021");
    assert_eq!(judged.judgements.of(Some(Sufficient)), 1);
    assert_eq!(judged.judgements.of(Some(NotSufficient)), 1);
    assert_eq!(judged.value, Some(0.5));
    let named = cell(&matrix, "co_production", "2018");
    assert_eq!((named.judgements.of(Some(Identified)), named.value), (3, None), "nothing was judged in 2018");
    assert_eq!(cell(&matrix, "alternative_provision", "2021").count, Some(0));
}

#[test]
fn a_region_and_a_year_without_letters_are_blank_and_carry_denominators() {
    let matrix = compared(Dimension::Region, Dimension::Year, Measure::Count);
    assert_eq!(cell(&matrix, "North East", "2018").count, Some(4));
    assert_eq!(cell(&matrix, "North West", "2018").count, Some(1));
    assert_eq!(cell(&matrix, "North West", "2019").count, Some(0));
    assert!(cell(&matrix, "North West", "2021").is_blank());
    let west = &matrix.rows.iter().find(|row| row.key.id == "North West").unwrap().held;
    assert_eq!((west.letters_held, west.areas_held), (2, 2));
    assert_eq!(matrix.columns[0].held.areas_held, 2, "Aldmoor and Birchcombe in 2018");
}

#[test]
fn areas_by_themes_share_only_among_the_letters_of_the_area() {
    let matrix = compared(Dimension::Area, Dimension::Theme, Measure::Share);
    assert_eq!(share(&matrix, "Aldmoor", "co_production"), (1, 1));
    assert_eq!(share(&matrix, "Birchcombe", "co_production"), (0, 1));
    assert!(cell(&matrix, "Coldhaven", "co_production").is_blank(), "a notice mentions in passing");
}

#[test]
fn a_kind_of_finding_that_no_letter_held_can_give_is_blank() {
    let matrix = compared(Dimension::Letter, Dimension::Kind, Measure::Count);
    assert_eq!(cell(&matrix, "revisit_letter", "significant_weakness").count, Some(3));
    assert_eq!(cell(&matrix, "inspection_letter", "significant_weakness").count, Some(4));
    let notice = cell(&matrix, "notice_letter", "significant_weakness");
    assert_eq!(
        (notice.count, notice.held.letters_could),
        (Some(1), 1),
        "one says it all the same, one cannot"
    );
}

#[test]
fn areas_of_a_region_of_which_nothing_is_held_are_named() {
    let filter = LetterFilter { region: Some("North East".to_owned()), ..LetterFilter::default() };
    let (rows, columns) = (Dimension::Area, Dimension::Year);
    let comparison = Comparison { filter, rows, columns, measure: Measure::Count, together: false };
    let matrix = compare(&library(), &crate::rules::built_in().rules, &comparison);
    assert!(matrix.areas_not_held.contains(&"Hartlepool".to_owned()), "{:?}", matrix.areas_not_held);
    assert!(cell(&matrix, "Hartlepool", "2018").is_blank());
    assert_eq!(cell(&matrix, "Aldmoor", "2018").count, Some(4));
}

#[test]
fn a_turned_matrix_says_the_same() {
    let matrix = compared(Dimension::Theme, Dimension::Year, Measure::Share);
    let turned = matrix.turned().unwrap();
    assert_eq!(share(&turned, "2018", "co_production"), share(&matrix, "co_production", "2018"));
    assert_eq!(turned.rows[0].held, matrix.columns[0].held);
    assert_eq!(turned.turned().unwrap(), matrix);
}
