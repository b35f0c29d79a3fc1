use serde::Serialize;

use super::claim::Said;
use crate::diagnostic::Diagnostic;

/// What has come of verifying.
#[derive(Debug, Default, Serialize)]
pub struct Report {
    /// Quotations that stand where they are said to.
    pub stand: usize,
    /// Those of them that name a file and no place in it: they stand somewhere in the file.
    pub without_place: usize,
    /// Sources that were read again.
    pub sources: usize,
    /// The quotations that do not, by source.
    pub fallen: Vec<Fallen>,
    /// Exported files that could not be read, each with the reason.
    pub faults: Vec<Diagnostic>,
    /// What else there is to say about sources and exported files.
    pub notes: Vec<Diagnostic>,
    /// Of each source that was read again: `(SHA-256 of the file, SHA-256 of the text that it gives now)`.
    #[serde(skip)]
    pub texts: Vec<(String, String)>,
}

impl Report {
    pub fn quotations(&self) -> usize {
        self.stand + self.fallen.len()
    }

    /// Both together.
    pub fn and(mut self, other: Self) -> Self {
        self.stand += other.stand;
        self.without_place += other.without_place;
        self.sources += other.sources;
        self.fallen.extend(other.fallen);
        self.faults.extend(other.faults);
        self.notes.extend(other.notes);
        self.texts.extend(other.texts);
        self
    }
}

/// A quotation that does not stand where it is said to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Fallen {
    #[serde(flatten)]
    pub said: Said,
    /// The source, as it is named beside the quotation.
    pub file: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    pub quote: String,
    #[serde(flatten)]
    pub problem: Problem,
}

/// Why a quotation does not stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum Problem {
    /// No file is named, or none that can be told.
    SourceNotNamed,
    SourceMissing,
    /// The file of that name has other bytes.
    SourceChanged {
        /// What it has now.
        sha256_now: String,
        /// Whether the words stand at their place in it all the same.
        stands_in_it: bool,
    },
    /// The file is there and cannot be read.
    SourceUnreadable {
        reason: String,
    },
    /// The words stand at their range, and that is on another page.
    OtherPage {
        page_now: u32,
        last_page_now: Option<u32>,
    },
    /// The words stand in the file, and not at their range.
    Elsewhere {
        /// What stands at the range; `None` where the text ends before it.
        there: Option<String>,
        /// The nearest place first, and no more than a few.
        now: Vec<Stand>,
        /// `false` where they stand there with other spaces, quotation marks or dashes.
        exact: bool,
    },
    /// The words stand nowhere in the file.
    Nowhere {
        there: Option<String>,
    },
    /// The place beside the words cannot be understood.
    PlaceUnreadable {
        reason: String,
    },
    /// There is a place, and no words beside it.
    NoWords,
    /// The words are in quotation marks, and no citation of the file has them.
    NotCited,
}

/// Where words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Stand {
    pub start: usize,
    pub end: usize,
    pub page: u32,
}
