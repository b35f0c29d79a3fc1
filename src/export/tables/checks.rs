use super::rows::{OfLetter, of_letters};
use super::shared::At;
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::record::Check;

type Row<'a> = OfLetter<'a, Check>;

pub fn table(held: &Held<'_>) -> Table {
    Draft::new(
        "checks",
        "Checks",
        "Something about one letter that was verified, or that a reader should look at.",
    )
    .letter_id(Row::id)
    .number("check_number", |row| row.number)
    .column(
        Column::text("check", "What was checked, such as stated_count or weekday.").required(),
        |row: &Row<'_>| (&row.it.check).into(),
    )
    .column(Column::boolean("ok", "Whether all is well.").required(), |row| row.it.ok.into())
    .column(Column::text("detail", "What was found, in one sentence.").required(), |row| {
        (&row.it.detail).into()
    })
    .source(|row| &row.record.source)
    .quotation_of("", "Where the check is about a passage.", |row| row.it.at.as_ref().map(At::of))
    .key(&["letter_id", "check_number"])
    .rows(of_letters(held, |record| &record.checks))
}
