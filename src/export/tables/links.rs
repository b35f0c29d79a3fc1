use super::shared::name_of;
use crate::correct::LINKS;
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::link::{DecidedBy, Link};

type Row<'a> = &'a Link;

const KIND: &str = "same: the later letter goes through the earlier one's list and judges this item; restated: it names \
                    it again without a judgement; carries_on: the matter goes on in a list of another framework or \
                    inspection; related: they have something in common, which says nothing of what became of it.";

pub fn table(held: &Held<'_>) -> Table {
    Draft::new(
        "links",
        "Links",
        "Two findings of an earlier and a later letter of an area that have to do with each other.",
    )
    .column(Column::text("from_finding_id", FROM).required(), |row: &Row<'_>| (&row.from).into())
    .refers("from_finding_id", "findings", "finding_id")
    .column(Column::integer("from_part", "The sub-bullet, where only one is meant; see parts."), |row| {
        row.from_part.into()
    })
    .column(Column::text("to_finding_id", TO).required(), |row| (&row.to).into())
    .refers("to_finding_id", "findings", "finding_id")
    .column(Column::integer("to_part", "The later finding's sub-bullet, where only one is meant."), |row| {
        row.to_part.into()
    })
    // The last of the names stands for no link.
    .column(Column::text("link_kind", KIND).required().one_of(&LINKS[..4]), |row| name_of(row.kind).into())
    .column(Column::number("strength", "From 0 to 1, in hundredths.").required(), |row| row.strength.into())
    .decided_by(|row| row.decided_by == DecidedBy::Person)
    .key(&["from_finding_id", "to_finding_id"])
    .rows(links(held))
}

/// Why findings are linked.
pub fn reasons(held: &Held<'_>) -> Table {
    let rows = links(held).flat_map(|link| link.reasons.iter().zip(1usize..).map(move |why| (link, why)));
    Draft::new("link_reasons", "Reasons of links", "Something that speaks for a link, in plain English.")
        .column(Column::text("from_finding_id", FROM).required(), |row: &Reason<'_>| (&row.0.from).into())
        .column(Column::text("to_finding_id", TO).required(), |row| (&row.0.to).into())
        .refers_by(&["from_finding_id", "to_finding_id"], "links", &["from_finding_id", "to_finding_id"])
        .column(Column::integer("reason_number", "From 1, the most telling first.").required(), |row| {
            row.1.1.into()
        })
        .column(Column::text("reason", "The reason.").required(), |row| row.1.0.into())
        .key(&["from_finding_id", "to_finding_id", "reason_number"])
        .rows(rows)
}

type Reason<'a> = (&'a Link, (&'a String, usize));

const FROM: &str = "The id of the earlier letter's finding.";
const TO: &str = "The id of the later letter's finding.";

fn links<'h>(held: &'h Held<'_>) -> impl Iterator<Item = &'h Link> {
    held.areas.iter().flat_map(|area| &area.story.links)
}
