//! One table of an export, whatever the form of the file it goes to.
//!
//! Each format writes [`Table`]s; what a table and its columns are is said once, in [`super::tables`], beside
//! the values. The descriptor and the data dictionary are made from the same.

mod column;
mod draft;
mod value;

pub use column::{Column, Kind};
pub use draft::Draft;
pub use value::Value;

/// Rows of one thing, under columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// In `lower_case`; files and sheets are called by it.
    pub name: String,
    pub title: String,
    /// What one row is.
    pub description: String,
    pub columns: Vec<Column>,
    /// The columns whose values together tell a row from every other.
    pub key: Vec<String>,
    pub foreign_keys: Vec<ForeignKey>,
    /// Each as long as [`Table::columns`].
    pub rows: Vec<Vec<Value>>,
}

/// Columns whose values, where there are any, are the key of a row of another table, or of this one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignKey {
    pub columns: Vec<&'static str>,
    /// The name of the other table.
    pub table: &'static str,
    pub keys: Vec<&'static str>,
}

impl Table {
    /// Where the column of that name stands.
    pub fn place_of(&self, column: &str) -> Option<usize> {
        self.columns.iter().position(|known| known.name == column)
    }
}
