use super::shared::{At, area_id};
use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::store::StoredLetter;

type Row<'a> = &'a StoredLetter;

pub fn table(held: &Held<'_>) -> Table {
    let table = Draft::new("letters", "Letters", "A letter, once for all the files that hold it.");
    counts(quotations(dates(table)))
        .rules(|row| &row.record.rules)
        .source(|row| &row.record.source)
        .refers("file", "sources", "file")
        .column(Column::text("media_type", "The media type of the file.").required(), |row| {
            (&row.record.source.media_type).into()
        })
        .column(
            Column::integer("page", "The page of the file on which the letter starts.").required(),
            |row| row.record.letter.span.page.into(),
        )
        .column(Column::integer("last_page", "The page on which it ends, where that is another."), |row| {
            row.record.letter.span.last_page.into()
        })
        .column(
            Column::integer("char_start", "Where the letter starts, in code points of the file's text.")
                .required(),
            |row| row.record.letter.span.start.into(),
        )
        .column(Column::integer("char_end", "Where it ends.").required(), |row| {
            row.record.letter.span.end.into()
        })
        .key(&["letter_id"])
        .rows(held.library.letters())
}

fn dates<'a>(table: Draft<'a, Row<'a>>) -> Draft<'a, Row<'a>> {
    let about = "The letter's id, AREA/DATE/KIND: the date printed on it, else the last day of the visit.";
    table
        .column(Column::text("letter_id", about).required(), |row| (&row.record.letter.id).into())
        .area(|row| area_id(&row.record), |row| row.record.letter.area.as_ref())
        .column(Column::text("letter_kind", "The kind of letter; see codes.").required(), |row| {
            (&row.record.letter.kind).into()
        })
        .column(Column::text("title", "The letter's title, as printed."), |row| {
            row.record.letter.title.as_ref().into()
        })
        .column(Column::date("letter_dated", "The date printed on the letter."), |row| {
            row.record.letter.dated.into()
        })
        .column(Column::date("letter_published", "When the letter was published, where it says so."), |row| {
            row.record.letter.published.into()
        })
        .column(Column::date("visit_from", "The first day of the inspection, revisit or meeting."), |row| {
            row.record.letter.visit.map(|visit| visit.from).into()
        })
        .column(Column::date("visit_to", "Its last day."), |row| {
            row.record.letter.visit.map(|visit| visit.to).into()
        })
        .year(|row| &row.record)
        .column(Column::text("letter_outcome", "What the letter comes to; see codes."), |row| {
            row.record.letter.outcome.as_ref().into()
        })
}

fn quotations<'a>(table: Draft<'a, Row<'a>>) -> Draft<'a, Row<'a>> {
    let previous = |row: &Row<'a>| row.record.letter.previous_visit.clone();
    table
        .quotation_of("outcome_", "Of the sentence that gives the outcome:", |row| {
            row.record.letter.outcome_quote.as_ref().map(At::of)
        })
        .column(
            Column::date(
                "previous_visit_from",
                "The first day of the inspection before, as the letter states it.",
            ),
            move |row| previous(row).and_then(|visit| visit.from).into(),
        )
        .column(Column::date("previous_visit_to", "Its last day."), move |row| {
            previous(row).and_then(|visit| visit.to).into()
        })
        .quotation_of("previous_visit_", "Of what it says of that inspection:", |row| {
            row.record.letter.previous_visit.as_ref().map(|visit| At::of(&visit.at))
        })
        .quotation_of(
            "stated_counts_",
            "Of the first passage that states how many findings there are:",
            |row| row.record.stated_counts_at.as_ref().map(At::of),
        )
}

fn counts<'a>(table: Draft<'a, Row<'a>>) -> Draft<'a, Row<'a>> {
    let count = |name, about| Column::integer(name, about).required();
    table
        .column(count("findings", "How many findings it has."), |row| row.record.findings.len().into())
        .column(count("failed_checks", "How many checks did not find all well; see checks."), |row| {
            row.record.checks.iter().filter(|check| !check.ok).count().into()
        })
        .column(
            count("reading_warnings", "How much was doubtful about reading its pages; see reading_warnings."),
            |row| row.warnings.len().into(),
        )
        .column(count("file_pages", "How many pages the file has."), |row| row.record.source.pages.into())
        .column(count("ocr_pages", "How many pages of the file were read by OCR."), |row| {
            row.record.source.ocr_pages.into()
        })
}
