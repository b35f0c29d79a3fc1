//! Every bound on what a web page or a Word file may cost. A real letter stays below each by a factor of ten
//! or more; a file made to exhaust the reader meets one of them early.

/// Bytes of a web page. The text of a letter takes some 50,000; what a browser saves with it, some more.
pub const PAGE_BYTES: usize = 32 << 20;
/// Bytes that one part of a Word file may inflate to.
pub const PART_BYTES: u64 = 48 << 20;
/// Entries of a Word file's zip.
pub const ENTRIES: usize = 10_000;
/// Elements of one tree. A letter has some 10,000.
pub const ELEMENTS: usize = 500_000;
/// Bytes of words and attributes kept of one tree.
pub const TREE_BYTES: usize = 64 << 20;
/// Elements within one another. The tags of those nested deeper are passed over; their words stand in the
/// deepest element that is kept.
pub const NESTING: usize = 160;
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
