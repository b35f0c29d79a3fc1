use super::shared::At;
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::link::BulletEvidence;
use crate::record::{LetterRecord, Observation};

/// What a bullet is evidence for, and how strongly: the `rank`th of its findings.
struct Row<'a> {
    record: &'a LetterRecord,
    observation: &'a Observation,
    entry: BulletEvidence,
    rank: usize,
}

pub fn table(held: &Held<'_>) -> Table {
    Draft::new(
        "evidence_map",
        "Evidence map",
        "A bullet that stands under no finding, and a finding of its letter that it is evidence for; one row \
         without a finding where it is evidence for none.",
    )
    .letter_id(|row: &Row<'_>| &row.entry.letter)
    .column(Column::integer("observation_number", "Which of the observations it is.").required(), |row| {
        (row.entry.observation + 1).into()
    })
    .refers_by(&["letter_id", "observation_number"], "observations", &["letter_id", "observation_number"])
    .column(
        Column::integer("rank", "From 1, the finding that it is the strongest evidence for.").required(),
        |row| row.rank.into(),
    )
    .column(Column::text("finding_id", "The finding; absent where there is none."), |row| {
        row.entry.finding.as_ref().into()
    })
    .refers("finding_id", "findings", "finding_id")
    .column(Column::number("strength", "From 0 to 1, in hundredths.").required(), |row| {
        row.entry.strength.into()
    })
    .column(Column::text("reason", "Why, in plain English.").required(), |row| (&row.entry.reason).into())
    .source(|row| &row.record.source)
    .quotation(|row| Some(At::of(&row.observation.at)))
    .key(&["letter_id", "observation_number", "rank"])
    .rows(rows(held))
}

fn rows<'a>(held: &Held<'a>) -> impl Iterator<Item = Row<'a>> + use<'a> {
    held.records().zip(held.evidence_map()).flat_map(|(record, entries)| {
        let (mut last, mut rank) = (usize::MAX, 0);
        entries.into_iter().filter_map(move |entry| {
            rank = if entry.observation == last { rank + 1 } else { 1 };
            last = entry.observation;
            let observation = record.observations.get(entry.observation)?;
            Some(Row { record, observation, entry, rank })
        })
    })
}
