use super::rows::{OfFinding, of_findings};
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::record::{Decided, Decision};

type Row<'a> = OfFinding<'a, Decided>;

const WHAT: [&str; 5] = ["finding", "judgement", "theme", "status", "link"];

pub fn table(held: &Held<'_>) -> Table {
    Draft::new(
        "corrections",
        "Corrections",
        "Something about a finding that a person decided in place of the rules.",
    )
    .finding_id(Row::finding_id)
    .letter_id(Row::letter_id)
    .column(
        Column::integer("correction_number", "From 1, in the order they are applied.").required(),
        |row| row.number.into(),
    )
    .column(Column::text("what", "What was decided.").required().one_of(&WHAT), |row: &Row<'_>| {
        row.it.what.name().into()
    })
    .column(
        Column::text("before", "As it was before, where that is known: a judgement, or a theme taken away."),
        |row| row.it.from.as_ref().into(),
    )
    .column(Column::text("after", "As it is now; absent where something was taken away."), |row| {
        row.it.to.as_ref().into()
    })
    .column(Column::text("as_of_letter_id", "Of a status: the letter that it is as of."), |row| {
        row.it.about.as_ref().filter(|_| row.it.what == Decision::Status).into()
    })
    .refers("as_of_letter_id", "letters", "letter_id")
    .column(Column::text("linked_finding_id", "Of a link: the other finding."), |row| {
        row.it.about.as_ref().filter(|_| row.it.what == Decision::Link).into()
    })
    .refers("linked_finding_id", "findings", "finding_id")
    .column(Column::text("decided_by_name", "Who decided it.").required(), |row| (&row.it.by).into())
    .column(Column::date("decided_on", "When.").required(), |row| row.it.date.into())
    .column(Column::text("why", "The reason that was given.").required(), |row| (&row.it.why).into())
    .key(&["finding_id", "correction_number"])
    .rows(of_findings(held, |finding| &finding.decided))
}
