use super::rows::{OfLetter, of_letters};
use super::shared::At;
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::record::Event;

type Row<'a> = OfLetter<'a, Event>;

const OF: &str =
    "What it is about: a kind of letter, or a finding of this letter as `area_for_improvement 2`.";

pub fn table(held: &Held<'_>) -> Table {
    Draft::new("events", "Events", "Something that happened or will happen, as a letter tells it.")
        .letter_id(Row::id)
        .number("event_number", |row| row.number)
        .column(
            Column::text("event", "The kind of event, by its name in the rules; see codes.").required(),
            |row: &Row<'_>| row.it.kind.name().into(),
        )
        .column(Column::boolean("to_come", "The letter tells of it before it happens.").required(), |row| {
            row.it.to_come.into()
        })
        .column(Column::text("event_of", OF), |row| row.it.of.as_ref().into())
        .column(Column::text("event_finding_id", "That finding's id, where it is about one."), |row| {
            about_finding(row).into()
        })
        .refers("event_finding_id", "findings", "finding_id")
        .column(Column::date("date", "Where the letter gives a day or month."), |row| row.it.date.into())
        .column(
            Column::integer("years", "Where it gives a period in years instead, from this letter."),
            |row| row.it.years.into(),
        )
        .column(Column::integer("months", "Where it gives a period in months."), |row| row.it.months.into())
        .rule(|row| &row.it.rule)
        .source(|row| &row.record.source)
        .quotation(|row| Some(At::of(&row.it.at)))
        .key(&["letter_id", "event_number"])
        .rows(of_letters(held, |record| &record.events))
}

fn about_finding<'a>(row: &Row<'a>) -> Option<&'a str> {
    let (kind, number) = row.it.of.as_ref()?.rsplit_once(' ')?;
    let number: u32 = number.parse().ok()?;
    let finding =
        row.record.findings.iter().find(|finding| finding.kind.name() == kind && finding.number == number)?;
    Some(&finding.id)
}
