use super::rows::{OfLetter, of_letters};
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::record::Person;

type Row<'a> = OfLetter<'a, Person>;

pub fn table(held: &Held<'_>) -> Table {
    Draft::new("people", "People", "Someone who signed a letter or is named as an inspector in it.")
        .letter_id(Row::id)
        .number("person_number", |row| row.number)
        .column(Column::text("name", "The name, as printed.").required(), |row: &Row<'_>| {
            (&row.it.name).into()
        })
        .column(Column::text("role", "The person's role, as printed."), |row| row.it.role.as_ref().into())
        .column(Column::text("organisation", "Whom the person works for."), |row| {
            row.it.organisation.as_ref().into()
        })
        .key(&["letter_id", "person_number"])
        .rows(of_letters(held, |record| &record.people))
}
