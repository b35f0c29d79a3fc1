use super::{Kind, headings};
use crate::read::flow::Block;

/// A paragraph, a heading or a list item.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub kind: Kind,
    /// The words without their bullet.
    pub text: String,
    /// `(byte in text, page)` where a page begins; the first is at 0.
    pub places: Vec<(usize, u32)>,
    /// All of it is bold.
    pub bold: bool,
    /// The size, in points, that most of it is set in, where the file says so.
    pub size: Option<f32>,
    /// How far it is indented, in points, where the file says so.
    pub indent: f32,
    /// The bullet that was typed before its words.
    pub typed_bullet: Option<char>,
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
        headings::is_larger(self, body_size)
    }

    /// The file does not say what stands on a line.
    fn is_beside(&self, _: &Self) -> bool {
        true
    }

    fn append(&mut self, other: Self) {
        self.text.push(' ');
        let at = self.text.len();
        self.places.extend(other.places.iter().map(|(byte, page)| (byte + at, *page)));
        self.text.push_str(&other.text);
        self.bold &= other.bold;
    }
}
