//! The notes of a brief: each quotation once, with its place.

use std::collections::BTreeMap;

use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind};

use super::escape;
use crate::query::file_name;
use crate::text::{Citation, DIGITS};

/// The notes cited so far, in the order of their numbers.
#[derive(Debug, Default)]
pub struct Notes {
    texts: Vec<String>,
    numbers: BTreeMap<String, usize>,
}

impl Notes {
    /// The mark of the note for a citation, `[^3]`; of a list of citations, their marks one after the other.
    pub fn mark(&mut self, cited: &Value, sources: &Sources) -> Result<String, Error> {
        if matches!(cited.kind(), ValueKind::Seq | ValueKind::Iterable) {
            let marks = cited.try_iter()?.map(|one| self.mark(&one, sources));
            return marks.collect();
        }
        let text = sources.note(cited)?;
        let next = self.texts.len() + 1;
        let number = *self.numbers.entry(text.clone()).or_insert(next);
        if number == next {
            self.texts.push(text);
        }
        Ok(format!("[^{number}]"))
    }

    /// The notes as Markdown, each a paragraph.
    pub fn to_markdown(&self) -> String {
        let notes = self.texts.iter().enumerate();
        notes.map(|(at, text)| format!("\n[^{}]: {text}\n", at + 1)).collect()
    }
}

/// The SHA-256 of each file that a brief cites, by its path.
#[derive(Debug, Clone, Default)]
pub struct Sources(pub BTreeMap<String, String>);

impl Sources {
    /// The [`Citation`], as Markdown; of the SHA-256 it gives some digits, and the list of sources all.
    fn note(&self, cited: &Value) -> Result<String, Error> {
        let text = |name: &str| cited.get_attr(name).ok().and_then(|value| value.as_str().map(str::to_owned));
        let number = |name: &str| cited.get_attr(name).ok().and_then(|value| value.as_usize());
        let (Some(quote), Some(path), Some(start), Some(end)) =
            (text("quote"), text("file"), number("start"), number("end"))
        else {
            let detail = "only a quotation can be cited: a value with `quote`, `file`, `start` and `end`";
            return Err(Error::new(ErrorKind::InvalidOperation, detail));
        };
        let small = |name: &str| number(name).and_then(|number| u32::try_from(number).ok());
        let sha256 = self.0.get(&path).ok_or_else(|| {
            Error::new(ErrorKind::InvalidOperation, format!("{path} is no source of the brief"))
        })?;
        let citation = Citation {
            file: file_name(&path).to_owned(),
            page: small("page").unwrap_or(1),
            last_page: small("last_page"),
            line: small("line"),
            ocr_confidence: small("ocr_confidence").and_then(|sure| u8::try_from(sure).ok()),
            start,
            end,
            sha256: sha256.chars().take(DIGITS).collect(),
            quote,
        };
        Ok(escape::markdown(&citation.to_string()))
    }
}
