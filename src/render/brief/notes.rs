//! The notes of a brief: each quotation once, with its place.

use std::collections::BTreeMap;

use minijinja::value::{Value, ValueKind};
use minijinja::{Error, ErrorKind};

use super::escape;
use crate::query::{file_name, words};

/// How many digits of a file's SHA-256 a note gives; the sources give all.
const DIGITS: usize = 12;

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
    /// "letter.pdf, page 5, characters 1204 to 1377, SHA-256 ab12…: “words”", as Markdown.
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
        let confidence = small("ocr_confidence").and_then(|sure| u8::try_from(sure).ok());
        let place = words::place(small("page").unwrap_or(1), small("last_page"), small("line"));
        let place = place + &words::read_by_ocr(confidence);
        let sha256 = self.0.get(&path).map_or("unknown", |sha256| &sha256[..DIGITS.min(sha256.len())]);
        let (file, quote) = (escape::markdown(file_name(&path)), escape::markdown(&quote));
        Ok(format!("{file}, {place}, characters {start} to {end}, SHA-256 {sha256}: \u{201c}{quote}\u{201d}"))
    }
}
