use super::Table;
use crate::document::BlockKind;

/// What a file holds, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub enum Flow {
    Piece(Piece),
    Table(Table),
}

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

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// Marked as a heading; level 1 is the largest.
    Heading(u8),
    #[default]
    Paragraph,
    /// Level 1 is the outermost.
    Item(u8),
}

impl Kind {
    pub fn of_block(self) -> BlockKind {
        match self {
            Kind::Heading(level) => BlockKind::Heading { level },
            Kind::Paragraph => BlockKind::Paragraph,
            Kind::Item(level) => BlockKind::ListItem { level },
        }
    }
}

impl Piece {
    /// Puts another piece's words after this one's.
    pub fn append(&mut self, other: Piece) {
        self.text.push(' ');
        let at = self.text.len();
        self.places.extend(other.places.iter().map(|(byte, page)| (byte + at, *page)));
        self.text.push_str(&other.text);
        self.bold &= other.bold;
    }
}
