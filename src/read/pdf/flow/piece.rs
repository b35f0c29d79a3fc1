use super::{Kind, bullets, headings, raised};
use crate::read::flow::Block;
use crate::read::pdf::content::{Area, Content, Run, Word};
use crate::read::pdf::tally::Tally;

/// A block in the making: a paragraph, a heading or a list item, or what a page end left of one.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub kind: Kind,
    /// The words without their bullet; a line feed stands at each line end.
    pub text: String,
    /// Where each word stands, or each part of a word that a line end cuts, in the order of the text.
    pub places: Vec<Place>,
    /// The item has a bullet or a number of its own; without, it may go on from the page before.
    pub marked: bool,
    /// The size, in points, that most of it is set in.
    pub size: f32,
    /// All of it is bold.
    pub bold: bool,
    /// Where the first line begins, in points from the left of the page.
    pub left: f32,
    /// How far to the right it reaches, and where its last line ends.
    pub right: f32,
    pub end: f32,
    /// The baselines of the first and the last line, in points from the foot of the page.
    pub top: f32,
    pub bottom: f32,
}

/// Where a word of a piece stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Place {
    /// Where it begins, in bytes of the piece's text.
    pub byte: usize,
    pub page: u32,
    /// `None` for what a page begins with where that is no word.
    pub area: Option<Area>,
    /// How sure OCR was of it, in per cent, where it was read by OCR.
    pub ocr_confidence: Option<u8>,
}

/// A gap between runs on a line that is wider than this, as a share of the font size, is a space.
const SPACE: f32 = 0.15;
/// A baseline that moves by less than this, as a share of the font size, stays on its line: superscripts do.
const LINE: f32 = 0.55;

impl Piece {
    /// Makes a piece of runs in reading order; `None` where they hold no words.
    pub fn new<'a>(kind: Kind, content: &'a Content, runs: impl Iterator<Item = &'a Run>) -> Option<Self> {
        let mut piece = Piece {
            kind,
            text: String::new(),
            places: Vec::new(),
            marked: false,
            size: 0.0,
            bold: true,
            left: 0.0,
            right: 0.0,
            end: 0.0,
            top: 0.0,
            bottom: 0.0,
        };
        let mut sizes = Tally::new(0.1);
        let mut last: Option<&Run> = None;
        // The last run that stood on the baseline.
        let mut base: Option<&Run> = None;
        for run in runs {
            let text = content.text_of(run);
            if base.is_some_and(|base| raised::is_raised(base, run, text)) {
                piece.add_raised(content, run);
                last = Some(run);
                continue;
            }
            piece.separate(last, run, text);
            piece.add_places(run.page, content.words_of(run));
            piece.text.push_str(text);
            let letters = text.chars().filter(|c| !c.is_whitespace()).count();
            if letters > 0 {
                if sizes.is_empty() {
                    (piece.left, piece.top) = (run.left, run.baseline);
                }
                (piece.end, piece.bottom) = (run.right, run.baseline);
                piece.right = piece.right.max(run.right);
                sizes.add(run.size, letters);
                piece.bold &= run.bold;
                base = Some(run);
            }
            last = Some(run);
        }
        piece.size = sizes.usual().unwrap_or(0.0);
        bullets::strip(&mut piece);
        (!piece.text.trim().is_empty()).then_some(piece)
    }

    /// Adds a raised number where it is one that is said.
    fn add_raised(&mut self, content: &Content, run: &Run) {
        let text = raised::text(&self.text, content.text_of(run));
        if !text.is_empty() {
            self.add_places(run.page, content.words_of(run));
            self.text.push_str(&text);
        }
    }

    /// Adds what stands between two runs.
    fn separate(&mut self, last: Option<&Run>, run: &Run, text: &str) {
        let Some(last) = last else { return };
        let size = last.size.max(run.size);
        let same_line = last.page == run.page && (last.baseline - run.baseline).abs() < LINE * size;
        let gap = run.left - last.right;
        if !same_line {
            self.text.push('\n');
        } else if (gap > SPACE * size || gap < -2.0 * size)
            && !self.text.ends_with(char::is_whitespace)
            && !text.starts_with(char::is_whitespace)
        {
            self.text.push(' ');
        }
    }

    /// Adds where the words of a run stand that is about to be added. Where a program shows one word in several
    /// runs, it has one place.
    fn add_places(&mut self, page: u32, words: impl Iterator<Item = (usize, Word)>) {
        let start = self.text.len();
        if self.places.last().is_none_or(|place| place.page != page) {
            self.places.push(Place { byte: start, page, area: None, ocr_confidence: None });
        }
        let in_word = start > 0 && !self.text.ends_with(char::is_whitespace);
        for (byte, Word { area, ocr_confidence, .. }) in words {
            match self.places.last_mut().and_then(|place| place.area.as_mut()) {
                Some(open) if byte == 0 && in_word => *open = open.around(&area),
                _ => {
                    let area = Some(area);
                    self.places.push(Place { byte: start + byte, page, area, ocr_confidence });
                }
            }
        }
    }

    /// From 1.
    pub fn first_page(&self) -> u32 {
        self.places.first().map_or(1, |place| place.page)
    }

    pub fn last_page(&self) -> u32 {
        self.places.last().map_or(1, |place| place.page)
    }

    /// Drops the first `bytes` bytes of the text.
    pub fn drop_front(&mut self, bytes: usize) {
        self.text.drain(..bytes);
        let passed = self.places.partition_point(|place| place.byte <= bytes);
        self.places.drain(..passed.saturating_sub(1));
        self.places.iter_mut().for_each(|place| place.byte = place.byte.saturating_sub(bytes));
    }
}

impl Block for Piece {
    fn kind(&self) -> Kind {
        self.kind
    }

    fn text(&self) -> &str {
        &self.text
    }

    fn is_bold(&self) -> bool {
        self.bold
    }

    fn is_larger(&self, body_size: Option<f32>) -> bool {
        body_size.is_some_and(|size| headings::is_larger(self, size))
    }

    /// Begins on the line that `label` ends on.
    fn is_beside(&self, label: &Self) -> bool {
        label.last_page() == self.first_page() && (label.bottom - self.top).abs() < self.size * 0.5
    }

    fn append(&mut self, other: Self) {
        self.text.push('\n');
        let start = self.text.len();
        self.places.extend(other.places.iter().map(|place| Place { byte: place.byte + start, ..*place }));
        self.text.push_str(&other.text);
        self.bold &= other.bold;
        (self.end, self.bottom) = (other.end, other.bottom);
        self.right = self.right.max(other.right);
    }
}
