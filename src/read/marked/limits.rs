//! Bounds on what a web page or a Word file may cost, beside those of [`Limits`](crate::read::Limits). A real letter stays below each by a factor of ten
//! or more; a file made to exhaust the reader meets one of them early.

/// Entries of a Word file's zip.
pub const ENTRIES: usize = 10_000;
/// Bytes of words and attributes kept of one tree.
pub const TREE_BYTES: usize = 64 << 20;
/// Columns that one table cell covers.
pub const COLUMN_SPAN: usize = 32;
/// Columns up to which cells that are covered by others are kept.
pub const COLUMNS: usize = 64;
/// Rows that one table cell covers.
pub const ROW_SPAN: usize = 500;
/// Styles that a style is based on, one through the other.
pub const STYLE_STEPS: usize = 16;
/// Sizes of type that are told apart; what comes after the first ones counts as the last.
pub const SIZES: usize = 32;
/// What a list may count to; roman numbers of more are long.
pub const COUNT: u32 = 4_000;
