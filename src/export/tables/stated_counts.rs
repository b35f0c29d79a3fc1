use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::record::LetterRecord;

type Row<'a> = (&'a LetterRecord, String, u32);

const WHAT: &str =
    "What is counted: findings judged sufficient or not_sufficient, their total, or a kind of findings.";

pub fn table(held: &Held<'_>) -> Table {
    Draft::new(
        "stated_counts",
        "Stated counts",
        "How many findings there are of a sort, as a letter itself says.",
    )
    .letter_id(|row: &Row<'_>| &row.0.letter.id)
    .column(Column::text("counted", WHAT).required(), |row| (&row.1).into())
    .column(Column::integer("count", "How many, as stated in figures or words.").required(), |row| {
        row.2.into()
    })
    .key(&["letter_id", "counted"])
    .rows(held.records().flat_map(counts))
}

fn counts(record: &LetterRecord) -> impl Iterator<Item = Row<'_>> {
    let stated = &record.stated_counts;
    let named = [
        ("sufficient", stated.sufficient),
        ("not_sufficient", stated.not_sufficient),
        ("total", stated.total),
    ];
    let named = named.into_iter().filter_map(|(what, count)| Some((what.to_owned(), count?)));
    let of_kind = stated.of_kind.iter().map(|(kind, count)| (kind.name().to_owned(), *count));
    named.chain(of_kind).map(move |(what, count)| (record, what, count))
}
