use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use regex::Regex;

/// A quotation with all that it takes to find it again, in the one form that a footnote has:
///
/// ```text
/// letter.pdf, page 5, characters 1204 to 1377, SHA-256 9f86d081884c: “The words, on one line.”
/// ```
///
/// `pages 5 to 6` where it goes on, `page 1, line 120` in a text file, and `page 5, read by OCR, confidence 93%` in a
/// scan. It is written by `Display` and read by `FromStr`, which are each other's inverse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The file's name, or its path.
    pub file: String,
    /// From 1, of the file.
    pub page: u32,
    /// The page on which it ends, where that is another.
    pub last_page: Option<u32>,
    /// From 1, in a text file.
    pub line: Option<u32>,
    /// How sure OCR was of the words, where it has read them, in per cent.
    pub ocr_confidence: Option<u8>,
    /// Code points of the file's canonical text.
    pub start: usize,
    pub end: usize,
    /// Of the file's bytes, in lower-case hexadecimal: all 64 digits, or the first, and no fewer than [`DIGITS`].
    pub sha256: String,
    /// Every run of white space in it counts as one space: see [`one_line`].
    pub quote: String,
}

/// How many digits of a SHA-256 tell one file from another.
pub const DIGITS: usize = 12;

/// The text with every run of white space as one space, and none at its ends.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl fmt::Display for Citation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.last_page {
            Some(last) => write!(f, "{}, pages {} to {last}", self.file, self.page)?,
            None => write!(f, "{}, page {}", self.file, self.page)?,
        }
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(sure) = self.ocr_confidence {
            write!(f, ", read by OCR, confidence {sure}%")?;
        }
        write!(f, ", characters {} to {}, SHA-256 {}", self.start, self.end, self.sha256)?;
        write!(f, ": “{}”", one_line(&self.quote))
    }
}

static FORM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^(?<file>.+?), pages? (?<page>[0-9]+)(?: to (?<last>[0-9]+))?(?:, line (?<line>[0-9]+))?\
         (?:, read by OCR, confidence (?<sure>[0-9]+)%)?, characters (?<start>[0-9]+) to (?<end>[0-9]+), \
         SHA-256 (?<sha256>[0-9a-f]{12,64}): “(?<quote>.*)”$",
    )
    .expect("the pattern is constant")
});

/// The text is no citation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not of the form “FILE, page N, characters A to B, SHA-256 HASH: “WORDS””")]
pub struct NoCitation;

impl FromStr for Citation {
    type Err = NoCitation;

    /// # Errors
    /// When the text, white space aside, is not a citation from its beginning to its end.
    fn from_str(text: &str) -> Result<Self, NoCitation> {
        let text = one_line(text);
        let parts = FORM.captures(&text).ok_or(NoCitation)?;
        let part = |name| parts.name(name).map(|part| part.as_str());
        Ok(Self {
            file: part("file").unwrap_or_default().to_owned(),
            page: number(part("page"))?.ok_or(NoCitation)?,
            last_page: number(part("last"))?,
            line: number(part("line"))?,
            ocr_confidence: number(part("sure"))?,
            start: number(part("start"))?.ok_or(NoCitation)?,
            end: number(part("end"))?.ok_or(NoCitation)?,
            sha256: part("sha256").unwrap_or_default().to_owned(),
            quote: part("quote").unwrap_or_default().to_owned(),
        })
    }
}

/// A number that is there must be one; it may be too large.
fn number<T: FromStr>(digits: Option<&str>) -> Result<Option<T>, NoCitation> {
    digits.map(|digits| digits.parse().map_err(|_| NoCitation)).transpose()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn citation() -> Citation {
        Citation {
            file: "letter, of 2021.pdf".into(),
            page: 5,
            last_page: Some(6),
            line: None,
            ocr_confidence: None,
            start: 1204,
            end: 1210,
            sha256: "ab".repeat(32),
            quote: "the “0 – 25” plan: “one”".into(),
        }
    }

    #[test]
    fn a_citation_has_one_form_and_reads_back() {
        let hash = "ab".repeat(32);
        let written = citation().to_string();
        assert_eq!(
            written,
            format!(
                "letter, of 2021.pdf, pages 5 to 6, characters 1204 to 1210, SHA-256 {hash}: “the “0 – 25” plan: “one””"
            )
        );
        assert_eq!(written.parse(), Ok(citation()));
        let text = Citation { last_page: None, line: Some(120), ..citation() };
        assert!(text.to_string().contains(", page 5, line 120, characters"), "{text}");
        assert_eq!(text.to_string().parse(), Ok(text));
        let scan = Citation { ocr_confidence: Some(93), ..citation() };
        assert_eq!(scan.to_string().parse(), Ok(scan));
        let short = Citation { sha256: "ab".repeat(DIGITS / 2), ..citation() };
        assert_eq!(short.to_string().parse(), Ok(short));
    }

    #[test]
    fn other_text_is_no_citation() {
        let whole = citation().to_string();
        for other in ["", "letter.pdf, page 5", whole.trim_end_matches('”'), &format!("{whole} (see above)")]
        {
            assert_eq!(other.parse::<Citation>(), Err(NoCitation), "{other}");
        }
        let too_large = whole.replace("pages 5", "pages 99999999999");
        assert_eq!(too_large.parse::<Citation>(), Err(NoCitation));
    }

    proptest! {
        #[test]
        fn any_words_read_back_on_one_line(words in "\\PC{0,40}", file in "[a-z, .]{1,20}x") {
            let cited = Citation { quote: one_line(&words), file: one_line(&file), ..citation() };
            prop_assert_eq!(cited.to_string().parse::<Citation>(), Ok(cited));
        }
    }
}
