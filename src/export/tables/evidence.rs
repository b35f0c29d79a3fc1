use super::rows::{OfFinding, of_findings};
use super::shared::At;
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::record::{Evidence, EvidenceRole};

type Row<'a> = OfFinding<'a, Evidence>;

pub fn table(held: &Held<'_>) -> Table {
    let about =
        "Whose words it is: the inspectors' own finding, what the area reported of itself, or a next step.";
    Draft::new(
        "evidence",
        "Evidence",
        "A passage of a letter that stands under one of its findings, besides the finding's statement.",
    )
    .finding_id(Row::finding_id)
    .letter_id(Row::letter_id)
    .number("evidence_number", |row| row.number)
    .column(Column::text("role", about).required().one_of(EvidenceRole::NAMES), |row: &Row<'_>| {
        row.it.role.name().into()
    })
    .rule(|row| &row.it.rule)
    .source(|row| &row.record.source)
    .quotation(|row| Some(At::of(&row.it.at)))
    .key(&["finding_id", "evidence_number"])
    .rows(of_findings(held, |finding| &finding.evidence))
}
