//! A comparison as tables: tidy, one row a cell, and as a workbook that can be read as it is.

mod cells;
mod sheet;
mod workbook;

pub use cells::cells;
pub use workbook::workbook;
