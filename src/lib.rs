//! Reads inspection letters about special educational needs and disabilities (SEND) in England, takes out
//! every weakness with its judgement, and shows what became of each one.
//!
//! # The walk of a letter
//! Each step makes one type and knows nothing of the steps after it.
//!
//! 1. [`read`] makes a [`document::Document`] of a file's bytes: its canonical text, the blocks that make it
//!    up, and the page on which each part stands.
//! 2. [`rules`] compiles the TOML of a rule pack to one immutable [`rules::RuleSet`].
//! 3. [`extract`] finds the letters of a document by those rules and gives a [`record::LetterRecord`] for
//!    each, in which every statement is a range of the text.
//! 4. [`check`] adds to a record what is doubtful about its letter.
//! 5. [`store`] keeps sources, texts and records in a [`store::Store`], the record of truth.
//! 6. [`link`] tells which findings of an area's successive letters are one matter ([`link::Link`]), and what
//!    became of each ([`link::FindingStatus`]).
//! 7. [`correct`] puts what people decided in place of what the rules say.
//! 8. [`index`] makes an [`index::Index`] of the store and remakes it whenever it is behind.
//! 9. [`query`] answers questions with typed data, such as a [`query::trace::Thread`].
//! 10. [`render`] and [`export`] turn answers into text and files.
//!
//! [`ingest`] takes files through steps 1 to 5, and [`verify`] reads them again to prove that quotations stand where
//! they are said to. [`cli`] is the command line, and the only room that prints.
//! [`draw`] makes pictures of a PDF's pages. [`text`] and [`diagnostic`] serve every step.
//!
//! # Units
//! Spans count bytes inside the program and Unicode code points in records. Pages count from 1 and are those
//! of the file.

pub mod check;
pub mod cli;
pub mod correct;
pub mod diagnostic;
pub mod document;
pub mod draw;
pub mod export;
pub mod extract;
pub mod index;
pub mod ingest;
pub mod link;
pub mod query;
pub mod read;
pub mod record;
pub mod render;
pub mod rules;
pub mod store;
pub mod text;
pub mod verify;

pub use document::Document;
pub use extract::letter_records;
#[doc(hidden)]
pub use read::fuzzing;
pub use record::LetterRecord;
pub use rules::RuleSet;
pub use store::Store;
