use super::rows::{OfLetter, of_letters};
use super::shared::At;
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::record::{Observation, Polarity};

type Row<'a> = OfLetter<'a, Observation>;

pub fn table(held: &Held<'_>) -> Table {
    Draft::new(
        "observations",
        "Observations",
        "A bullet or paragraph of a letter that stands under no finding.",
    )
    .letter_id(Row::id)
    .number("observation_number", |row| row.number)
    .column(
        Column::text("section", "The section of the letter that it stands in, as the rules name it.")
            .required(),
        |row: &Row<'_>| (&row.it.section).into(),
    )
    .column(Column::text("polarity", "What the section lists.").required().one_of(Polarity::NAMES), |row| {
        row.it.polarity.name().into()
    })
    .rule(|row| &row.it.rule)
    .source(|row| &row.record.source)
    .quotation(|row| Some(At::of(&row.it.at)))
    .key(&["letter_id", "observation_number"])
    .rows(of_letters(held, |record| &record.observations))
}
