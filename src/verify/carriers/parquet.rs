use std::path::Path;

use super::Found;
use crate::diagnostic::Diagnostic;

/// The claims of a Parquet file.
#[cfg(feature = "parquet")]
pub fn read(path: &Path, _: &[u8]) -> Result<Found, Box<Diagnostic>> {
    use super::table::{self, Table};

    let table = || -> parquet::errors::Result<Table> {
        use parquet::file::reader::{FileReader, SerializedFileReader};
        use parquet::record::Field;

        let reader = SerializedFileReader::new(std::fs::File::open(path)?)?;
        let columns = reader.metadata().file_metadata().schema_descr().columns().to_vec();
        let header = columns.iter().map(|column| column.name().to_owned()).collect();
        let mut table = Table { name: path.to_string_lossy().into_owned(), header, rows: Vec::new() };
        for row in reader.get_row_iter(None)? {
            let text = |(_, field): (&String, &Field)| match field {
                Field::Null => String::new(),
                Field::Str(text) => text.clone(),
                other => other.to_string(),
            };
            let cells = row?.get_column_iter().map(text).collect();
            table.rows.push((table.rows.len() + 1, cells));
        }
        Ok(table)
    };
    match table() {
        Ok(table) => Ok(table::claims(&[table])),
        Err(error) => Err(super::unreadable(path, error.to_string())),
    }
}

/// Says that this build reads none.
#[cfg(not(feature = "parquet"))]
pub fn read(path: &Path, _: &[u8]) -> Result<Found, Box<Diagnostic>> {
    let fault = Diagnostic::error("parquet-not-built", "this build of throughline reads no Parquet files");
    let help =
        "build it with --features parquet, or verify an export of another format: the rows are the same";
    Err(Box::new(fault.in_file(path).help(help)))
}
