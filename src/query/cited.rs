use serde::Serialize;

use super::words;
use crate::record::{LetterRecord, Quote, Source};

/// Verbatim words and where to find them: what every statement of this program rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cited {
    pub quote: String,
    pub file: String,
    /// From 1, of the file.
    pub page: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_page: Option<u32>,
    /// From 1, in a text file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u32>,
    /// Code points of the file's canonical text.
    pub start: usize,
    pub end: usize,
}

impl Cited {
    pub fn new(record: &LetterRecord, at: &Quote) -> Self {
        Self::in_source(&record.source, at)
    }

    pub fn in_source(source: &Source, at: &Quote) -> Self {
        Self {
            quote: at.quote.clone(),
            file: source.path.clone(),
            page: at.span.page,
            last_page: at.span.last_page,
            line: at.span.line,
            start: at.span.start,
            end: at.span.end,
        }
    }

    /// "page 4", "pages 4 to 5", and in a text file "page 1, line 120".
    pub fn in_file(&self) -> String {
        words::place(self.page, self.last_page, self.line)
    }

    /// "letter.pdf, pages 1 to 9": where a whole letter stands.
    pub fn place_of(record: &LetterRecord) -> String {
        let span = record.letter.span;
        format!("{}, {}", file_name(&record.source.path), words::pages(span.page, span.last_page))
    }

    /// "letter.pdf, page 4", with the line in a text file.
    pub fn place(&self) -> String {
        format!("{}, {}", file_name(&self.file), self.in_file())
    }
}

/// The last part of a path, which is how people call a file.
pub fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
