//! Every bound on what a PDF may cost. A real letter stays below each by a factor of a hundred or so; a
//! file made to exhaust the reader meets one of them early.

/// Bytes one stream may inflate to. A page of text takes some 20,000.
pub const STREAM_BYTES: usize = 32 << 20;
/// Bytes that may be read from all streams of a file, inflated, and held for its fonts. What is read twice
/// counts twice.
pub const TOTAL_BYTES: usize = 256 << 20;
/// Pages read.
pub const PAGES: usize = 5_000;
/// Levels of the page tree, and of parents asked for an inherited entry.
pub const PAGE_TREE_DEPTH: usize = 50;
/// References followed from one to the next.
pub const REFERENCES: usize = 16;
/// Operators executed in a file.
pub const OPERATORS: usize = 20_000_000;
/// Operands kept for one operator; `TJ` arrays count by their elements.
pub const OPERANDS: usize = 50_000;
/// Nested `q` operators.
pub const SAVED_STATES: usize = 256;
/// Nested marked-content sequences.
pub const MARKS: usize = 512;
/// Forms drawn within forms.
pub const FORM_DEPTH: usize = 12;
/// Straight lines kept in a file.
pub const RULES: usize = 500_000;
/// Small shapes kept in a file, which may be bullets.
pub const SHAPES: usize = 100_000;
/// Lines and boxes kept of one path.
pub const PATH: usize = 5_000;
/// Runs of text kept in a file.
pub const RUNS: usize = 1_500_000;
/// Words that a file's boxes are kept for; the text after them has none.
pub const WORDS: usize = 2_000_000;
/// Bytes of text kept in a file.
pub const TEXT_BYTES: usize = 64 << 20;
/// Levels of the structure tree.
pub const TREE_DEPTH: usize = 96;
/// Elements and content references of the structure tree.
pub const TREE_NODES: usize = 1_000_000;
/// Rows and columns that one table cell covers.
pub const CELL_SPAN: i64 = 32;
/// Role names looked up one through the other.
pub const ROLE_STEPS: usize = 8;
/// Sizes of type, line steps and the like that are told apart; what comes after the first ones counts as one
/// of them.
pub const MEASURES: usize = 64;
/// Runs that a list item may open with before they are taken for its words.
pub const LABEL_RUNS: usize = 32;
/// Codes that one font may map: all that two bytes can say.
pub const CODES: u32 = 1 << 16;
/// Characters that one code may stand for.
pub const CODE_TEXT: usize = 32;
