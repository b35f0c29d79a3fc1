use super::{Flow, Kind, Piece, Table, limits};
use crate::read::pdf::bullet_length;

/// How a run of words is set.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Look {
    pub bold: bool,
    pub size: Option<f32>,
}

/// Takes words and the ends of blocks in reading order, and gives a flow.
#[derive(Debug)]
pub struct Writer {
    flow: Vec<Flow>,
    open: Block,
    /// Line breaks in a cell part no paragraphs: names and addresses in it are one.
    in_cell: bool,
    page: u32,
}

/// The block that is being written.
#[derive(Debug, Default)]
struct Block {
    kind: Kind,
    indent: f32,
    /// The number that a list gives it, until its first word comes.
    number: Option<String>,
    lines: Vec<Line>,
}

/// What stands between two line breaks that the writer of the file set.
#[derive(Debug, Default, Clone)]
struct Line {
    text: String,
    places: Vec<(usize, u32)>,
    has_plain: bool,
    /// Letters by size, in the order in which the sizes came.
    sizes: Vec<(f32, usize)>,
}

impl Writer {
    pub fn new(page: u32, in_cell: bool) -> Self {
        Self { flow: Vec::new(), open: Block::default(), in_cell, page }
    }

    /// What comes next stands on this page.
    pub fn set_page(&mut self, page: u32) {
        self.page = page;
    }

    /// Ends the open block; words that follow belong to one of this kind. A number stands before its words.
    pub fn begin(&mut self, kind: Kind, indent: f32, number: Option<String>) {
        self.end_block();
        self.open = Block { kind, indent, number, lines: Vec::new() };
    }

    /// Ends the open block for a paragraph. Where a list item has no words yet, the paragraph is the item.
    pub fn begin_paragraph(&mut self) {
        if self.has_words() || !matches!(self.open.kind, Kind::Item(_)) {
            self.end_block();
        }
    }

    /// Notes how far the open block is indented, in points.
    pub fn indent(&mut self, indent: f32) {
        self.open.indent = indent;
    }

    pub fn text(&mut self, text: &str, look: Look) {
        if self.open.lines.is_empty() && text.trim().is_empty() {
            return;
        }
        let page = self.page;
        if self.open.lines.is_empty() {
            self.open.lines.push(Line::default());
        }
        if let Some(line) = self.open.lines.last_mut() {
            if let Some(number) = self.open.number.take() {
                line.push(&format!("{number} "), look, page);
            }
            line.push(text, look, page);
        }
    }

    /// A line break within a block.
    pub fn line_break(&mut self) {
        self.open.lines.push(Line::default());
    }

    pub fn table(&mut self, table: Table) {
        self.end_block();
        self.flow.push(Flow::Table(table));
    }

    /// Adds what was written elsewhere, a text box for example.
    pub fn insert(&mut self, flow: Vec<Flow>) {
        self.end_block();
        self.flow.extend(flow);
    }

    /// Whether the open block holds words.
    pub fn has_words(&self) -> bool {
        self.open.lines.iter().any(|line| !line.is_blank())
    }

    /// Ends the open block, which becomes a piece or, where line breaks part it, several.
    pub fn end_block(&mut self) {
        let block = std::mem::take(&mut self.open);
        self.flow.extend(block.into_pieces(self.in_cell).into_iter().map(Flow::Piece));
    }

    pub fn finish(mut self) -> Vec<Flow> {
        self.end_block();
        self.flow
    }
}

impl Line {
    fn push(&mut self, text: &str, look: Look, page: u32) {
        if self.places.last().is_none_or(|place| place.1 != page) {
            self.places.push((self.text.len(), page));
        }
        let letters = text.chars().filter(|character| !character.is_whitespace()).count();
        self.text.extend(text.chars().filter_map(typed));
        if letters == 0 {
            return;
        }
        self.has_plain |= !look.bold;
        let Some(size) = look.size else { return };
        match self.sizes.iter().position(|(known, _)| *known == size) {
            Some(index) => self.sizes[index].1 += letters,
            None if self.sizes.len() < limits::SIZES => self.sizes.push((size, letters)),
            None => {}
        }
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Puts another line's words after this one's.
    fn append(&mut self, other: Line) {
        self.text.push('\n');
        let at = self.text.len();
        self.places.extend(other.places.iter().map(|(byte, page)| (byte + at, *page)));
        self.text.push_str(&other.text);
        self.has_plain |= other.has_plain;
        self.sizes.extend(other.sizes);
    }

    fn into_piece(mut self, kind: Kind, indent: f32) -> Option<Piece> {
        let mut piece = Piece {
            kind,
            bold: !self.has_plain,
            size: self.sizes.iter().rev().max_by_key(|(_, letters)| *letters).map(|(size, _)| *size),
            indent,
            typed_bullet: None,
            text: std::mem::take(&mut self.text),
            places: self.places,
        };
        take_bullet(&mut piece);
        let has_words = !piece.text.trim().is_empty();
        has_words.then_some(piece)
    }
}

impl Block {
    fn into_pieces(self, in_cell: bool) -> Vec<Piece> {
        let is_bold = !self.lines.iter().any(|line| line.has_plain);
        let keeps_lines = in_cell || is_bold || self.kind != Kind::Paragraph;
        let mut parts: Vec<Line> = Vec::new();
        let mut blank_between = false;
        for line in self.lines {
            if line.is_blank() {
                blank_between = !parts.is_empty();
                continue;
            }
            let goes_on = keeps_lines || opens_in_mid_sentence(&line.text);
            match parts.last_mut() {
                Some(part) if goes_on && !blank_between && !is_bulleted(&line.text) => part.append(line),
                _ => parts.push(line),
            }
            blank_between = false;
        }
        let mut kind = self.kind;
        let mut pieces = Vec::with_capacity(parts.len());
        for part in parts {
            pieces.extend(part.into_piece(kind, self.indent));
            if matches!(kind, Kind::Item(_)) {
                // Only the first part has the item's mark.
                kind = Kind::Paragraph;
            }
        }
        pieces
    }
}

/// A character as it would be typed: without what only tells where a line may be broken.
fn typed(character: char) -> Option<char> {
    match character {
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{200e}' | '\u{200f}' => None,
        '\u{2011}' => Some('-'),
        control if control.is_control() && !control.is_whitespace() => None,
        other => Some(other),
    }
}

fn opens_in_mid_sentence(text: &str) -> bool {
    text.trim_start().starts_with(|first: char| first.is_lowercase()) && !is_bulleted(text)
}

fn is_bulleted(text: &str) -> bool {
    bullet_length(text, false).is_some()
}

/// Takes a typed bullet off the words. A paragraph that has one is a list item.
fn take_bullet(piece: &mut Piece) {
    let is_item = matches!(piece.kind, Kind::Item(_));
    if matches!(piece.kind, Kind::Heading(_)) {
        return;
    }
    let Some(length) = bullet_length(&piece.text, is_item) else { return };
    piece.typed_bullet = piece.text.trim_start().chars().next();
    piece.text.drain(..length);
    let passed = piece.places.partition_point(|(byte, _)| *byte <= length);
    piece.places.drain(..passed.saturating_sub(1));
    piece.places.iter_mut().for_each(|(byte, _)| *byte = byte.saturating_sub(length));
    match piece.kind {
        // The list that the file marks says how deep the item stands.
        Kind::Item(_) => piece.typed_bullet = None,
        _ => piece.kind = Kind::Item(1),
    }
}
