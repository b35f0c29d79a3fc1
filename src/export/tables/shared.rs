//! The columns that several tables have, so that a name says the same thing in each of them.

use serde::Serialize;

use crate::export::table::{Column, Draft};
use crate::query::Cited;
use crate::record::{Area, LetterRecord, Quote, RulesUsed, Source, WireSpan};

/// A quotation and where it stands; pages and lines from 1.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    pub quote: &'a str,
    /// In code points.
    pub range: (usize, usize),
    pub page: Option<u32>,
    pub last_page: Option<u32>,
    pub line: Option<u32>,
    /// In per cent.
    pub ocr_confidence: Option<u8>,
}

impl<'a> At<'a> {
    pub fn of(quote: &'a Quote) -> Self {
        let WireSpan { start, end, page, last_page, line, ocr_confidence } = quote.span;
        let (quote, range) = (quote.quote.as_str(), (start, end));
        Self { quote, range, page: Some(page), last_page, line, ocr_confidence }
    }

    pub fn cited(cited: &'a Cited) -> Self {
        let Cited { start, end, page, last_page, line, ocr_confidence, .. } = *cited;
        let (quote, range) = (cited.quote.as_str(), (start, end));
        Self { quote, range, page: Some(page), last_page, line, ocr_confidence }
    }
}

/// The name that a value has in records.
pub fn name_of(value: impl Serialize) -> String {
    let name = serde_json::to_value(value).ok();
    name.and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The first part of a letter's id, which stands for its area.
pub fn area_id(record: &LetterRecord) -> &str {
    record.letter.id.split('/').next().unwrap_or_default()
}

impl<'a, R: 'a> Draft<'a, R> {
    /// Which letter the row is of.
    pub fn letter_id(self, id: fn(&R) -> &str) -> Self {
        let about =
            "The letter's id, AREA/DATE/KIND: the date printed on it, else the last day of the visit.";
        self.column(Column::text("letter_id", about).required(), move |row| id(row).into()).refers(
            "letter_id",
            "letters",
            "letter_id",
        )
    }

    /// Which finding the row is of.
    pub fn finding_id(self, id: fn(&R) -> &str) -> Self {
        let about = "The finding's id, LETTER_ID/KIND/NUMBER, the same from run to run.";
        self.column(Column::text("finding_id", about).required(), move |row| id(row).into()).refers(
            "finding_id",
            "findings",
            "finding_id",
        )
    }

    /// The number of the row within its letter or finding.
    pub fn number(self, name: &str, number: fn(&R) -> usize) -> Self {
        let column = Column::integer(name, "From 1, in the order of the letter.").required();
        self.column(column, move |row| number(row).into())
    }

    /// The local area: its id, and what it is called where that is known.
    pub fn area(self, id: fn(&R) -> &str, area: fn(&R) -> Option<&Area>) -> Self {
        let about = "The local area's id, the first part of its letters' ids.";
        self.column(Column::text("area_id", about).required(), move |row| id(row).into())
            .column(
                Column::text(
                    "area",
                    "The local area's name, as printed where the gazetteer has no such area.",
                ),
                move |row| area(row).map(|area| &area.name).into(),
            )
            .column(
                Column::text("area_code", "Its code of the Office for National Statistics."),
                move |row| area(row).and_then(|area| area.code.as_ref()).into(),
            )
            .column(Column::text("region", "The region of England that it lies in."), move |row| {
                area(row).and_then(|area| area.region.as_ref()).into()
            })
    }

    /// The year that the letter stands in.
    pub fn year(self, record: fn(&R) -> &LetterRecord) -> Self {
        let about = "The year of the letter: of the date printed on it, else of its publication, else of the last \
                     thing that it says has happened.";
        self.column(Column::integer("year", about), move |row| {
            record(row).placed().map(|date| date.year() as u32).into()
        })
    }

    /// The rule that made the row.
    pub fn rule(self, rule: fn(&R) -> &str) -> Self {
        let column = Column::text("rule", "The rule that found it, as PACK/FILE#RULE.").required();
        self.column(column, move |row| rule(row).into())
    }

    /// The rules that the letter was read with.
    pub fn rules(self, rules: fn(&R) -> &RulesUsed) -> Self {
        let text = |name, about| Column::text(name, about).required();
        self.column(
            text("rules_pack", "The id of the rule pack that the letter was read with."),
            move |row| (&rules(row).pack).into(),
        )
        .column(text("rules_version", "The version of that pack."), move |row| (&rules(row).version).into())
        .column(text("rules_sha256", "The SHA-256 of that pack's files, in hexadecimal."), move |row| {
            (&rules(row).sha256).into()
        })
    }

    /// The file that the row's quotations stand in.
    pub fn source(self, source: fn(&R) -> &Source) -> Self {
        let text = |name, about| Column::text(name, about).required();
        self.column(text("file", "The file that the letter was read from, as given to ingest."), move |row| {
            (&source(row).path).into()
        })
        .column(text("file_sha256", "The SHA-256 of the file's bytes, in hexadecimal."), move |row| {
            (&source(row).sha256).into()
        })
    }

    /// The quotation that every row has, and where it stands.
    pub fn quotation(self, at: fn(&R) -> Option<At<'_>>) -> Self {
        self.quoted("", "", true, at)
    }

    /// A quotation that only some rows have. The names of its columns begin with `prefix`; `what` says which it
    /// is, as "Of the sentence that judges."
    pub fn quotation_of(self, prefix: &str, what: &str, at: fn(&R) -> Option<At<'_>>) -> Self {
        self.quoted(prefix, what, false, at)
    }

    fn quoted(self, prefix: &str, what: &str, required: bool, at: fn(&R) -> Option<At<'_>>) -> Self {
        let about = |about: &str| if what.is_empty() { about.to_owned() } else { format!("{what} {about}") };
        let integer = |name: &str, text: &str| Column::integer(format!("{prefix}{name}"), about(text));
        let quote = Column::text(format!("{prefix}quote"), about("The letter's own words."));
        let every = |column| Column { required, ..column };
        self.column(every(integer("page", PAGE)), move |row| at(row).and_then(|at| at.page).into())
            .column(integer("last_page", LAST_PAGE), move |row| at(row).and_then(|at| at.last_page).into())
            .column(integer("line", LINE), move |row| at(row).and_then(|at| at.line).into())
            .column(every(integer("char_start", START)), move |row| at(row).map(|at| at.range.0).into())
            .column(every(integer("char_end", END)), move |row| at(row).map(|at| at.range.1).into())
            .column(every(quote), move |row| at(row).map(|at| at.quote).into())
            .column(integer("ocr_confidence", SURE), move |row| {
                at(row).and_then(|at| at.ocr_confidence).into()
            })
    }

    /// Whether a person decided something about it.
    pub fn decided_by(self, person: fn(&R) -> bool) -> Self {
        let about = "Who decided: the rules, or in place of them a person, whose reason is in corrections.";
        let column = Column::text("decided_by", about).required().one_of(&DECIDED_BY);
        self.column(column, move |row| DECIDED_BY[usize::from(person(row))].into())
    }
}

const PAGE: &str = "The page of the file on which the quotation starts, from 1.";
const LAST_PAGE: &str = "The page on which it ends, where that is another.";
const LINE: &str = "The line on which it starts, from 1, in a text file.";
const START: &str = "Where it starts: Unicode code points from the start of the file's canonical text, which \
                     `throughline text FILE` prints.";
const END: &str = "Where it ends: the code point after its last.";
const SURE: &str =
    "How sure OCR was of its words, on average, in per cent; absent where the file has them as text.";

/// The values of `decided_by`.
const DECIDED_BY: [&str; 2] = ["rules", "person"];
