//! The forms of an export, and the files of each.

use serde_json::Value as Json;

use super::table::Table;
use super::xlsx::{Places, Workbook};
use super::{
    ExportFile, Held, about, annotations, csv, descriptor, dictionary, jsonl, manifest, parquet, sqlite,
    tables, xlsx,
};
use crate::store::StoreError;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Csv,
    Xlsx,
    Jsonl,
    Parquet,
    Sqlite,
    Annotations,
}

impl Form {
    pub fn name(self) -> &'static str {
        match self {
            Form::Csv => "csv",
            Form::Xlsx => "xlsx",
            Form::Jsonl => "jsonl",
            Form::Parquet => "parquet",
            Form::Sqlite => "sqlite",
            Form::Annotations => "annotations",
        }
    }

    /// The form that a file's ending tells, where everything goes to one file.
    pub fn of_ending(ending: &str) -> Option<Self> {
        match ending {
            "xlsx" => Some(Form::Xlsx),
            "sqlite" | "sqlite3" | "db" => Some(Form::Sqlite),
            _ => None,
        }
    }

    /// What the file is called where everything goes to one.
    pub fn file(self) -> Option<&'static str> {
        match self {
            Form::Xlsx => Some("throughline.xlsx"),
            Form::Sqlite => Some("throughline.sqlite"),
            Form::Csv | Form::Jsonl | Form::Parquet | Form::Annotations => None,
        }
    }
}

/// Why there is no export.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    #[error("this throughline was built without Parquet")]
    NotBuilt,
    #[error(transparent)]
    Store(#[from] StoreError),
    /// What the library of the form said.
    #[error("{0}")]
    Failed(String),
}

/// An export: its files, and what they could not hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Export {
    /// The data first.
    pub files: Vec<ExportFile>,
    /// Texts that are cut, as [`Workbook::cut`].
    pub cut: usize,
    /// Links that are left out, as [`Workbook::unlinked`].
    pub unlinked: usize,
}

/// Everything held in one form. `file` is the name of the file where everything goes to one, and `places` tells
/// where the letters' files lie, seen from it. `text` gives the canonical text of the file with a SHA-256.
///
/// # Errors
/// When the form is not built in, or cannot hold something.
pub fn export(
    held: &Held<'_>,
    form: Form,
    file: &str,
    places: &Places,
    text: &dyn Fn(&str) -> Result<Option<String>, StoreError>,
) -> Result<Export, ExportError> {
    let mut done = match form {
        Form::Jsonl => Export { files: jsonl::files(held).map_err(failed)?, ..Export::default() },
        Form::Csv => {
            let tables = tables::all(held);
            described(held, &tables, csv::files(&tables), form)?
        }
        Form::Parquet => {
            let tables = tables::all(held);
            described(held, &tables, parquet::files(&tables)?, form)?
        }
        Form::Xlsx => workbook(held, file, places)?,
        Form::Sqlite => database(held, file)?,
        Form::Annotations => Export { files: annotations::files(held, text)?, ..Export::default() },
    };
    let manifest = manifest::of(held, form, &done.files);
    done.files.push(json(manifest::NAME, &manifest)?);
    Ok(done)
}

/// A file for each table, with their descriptor and the data dictionary.
fn described(
    held: &Held<'_>,
    tables: &[Table],
    mut files: Vec<ExportFile>,
    form: Form,
) -> Result<Export, ExportError> {
    let descriptor = descriptor::of(held, tables, &files, form.name());
    files.push(json(descriptor::NAME, &descriptor)?);
    let bytes = dictionary::text(tables).into_bytes();
    files.push(ExportFile { name: dictionary::NAME.to_owned(), bytes, rows: None });
    Ok(Export { files, ..Export::default() })
}

fn workbook(held: &Held<'_>, file: &str, places: &Places) -> Result<Export, ExportError> {
    let mut tables = tables::all(held);
    tables.push(dictionary::table(&tables));
    let Workbook { bytes, cut, unlinked } =
        xlsx::workbook(&about::facts(held), &tables, places).map_err(failed)?;
    Ok(Export { files: vec![one(file, bytes, &tables)], cut, unlinked })
}

fn database(held: &Held<'_>, file: &str) -> Result<Export, ExportError> {
    let mut tables = tables::all(held);
    tables.extend([dictionary::table(&tables), about::table(held)]);
    let bytes = sqlite::database(&tables, true).map_err(failed)?;
    Ok(Export { files: vec![one(file, bytes, &tables)], ..Export::default() })
}

/// The one file of all tables.
fn one(name: &str, bytes: Vec<u8>, tables: &[Table]) -> ExportFile {
    let rows = tables.iter().map(|table| table.rows.len()).sum();
    ExportFile { name: name.to_owned(), bytes, rows: Some(rows) }
}

fn failed(error: impl ToString) -> ExportError {
    ExportError::Failed(error.to_string())
}

fn json(name: &str, value: &Json) -> Result<ExportFile, ExportError> {
    let bytes = serde_json::to_string_pretty(value).map_err(failed)? + "\n";
    Ok(ExportFile { name: name.to_owned(), bytes: bytes.into_bytes(), rows: None })
}
