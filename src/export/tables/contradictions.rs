use super::shared::{At, area_id};
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::query::contradictions::{Contradicted, Contradicting};
use crate::record::{Area, LetterRecord};

/// A contradiction of an area's letters, and its number there.
struct Row<'a> {
    /// One of the area's letters, which tells its name.
    record: &'a LetterRecord,
    number: usize,
    it: &'a Contradicted,
}

impl Row<'_> {
    fn area_id(&self) -> &str {
        area_id(self.record)
    }

    fn area(&self) -> Option<&Area> {
        self.record.letter.area.as_ref()
    }
}

const NUMBER: &str = "From 1 within the area: those of one letter first, then those between letters.";

pub fn table(held: &Held<'_>) -> Table {
    Draft::new(
        "contradictions",
        "Contradictions",
        "Something that the letters of an area say against each other, or that one says against itself.",
    )
    .area(Row::area_id, Row::area)
    .column(Column::integer("contradiction_number", NUMBER).required(), |row| row.number.into())
    .column(
        Column::text("check", "What was checked, such as weekday, count or deadline.").required(),
        |row| (&row.it.check).into(),
    )
    .column(Column::text("detail", "What was found, in one sentence.").required(), |row| {
        (&row.it.detail).into()
    })
    .refers("area_id", "areas", "area_id")
    .key(&["area_id", "contradiction_number"])
    .rows(contradictions(held))
}

/// A passage that takes part in a contradiction, and its letter.
struct Passage<'a> {
    of: Row<'a>,
    number: usize,
    record: &'a LetterRecord,
    it: &'a Contradicting,
}

/// Where contradictions stand.
pub fn passages(held: &Held<'_>) -> Table {
    let rows = contradictions(held).flat_map(|of| {
        let passages = of.it.passages.iter().zip(1..);
        passages.filter_map(move |(it, number)| {
            let record = &held.library.letter(&it.letter)?.record;
            Some(Passage { of: Row { ..of }, number, record, it })
        })
    });
    Draft::new(
        "contradiction_passages",
        "Passages of contradictions",
        "A letter that takes part in a contradiction.",
    )
    .column(Column::text("area_id", "The local area's id.").required(), |row: &Passage<'_>| {
        row.of.area_id().into()
    })
    .column(Column::integer("contradiction_number", NUMBER).required(), |row| row.of.number.into())
    .refers_by(&["area_id", "contradiction_number"], "contradictions", &["area_id", "contradiction_number"])
    .column(Column::integer("passage_number", "From 1, in the order of the letters.").required(), |row| {
        row.number.into()
    })
    .letter_id(|row| &row.it.letter)
    .source(|row| &row.record.source)
    .quotation_of("", "Where the letter has a passage for it.", |row| row.it.at.as_ref().map(At::cited))
    .key(&["area_id", "contradiction_number", "passage_number"])
    .rows(rows)
}

fn contradictions<'h>(held: &'h Held<'_>) -> impl Iterator<Item = Row<'h>> {
    held.areas.iter().flat_map(|area| {
        let first = area.story.letters.first();
        let numbered = area.contradictions.iter().zip(1..);
        numbered.filter_map(move |(it, number)| Some(Row { record: &first?.record, number, it }))
    })
}
