use std::ops::Range;
use std::sync::OnceLock;

use regex::{Captures, Regex, RegexBuilder};

use super::compile::Care;
use super::expanded::Expanded;
use crate::text::{Folded, Span};

/// A regular expression of a rule may not compile to more than this, in bytes.
pub(super) const SIZE_LIMIT: usize = 4 << 20;

/// Why a pattern cannot be used, in one line.
#[derive(Debug, thiserror::Error)]
#[error("{reason}")]
pub struct Invalid {
    reason: String,
    /// The part of the pattern's sketch that is at fault, where it can be told.
    pub at: Option<Range<usize>>,
}

impl Invalid {
    /// What parses, and cannot be compiled all the same.
    pub(super) fn too_large(error: impl ToString) -> Self {
        Self { reason: error.to_string(), at: None }
    }

    /// The same fault, of which it cannot be told where it is.
    pub fn somewhere(self) -> Self {
        Self { at: None, ..self }
    }
}

/// A pattern of a rule: a regular expression over folded text, case-insensitive unless it says otherwise
/// with `(?-i:...)`.
///
/// It is compiled when it is first used. A pack has some hundreds of patterns, and most commands use few.
#[derive(Debug, Clone)]
pub struct Pattern {
    source: Expanded,
    regex: OnceLock<Regex>,
}

impl Pattern {
    pub(super) fn new(source: Expanded, care: Care) -> Result<Self, Invalid> {
        if care != Care::Trusted {
            parse(&source.sketch, true)?;
        }
        let regex = match care {
            Care::Trusted | Care::Parsed => OnceLock::new(),
            Care::Tried => build(&source.whole).map_err(Invalid::too_large)?.into(),
        };
        Ok(Self { source, regex })
    }

    fn regex(&self) -> &Regex {
        // What parses and is too large matches nothing; `rules check` says so.
        self.regex.get_or_init(|| build(&self.source.whole).unwrap_or_else(|_| nothing()))
    }

    /// The names of its groups.
    pub fn groups(&self) -> impl Iterator<Item = &str> {
        self.regex().capture_names().flatten()
    }

    /// A pattern without fragments, for tests of what uses patterns.
    #[cfg(test)]
    pub fn for_test(regex: &str) -> Self {
        Self::trusted(Expanded::plain(regex))
    }

    /// A pattern that is known to be valid.
    pub(super) fn trusted(source: Expanded) -> Self {
        Self { source, regex: OnceLock::new() }
    }

    /// The pattern as its file has it, and with its fragments put in.
    pub fn source(&self) -> &Expanded {
        &self.source
    }

    pub fn is_match(&self, text: &Folded) -> bool {
        self.regex().is_match(text.as_str())
    }

    pub fn captures<'t>(&self, text: &'t Folded) -> Option<Captures<'t>> {
        self.regex().captures(text.as_str())
    }

    pub fn captures_iter<'t>(&self, text: &'t Folded) -> impl Iterator<Item = Captures<'t>> {
        self.regex().captures_iter(text.as_str())
    }
}

/// Whether a pattern is valid, without the cost of compiling it. Case is left out: folding it is most of the work,
/// and no pattern is valid in one case alone.
pub(super) fn parse(source: &str, unicode: bool) -> Result<(), Invalid> {
    let mut parser = regex_syntax::ParserBuilder::new();
    let mut parser = parser.unicode(unicode).utf8(unicode).build();
    parser.parse(source).map(|_| ()).map_err(|error| match error {
        regex_syntax::Error::Parse(error) => invalid(error.kind(), error.span()),
        regex_syntax::Error::Translate(error) => invalid(error.kind(), error.span()),
        error => Invalid { reason: error.to_string(), at: None },
    })
}

fn invalid(reason: &impl ToString, at: &regex_syntax::ast::Span) -> Invalid {
    Invalid { reason: reason.to_string(), at: Some(at.start.offset..at.end.offset) }
}

fn nothing() -> Regex {
    Regex::new(r"[^\s\S]").expect("an empty class is a pattern")
}

pub(super) fn build(source: &str) -> Result<Regex, regex::Error> {
    RegexBuilder::new(source).case_insensitive(true).size_limit(SIZE_LIMIT).build()
}

/// The range of the document's text that a whole match stands for.
pub fn whole(captures: &Captures<'_>, text: &Folded) -> Span {
    let found = captures.get_match();
    text.original(Span::new(found.start(), found.end()))
}

/// The range of the document's text that a named group stands for.
pub fn group(captures: &Captures<'_>, name: &str, text: &Folded) -> Option<Span> {
    let found = captures.name(name)?;
    Some(text.original(Span::new(found.start(), found.end())))
}
