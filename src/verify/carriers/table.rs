//! Tables of every form. A table carries quotations where it has a column `quote`, or one whose name ends in
//! `_quote`; the columns of the same prefix say where the words stand, and `file` and `file_sha256` in what.

use super::Found;
use crate::verify::claim::{Claim, Form, Said, SourceName};
use crate::verify::report::Problem;
use crate::verify::source::fallen;

/// A table as a form of file holds it.
#[derive(Debug, Default)]
pub struct Table {
    /// The exported file, and the sheet or table in it.
    pub name: String,
    pub header: Vec<String>,
    /// The number that a spreadsheet shows, and the cells, in the header's order; blank ones are empty.
    pub rows: Vec<(usize, Vec<String>)>,
}

pub fn claims(tables: &[Table]) -> Found {
    let mut found = Found::default();
    for table in tables {
        let columns = Columns::of(&table.header);
        for (number, cells) in &table.rows {
            columns.iter().for_each(|columns| columns.row(table, *number, cells, &mut found));
        }
    }
    found
}

/// Where the columns of one quotation stand.
#[derive(Debug)]
struct Columns {
    /// The name of the column with the words.
    field: String,
    quote: usize,
    file: Option<usize>,
    sha256: Option<usize>,
    page: Option<usize>,
    last_page: Option<usize>,
    start: Option<usize>,
    end: Option<usize>,
    ocr: Option<usize>,
    letter: Option<usize>,
    /// Of the quotation without a prefix.
    statement: Option<usize>,
}

impl Columns {
    fn of(header: &[String]) -> Vec<Self> {
        let at = |name: String| header.iter().position(|column| *column == name);
        let own = |prefix: &str, name: &str| at(format!("{prefix}{name}"));
        let quotes = header.iter().enumerate().filter_map(|(quote, field)| {
            let prefix =
                field.strip_suffix("quote").filter(|prefix| prefix.is_empty() || prefix.ends_with('_'))?;
            Some(Self {
                field: field.clone(),
                quote,
                file: own(prefix, "file").or_else(|| own("", "file")),
                sha256: own(prefix, "file_sha256").or_else(|| own("", "file_sha256")),
                page: own(prefix, "page"),
                last_page: own(prefix, "last_page"),
                start: own(prefix, "char_start"),
                end: own(prefix, "char_end"),
                ocr: own(prefix, "ocr_confidence"),
                letter: own("", "letter_id"),
                statement: own("", "statement").filter(|_| prefix.is_empty()),
            })
        });
        quotes.collect()
    }

    fn row(&self, table: &Table, number: usize, cells: &[String], found: &mut Found) {
        let cell =
            |column: Option<usize>| column.and_then(|at| cells.get(at)).filter(|cell| !cell.is_empty());
        let quote = cell(Some(self.quote));
        if quote.is_none() && cell(self.start).or(cell(self.end)).is_none() {
            return;
        }
        let said = |field: &str| Said {
            export: Some(table.name.clone()),
            at: format!("row {number}"),
            field: field.to_owned(),
        };
        let mut wrong = None;
        let mut number = |column| {
            cell(column).and_then(|cell| {
                let number = cell.parse::<u32>().ok();
                if number.is_none() {
                    wrong = Some(Problem::PlaceUnreadable { reason: format!("“{cell}” is no number") });
                }
                number
            })
        };
        let (page, last_page) = (number(self.page), number(self.last_page));
        let (start, end) = (number(self.start), number(self.end));
        if start.is_some() != end.is_some() && wrong.is_none() {
            wrong = Some(Problem::PlaceUnreadable { reason: "one end of its range is blank".to_owned() });
        }
        let source = SourceName {
            file: cell(self.file).cloned().unwrap_or_default(),
            sha256: cell(self.sha256).cloned(),
        };
        let claim = Claim {
            said: said(&self.field),
            source,
            page,
            last_page,
            range: start.zip(end).map(|(start, end)| (start as usize, end as usize)),
            quote: quote.cloned().unwrap_or_default(),
            form: Form::Exact,
            ocr: cell(self.ocr).is_some(),
            letter: cell(self.letter).cloned(),
        };
        if quote.is_none() {
            wrong = Some(Problem::NoWords);
        }
        if let Some(wrong) = wrong {
            return found.fallen.push(fallen(&claim, wrong));
        }
        if let Some(statement) = cell(self.statement) {
            let statement = Claim {
                said: said("statement"),
                quote: statement.clone(),
                form: Form::Words,
                ..claim.clone()
            };
            found.claims.push(statement);
        }
        found.claims.push(claim);
    }
}
