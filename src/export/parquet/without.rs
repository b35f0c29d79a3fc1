//! What stands for the writer where it is not built.

use crate::export::ExportError;
use crate::export::table::Table;

/// # Errors
/// Always [`ExportError::NotBuilt`].
pub fn bytes(_table: &Table) -> Result<Vec<u8>, ExportError> {
    Err(ExportError::NotBuilt)
}
