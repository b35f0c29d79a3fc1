use super::Content;
use super::state::Matrix;
use crate::read::pdf::limits;

/// A word as one operator shows it, or the part of a word that it shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Word {
    /// Where it begins, in bytes of the content's text.
    pub(super) start: usize,
    pub area: Area,
    /// How sure OCR was of it, in per cent, where it was read by OCR.
    pub ocr_confidence: Option<u8>,
}

/// A rectangle on the page, in points from its lower left as it is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub left: f32,
    pub bottom: f32,
    pub right: f32,
    pub top: f32,
}

/// How far letters reach below and above their baseline, as shares of the font size. What fonts say of
/// themselves differs from font to font by more than their letters do.
const DESCENT: f32 = 0.22;
const ASCENT: f32 = 0.78;

/// Collects the words of one run, with where they stand on its baseline in text space.
pub struct Words {
    /// The number of words before this run.
    first: usize,
    /// A word has begun and no blank has ended it.
    open: bool,
}

impl Words {
    pub fn begin(content: &Content) -> Self {
        Self { first: content.words.len(), open: false }
    }

    /// Takes in the glyph whose text begins at byte `start`, and which stands between two places of the pen.
    pub fn glyph(&mut self, content: &mut Content, start: usize, left: f32, right: f32) {
        match content.text.as_bytes()[start..].last() {
            None => {}
            Some(b' ') => self.open = false,
            Some(_) if self.open => {
                if let Some(word) = content.words.last_mut() {
                    word.area.right = right;
                }
            }
            Some(_) if content.words.len() < limits::WORDS => {
                self.open = true;
                let area = Area { left, bottom: 0.0, right, top: 0.0 };
                content.words.push(Word { start, area, ocr_confidence: None });
            }
            Some(_) => {}
        }
    }

    pub fn blank(&mut self) {
        self.open = false;
    }

    /// Gives the words of the run their areas on the page. `size` is the font size in text space.
    pub fn finish(self, content: &mut Content, size: f32, to_page: &Matrix) {
        for word in &mut content.words[self.first..] {
            let Area { left, right, .. } = word.area;
            word.area = Area::under(to_page, left, -DESCENT * size, right, ASCENT * size);
        }
    }
}

impl Area {
    /// In square points.
    pub fn size(&self) -> f32 {
        (self.right - self.left) * (self.top - self.bottom)
    }

    /// The smallest rectangle that holds both.
    pub fn around(&self, other: &Area) -> Area {
        Area {
            left: self.left.min(other.left),
            bottom: self.bottom.min(other.bottom),
            right: self.right.max(other.right),
            top: self.top.max(other.top),
        }
    }

    /// The smallest rectangle around what a transformation makes of one.
    pub fn under(matrix: &Matrix, left: f32, bottom: f32, right: f32, top: f32) -> Area {
        let corners = [(left, bottom), (right, bottom), (left, top), (right, top)];
        let corners = corners.map(|(x, y)| matrix.apply(x, y));
        let span = |of: fn(&(f32, f32)) -> f32| {
            let values = || corners.iter().map(of);
            (values().fold(f32::MAX, f32::min), values().fold(f32::MIN, f32::max))
        };
        let ((left, right), (bottom, top)) = (span(|corner| corner.0), span(|corner| corner.1));
        Area { left, bottom, right, top }
    }
}
