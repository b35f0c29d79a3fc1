use std::collections::BTreeMap;

use super::shared::area_id;
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::record::LetterRecord;

/// The letters of an area.
type Row<'a> = (&'a str, Vec<&'a LetterRecord>);

pub fn table(held: &Held<'_>) -> Table {
    let mut areas: BTreeMap<&str, Vec<&LetterRecord>> = BTreeMap::new();
    for record in held.records() {
        areas.entry(area_id(record)).or_default().push(record);
    }
    Draft::new("areas", "Areas", "A local area that letters are held about.")
        .area(|row: &Row<'_>| row.0, |row| row.1.iter().find_map(|record| record.letter.area.as_ref()))
        .column(Column::integer("letters", "How many letters are held about it.").required(), |row| {
            row.1.len().into()
        })
        .column(Column::integer("findings", "How many findings they have.").required(), |row| {
            row.1.iter().map(|record| record.findings.len()).sum::<usize>().into()
        })
        .key(&["area_id"])
        .rows(areas)
}
