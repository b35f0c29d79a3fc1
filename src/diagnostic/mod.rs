//! What went wrong or looks doubtful, as one value: a stable code, a sentence, the place it is about, and
//! what to do. [`draw`] is the only place that knows the drawing library.

mod draw;
mod group;

pub use draw::draw;
pub use group::said_once;

use std::fmt;
use std::path::PathBuf;

use serde::Serialize;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    Note,
    Warning,
    Error,
}

/// One thing to tell the user. Serialises to the JSON form that `--json` prints.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    pub severity: Severity,
    /// Stable and kebab-case, such as `scanned-pdf`.
    pub code: &'static str,
    pub message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<PathBuf>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
}

/// Where in the file a diagnostic points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Place {
    /// A page, from 1.
    Page { page: u32 },
    /// A range of bytes in a source text that is drawn with a caret, such as a rule file.
    Source {
        start: usize,
        end: usize,
        line: usize,
        #[serde(skip)]
        source: std::sync::Arc<str>,
        label: String,
    },
}

impl Diagnostic {
    pub fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        Self { severity, code, message: message.into(), file: None, place: None, help: None }
    }

    pub fn error(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Error, code, message)
    }

    pub fn warning(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(Severity::Warning, code, message)
    }

    /// The line of a source text that it stands at, from 1.
    pub fn line(&self) -> Option<usize> {
        match self.place {
            Some(Place::Source { line, .. }) => Some(line),
            _ => None,
        }
    }

    pub fn in_file(mut self, file: impl Into<PathBuf>) -> Self {
        self.file = Some(file.into());
        self
    }

    pub fn on_page(mut self, page: u32) -> Self {
        self.place = Some(Place::Page { page });
        self
    }

    pub fn at(
        mut self,
        source: std::sync::Arc<str>,
        span: std::ops::Range<usize>,
        label: impl Into<String>,
    ) -> Self {
        let line = source[..span.start.min(source.len())].matches('\n').count() + 1;
        self.place =
            Some(Place::Source { start: span.start, end: span.end, line, source, label: label.into() });
        self
    }

    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// One plain line: severity, file, place, message. The terminal form is [`draw`].
impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(file) = &self.file {
            write!(f, "{}: ", file.display())?;
        }
        match &self.place {
            Some(Place::Page { page }) => write!(f, "page {page}: ")?,
            Some(Place::Source { line, .. }) => write!(f, "line {line}: ")?,
            None => {}
        }
        f.write_str(&self.message)
    }
}
