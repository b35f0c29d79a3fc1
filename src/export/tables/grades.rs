use super::rows::{OfLetter, of_letters};
use super::shared::At;
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::record::Grade;

type Row<'a> = OfLetter<'a, Grade>;

pub fn table(held: &Held<'_>) -> Table {
    Draft::new("grades", "Grades", "A grade that a letter gives.")
        .letter_id(Row::id)
        .number("grade_number", |row| row.number)
        .column(Column::text("graded", "What is graded, as printed.").required(), |row: &Row<'_>| {
            (&row.it.of).into()
        })
        .column(Column::text("grade", "The grade's name in the rules; see codes.").required(), |row| {
            row.it.grade.name().into()
        })
        .rule(|row| &row.it.rule)
        .source(|row| &row.record.source)
        .quotation(|row| Some(At::of(&row.it.at)))
        .key(&["letter_id", "grade_number"])
        .rows(of_letters(held, |record| &record.grades))
}
