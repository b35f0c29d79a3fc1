//! Bounds on what a PDF may cost, beside those of [`Limits`](crate::read::Limits). A real letter stays below each by a factor of a hundred or so; a
//! file made to exhaust the reader meets one of them early.

/// Arrays and dictionaries within each other in one object.
pub const OBJECT_DEPTH: usize = 100;
/// Parts of a cross-reference table.
pub const TABLE_SECTIONS: usize = 200;
/// Levels of the page tree, and of parents asked for an inherited entry.
pub const PAGE_TREE_DEPTH: usize = 50;
/// References followed from one to the next.
pub const REFERENCES: usize = 16;
/// Operators, and elements of the structure tree, after which the clock is looked at.
pub const OPERATORS_A_LOOK: usize = 1_000;
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
/// Images that are kept in mind in a file.
pub const IMAGES: usize = 100_000;
/// Pages of a file that are read by OCR, which takes seconds for each.
pub const OCR_PAGES: usize = 500;
/// Words that a file's boxes are kept for; the text after them has none.
pub const WORDS: usize = 2_000_000;
/// Bytes of text kept in a file.
pub const TEXT_BYTES: usize = 64 << 20;
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
