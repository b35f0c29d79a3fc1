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
mod written;

pub use interpreter::{Exhausted, Interpreter};
pub use marked::Mark;
pub use path::{Rule, Shape};
pub use state::Matrix;
pub use tokens::{Lexer, Token, is_regular};
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
    /// The areas of images, in the order of pages.
    pub images: Vec<(u32, Area)>,
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

/// What OCR says of a word. Lengths are in points from the lower left of the page, which is made level for all
/// but `area`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReadWord {
    /// From 1.
    pub page: u32,
    pub area: Area,
    /// In per cent.
    pub ocr_confidence: u8,
    pub left: f32,
    pub right: f32,
    pub baseline: f32,
    pub size: f32,
    pub bold: bool,
}

impl Content {
    pub fn text_of(&self, run: &Run) -> &str {
        &self.text[run.text.clone()]
    }

    /// Adds a word that was read by OCR, or a bullet, as a run of its own.
    pub fn push_read(&mut self, text: &str, word: ReadWord) {
        let start = self.text.len();
        self.text.push_str(text);
        self.text.push(' ');
        let ReadWord { page, area, ocr_confidence, left, right, baseline, size, bold } = word;
        self.words.push(Word { start, area, ocr_confidence: Some(ocr_confidence) });
        let text = start..self.text.len();
        let mark = Mark::Outside;
        self.runs.push(Run { text, page, form: 0, mark, left, right, baseline, size, bold });
    }

    /// The words of a run, each with the byte of the run's text that it begins at.
    pub fn words_of(&self, run: &Run) -> impl Iterator<Item = (usize, Word)> {
        let first = self.words.partition_point(|word| word.start < run.text.start);
        let (start, end) = (run.text.start, run.text.end);
        let words = self.words[first..].iter().take_while(move |word| word.start < end);
        words.map(move |word| (word.start - start, *word))
    }
}
