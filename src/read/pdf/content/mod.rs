//! Content streams: what a page draws, read for its text alone.
//!
//! [`Interpreter`] executes the operators that move and show text, and gives a [`Run`] for each piece of
//! text shown, with its place, its font's weight and size, and the marked content it stands in; and a [`Word`]
//! for each word of it, with the area it covers.

mod interpreter;
mod marked;
mod parts;
mod path;
mod show;
mod state;
mod tokens;
mod words;

pub use interpreter::Interpreter;
pub use marked::Mark;
pub use path::{Rule, Shape};
pub use tokens::{Lexer, Token};
pub use words::{Area, Word};

use std::ops::Range;

/// The text of a file as its pages draw it.
#[derive(Debug, Default)]
pub struct Content {
    /// In the order of pages, and of drawing within a page.
    pub runs: Vec<Run>,
    /// The straight lines drawn, in the order of pages.
    pub rules: Vec<Rule>,
    /// The small figures drawn, in the order of pages.
    pub shapes: Vec<Shape>,
    /// In the order of the text; only the first [`super::limits::WORDS`] of a file.
    words: Vec<Word>,
    text: String,
}

/// A piece of text that one operator shows. Lengths are in points, from the lower left of the page.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    text: Range<usize>,
    /// From 1.
    pub page: u32,
    /// The number of the form object that the text is drawn by; 0 where the page draws it.
    pub form: u32,
    pub mark: Mark,
    pub left: f32,
    pub right: f32,
    pub baseline: f32,
    /// Font size as it appears on the page.
    pub size: f32,
    pub bold: bool,
}

impl Content {
    pub fn text_of(&self, run: &Run) -> &str {
        &self.text[run.text.clone()]
    }

    /// The words of a run, each with the byte of the run's text that it begins at.
    pub fn words_of(&self, run: &Run) -> impl Iterator<Item = (usize, Area)> {
        let first = self.words.partition_point(|word| word.start < run.text.start);
        let (start, end) = (run.text.start, run.text.end);
        let words = self.words[first..].iter().take_while(move |word| word.start < end);
        words.map(move |word| (word.start - start, word.area))
    }
}
