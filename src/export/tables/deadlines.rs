use super::rows::{OfLetter, of_letters};
use super::shared::At;
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::record::{Deadline, PeriodUnit};

type Row<'a> = OfLetter<'a, Deadline>;

const STARTS: &str = "The kind of event that the period runs from, where the rules say.";

pub fn table(held: &Held<'_>) -> Table {
    Draft::new("deadlines", "Deadlines", "A period that a letter sets.")
        .letter_id(Row::id)
        .number("deadline_number", |row| row.number)
        .column(Column::text("what", "What must be done by its end.").required(), |row: &Row<'_>| {
            (&row.it.what).into()
        })
        .column(Column::integer("length", "How many of `unit` the period is long.").required(), |row| {
            row.it.days.into()
        })
        .column(
            Column::text("unit", "What the period is counted in.").required().one_of(PeriodUnit::NAMES),
            |row| row.it.unit.name().into(),
        )
        .column(Column::text("runs_from", "What the period runs from, in words."), |row| {
            row.it.from.as_ref().into()
        })
        .column(Column::text("starts_event", STARTS), |row| {
            row.it.starts.as_ref().map(|event| event.name()).into()
        })
        .column(Column::text("starts_event_of", "The kind of letter that this event is about."), |row| {
            row.it.starts_of.as_ref().into()
        })
        .column(Column::text("ends_event", "The kind of event that ends the period in time."), |row| {
            row.it.ends.as_ref().map(|event| event.name()).into()
        })
        .rule(|row| &row.it.rule)
        .source(|row| &row.record.source)
        .quotation(|row| Some(At::of(&row.it.at)))
        .key(&["letter_id", "deadline_number"])
        .rows(of_letters(held, |record| &record.deadlines))
}
