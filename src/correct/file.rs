use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml::de::{DeTable, DeValue};

use super::entry::{self, Source};
use super::{Correction, Lost};
use crate::diagnostic::{Diagnostic, Severity};

/// The name of the file in a store's folder.
pub const FILE: &str = "corrections.toml";

/// The version of the file's form that this program reads and writes.
pub const FORMAT: i64 = 1;

/// Whether a store has corrections.
pub fn is_there(folder: &Path) -> bool {
    folder.join(FILE).exists()
}

/// The corrections of a store, in the order of the file.
#[derive(Debug, Clone)]
pub struct CorrectionFile {
    pub path: PathBuf,
    pub text: Arc<str>,
    pub corrections: Vec<Correction>,
    /// What is wrong with the file. Corrections that are at fault are not among those above.
    pub faults: Vec<Diagnostic>,
}

impl CorrectionFile {
    /// Reads the corrections in a store's folder; there are none where there is no file.
    ///
    /// # Errors
    /// When there is a file and it cannot be read.
    pub fn read(folder: &Path) -> Result<Self, Box<Diagnostic>> {
        let path = folder.join(FILE);
        match std::fs::read_to_string(&path) {
            Ok(text) => Ok(Self::parse(&path, text.into())),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                Ok(Self::parse(&path, "".into()))
            }
            Err(error) => {
                let fault = Diagnostic::error("corrections-unreadable", format!("cannot be read: {error}"));
                Err(Box::new(fault.in_file(path).help("mend the file or its permissions; it is UTF-8 text")))
            }
        }
    }

    /// Takes the corrections out of the text of the file at `path`.
    pub fn parse(path: &Path, text: Arc<str>) -> Self {
        let mut source = Source { path, text: text.clone(), faults: Vec::new() };
        let (root, errors) = DeTable::parse_recoverable(&text);
        for error in &errors {
            let message = format!("not valid TOML: {}", error.message());
            source.fault(
                message,
                error.span().unwrap_or(0..0),
                "mend this first: no correction is used until then",
            );
        }
        let corrections =
            if errors.is_empty() { corrections(root.get_ref(), &mut source) } else { Vec::new() };
        let faults = source.faults;
        Self { path: path.to_owned(), text, corrections, faults }
    }

    /// A correction that is not applied, drawn where it stands in the file.
    pub fn lost(&self, correction: &Correction, lost: &Lost) -> Diagnostic {
        let Correction { by, date, change, .. } = correction;
        let message = format!(
            "the correction by {by} of {} ({}) is not applied: {lost}",
            date.prose(),
            change.in_words()
        );
        Diagnostic::new(Severity::Warning, "correction-lost", message)
            .in_file(&self.path)
            .at(self.text.clone(), correction.at.clone(), "these words")
            .help(lost.help())
    }

    /// The line that a correction's words stand on, from 1.
    pub fn line(&self, correction: &Correction) -> usize {
        self.text[..correction.at.start.min(self.text.len())].matches('\n').count() + 1
    }
}

fn corrections(root: &DeTable<'_>, source: &mut Source<'_>) -> Vec<Correction> {
    let mut corrections = Vec::new();
    let mut format = None;
    for (name, value) in root.iter() {
        match (name.get_ref().as_ref(), value.get_ref()) {
            ("format", DeValue::Integer(number)) => format = number.as_str().parse::<i64>().ok(),
            ("correction", DeValue::Array(items)) => {
                corrections.extend(items.iter().filter_map(|item| entry::read(item, source)));
            }
            ("format", _) => {}
            ("correction", _) => {
                source.fault(
                    "`correction` must be a list",
                    value.span(),
                    "write [[correction]], in double brackets",
                );
            }
            (other, _) => {
                let help = "the file has `format` and tables [[correction]]";
                source.fault(format!("unknown key `{other}`"), name.span(), help);
            }
        }
    }
    if format != Some(FORMAT) && !root.is_empty() {
        let at =
            root.iter().find(|(name, _)| name.get_ref() == "format").map_or(0..1, |(_, value)| value.span());
        let message = format!("this program reads corrections of format {FORMAT}");
        source.fault(
            message,
            at,
            format!("write format = {FORMAT} as the first line, or use a later throughline"),
        );
        return Vec::new();
    }
    corrections
}
