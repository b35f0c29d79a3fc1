//! Tables as Apache Parquet, a file each, by the feature `parquet`. Without it every call is an error that says
//! how to get it.

#[cfg(feature = "parquet")]
mod writer;
#[cfg(feature = "parquet")]
pub use writer::bytes;

#[cfg(not(feature = "parquet"))]
mod without;
#[cfg(not(feature = "parquet"))]
pub use without::bytes;

use super::table::Table;
use super::{ExportError, ExportFile};

/// A file for each table.
///
/// # Errors
/// [`ExportError::NotBuilt`] without the feature.
pub fn files(tables: &[Table]) -> Result<Vec<ExportFile>, ExportError> {
    let file = |table: &Table| {
        let (name, bytes) = (format!("{}.parquet", table.name), bytes(table)?);
        Ok(ExportFile { name, bytes, rows: Some(table.rows.len()) })
    };
    tables.iter().map(file).collect()
}
