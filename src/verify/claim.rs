use std::fmt;

use serde::Serialize;

/// That some words stand at a place of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    pub said: Said,
    pub source: SourceName,
    /// From 1; `None` where none is given.
    pub page: Option<u32>,
    /// The page on which the words end, where that is another.
    pub last_page: Option<u32>,
    /// Code points of the file's canonical text; `None` where the words are only said to stand in the file.
    pub range: Option<(usize, usize)>,
    pub quote: String,
    pub form: Form,
    /// The words were read by OCR.
    pub ocr: bool,
    /// The id of the letter that is meant, where no file is named.
    pub letter: Option<String>,
}

/// The file that a claim is about, as the claim names it.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct SourceName {
    /// Its path or its name; empty where none is given.
    pub file: String,
    /// In lower-case hexadecimal, or its first digits; `None` where none is given.
    pub sha256: Option<String>,
}

/// Where a claim is made.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Said {
    /// The exported file; `None` for the store.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub export: Option<String>,
    /// What in it: a finding's id, "row 14", "line 3".
    pub at: String,
    /// The column or field, such as `judgement_quote`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub field: String,
}

/// "tables/findings.csv, row 14, judgement_quote".
impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = [self.export.as_deref().unwrap_or_default(), &self.at, &self.field];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        f.write_str(&parts.join(", "))
    }
}

/// How words are held against the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Byte for byte.
    Exact,
    /// With every run of white space as one space, as a brief sets them.
    OneLine,
    /// By letters and digits alone: a statement is its passage on one line and without bullets.
    Words,
    /// As [`Form::Words`], of words that are a part of the passage.
    Part,
    /// Not at all: only the file is named, with its SHA-256.
    File,
}

impl Claim {
    /// Whether it is a quotation, and not something else that a quotation bears out.
    pub fn is_quotation(&self) -> bool {
        matches!(self.form, Form::Exact | Form::OneLine)
    }
}

impl SourceName {
    /// Whether a file with this SHA-256 may be meant.
    pub fn is_of(&self, sha256: &str) -> bool {
        self.sha256.as_deref().is_none_or(|wanted| !wanted.is_empty() && sha256.starts_with(wanted))
    }
}
