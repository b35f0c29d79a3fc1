use super::shared::{At, area_id};
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::record::{Finding, Judgement, LetterRecord};

type Row<'a> = (&'a LetterRecord, &'a Finding);

const JUDGEMENT: &str = "What the letter says has become of it; absent where the letter's words are ambiguous, \
                         which a check then says.";

pub fn table(held: &Held<'_>) -> Table {
    let table = Draft::new(
        "findings",
        "Findings",
        "A weakness, as one letter names it, with what it takes to analyse and cite it.",
    );
    let table = what_is_found(of_letter(table));
    table
        .column(Column::integer("parts", "How many sub-bullets it has; see parts.").required(), |row| {
            row.1.parts.len().into()
        })
        .column(
            Column::integer("evidence", "How many passages stand under it; see evidence.").required(),
            |row| row.1.evidence.len().into(),
        )
        .rule(|row| &row.1.rule)
        .rules(|row| &row.0.rules)
        .source(|row| &row.0.source)
        .quotation(|row| Some(At::of(&row.1.at)))
        .quotation_of("judgement_", "Of the sentence that judges:", |row| {
            row.1.judgement_quote.as_ref().map(At::of)
        })
        .column(
            Column::integer("corrections", "How much about it a person decided; see corrections.").required(),
            |row| row.1.decided.len().into(),
        )
        .decided_by(|row| !row.1.decided.is_empty())
        .key(&["finding_id"])
        .rows(held.findings())
}

/// The finding's letter.
fn of_letter<'a>(table: Draft<'a, Row<'a>>) -> Draft<'a, Row<'a>> {
    let about = "The finding's id, LETTER_ID/KIND/NUMBER, the same from run to run.";
    table
        .column(Column::text("finding_id", about).required(), |row| (&row.1.id).into())
        .letter_id(|row| &row.0.letter.id)
        .area(|row| area_id(row.0), |row| row.0.letter.area.as_ref())
        .column(Column::text("letter_kind", "The kind of letter; see codes.").required(), |row| {
            (&row.0.letter.kind).into()
        })
        .column(Column::date("letter_dated", "The date printed on the letter."), |row| {
            row.0.letter.dated.into()
        })
        .column(Column::date("letter_published", "When the letter was published, where it says so."), |row| {
            row.0.letter.published.into()
        })
        .column(Column::date("visit_from", "The first day of the inspection, revisit or meeting."), |row| {
            row.0.letter.visit.map(|visit| visit.from).into()
        })
        .column(Column::date("visit_to", "Its last day."), |row| {
            row.0.letter.visit.map(|visit| visit.to).into()
        })
        .year(|row| row.0)
        .column(Column::text("letter_outcome", "What the letter comes to; see codes."), |row| {
            row.0.letter.outcome.as_ref().into()
        })
}

fn what_is_found<'a>(table: Draft<'a, Row<'a>>) -> Draft<'a, Row<'a>> {
    table
        .column(Column::text("finding_kind", "What the letter calls it; see codes.").required(), |row| {
            row.1.kind.name().into()
        })
        .column(Column::integer("number", "From 1, in letter order, within its kind.").required(), |row| {
            row.1.number.into()
        })
        .column(
            Column::text("statement", "The whole statement in reading order, on one line, without bullets.")
                .required(),
            |row| (&row.1.statement).into(),
        )
        .column(Column::text("judgement", JUDGEMENT).one_of(Judgement::NAMES), |row| {
            row.1.judgement.map(Judgement::name).into()
        })
        .column(Column::text("responsible_body", "Who must act, as printed."), |row| {
            row.1.responsible_body.as_ref().into()
        })
}
