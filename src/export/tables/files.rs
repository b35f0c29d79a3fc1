//! The files that letters were read from.

use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::store::{SourceState, StoredLetter, StoredWarning};

const OCR: &str = "Whether it was asked that pages without text be read by OCR.";

pub fn sources(held: &Held<'_>) -> Table {
    Draft::new("sources", "Sources", "A file that was ingested, also one in which no letter was found.")
        .column(
            Column::text("file", "The file's path, as given to ingest.").required(),
            |row: &&SourceState| (&row.path).into(),
        )
        .column(Column::text("file_sha256", "The SHA-256 of its bytes, in hexadecimal.").required(), |row| {
            (&row.sha256).into()
        })
        .column(Column::text("media_type", "Its media type.").required(), |row| (&row.media_type).into())
        .column(Column::integer("file_pages", "How many pages it has.").required(), |row| row.pages.into())
        .column(Column::boolean("ocr", OCR).required(), |row| row.ocr.into())
        .column(Column::text("read_by", "The program and version that read it.").required(), |row| {
            (&row.read_by).into()
        })
        .key(&["file"])
        .rows(held.sources)
}

type FileOf<'a> = (&'a StoredLetter, &'a str, bool);

/// All files of letters that stand in several.
pub fn letter_files(held: &Held<'_>) -> Table {
    let rows = held.library.letters().iter().flat_map(|letter| {
        let first = std::iter::once((letter, letter.record.source.path.as_str(), true));
        first.chain(letter.also_in.iter().map(move |path| (letter, path.as_str(), false)))
    });
    let about = "The file that the letter's rows are read from. The others hold the same letter.";
    Draft::new("letter_files", "Files of letters", "A file that holds a letter.")
        .letter_id(|row: &FileOf<'_>| &row.0.record.letter.id)
        .column(Column::text("file", "The file's path, as given to ingest.").required(), |row| row.1.into())
        .refers("file", "sources", "file")
        .column(Column::boolean("read_from", about).required(), |row| row.2.into())
        .key(&["letter_id", "file"])
        .rows(rows)
}

type Warning<'a> = (&'a StoredLetter, usize, &'a StoredWarning);

/// What was doubtful about reading letters.
pub fn reading_warnings(held: &Held<'_>) -> Table {
    let rows = held.library.letters().iter().flat_map(|letter| {
        letter.warnings.iter().zip(1usize..).map(move |(warning, number)| (letter, number, warning))
    });
    Draft::new(
        "reading_warnings",
        "Warnings of reading",
        "Something doubtful about reading a letter's pages or file.",
    )
    .letter_id(|row: &Warning<'_>| &row.0.record.letter.id)
    .number("warning_number", |row| row.1)
    .column(Column::text("warning", "What kind of doubt it is, by a name that stays.").required(), |row| {
        (&row.2.code).into()
    })
    .column(Column::text("message", "What was found.").required(), |row| (&row.2.message).into())
    .column(Column::integer("page", "The page of the file, where it is about one."), |row| row.2.page.into())
    .key(&["letter_id", "warning_number"])
    .rows(rows)
}
