use super::provenance::{Run, Word};
use super::{Block, BlockKind, Cell, Document, MediaType, PageBox, Provenance, Style};
use crate::text::Span;

/// Builds a [`Document`] block by block, in reading order.
#[derive(Debug, Default)]
pub struct Builder {
    text: String,
    blocks: Vec<Block>,
    runs: Vec<Run>,
    words: Vec<Word>,
    turns: Vec<(u32, u8)>,
    last_page: u32,
}

/// A block as a reader has it, before it has a place in the text.
#[derive(Debug, Clone, PartialEq)]
pub struct Draft {
    pub kind: BlockKind,
    pub cell: Option<Cell>,
    pub style: Style,
    /// The words, without the bullet. White space is folded to single spaces and trimmed.
    pub text: String,
    /// `(byte in text, page, line)`, by byte, where a new page or line begins; the first is at 0.
    pub places: Vec<(usize, u32, Option<u32>)>,
}

impl Draft {
    pub fn new(kind: BlockKind, text: impl Into<String>, page: u32) -> Self {
        Self { kind, cell: None, style: Style::default(), text: text.into(), places: vec![(0, page, None)] }
    }
}

impl Builder {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a block. A draft with no words in it adds nothing.
    pub fn push(&mut self, draft: Draft) {
        self.push_boxed(&draft, std::iter::empty());
    }

    /// Adds a block whose words have places on their pages: `(byte in its text, box)`, by byte. The boxes are
    /// those of the page as it is shown.
    pub fn push_boxed(&mut self, draft: &Draft, boxes: impl Iterator<Item = (usize, PageBox)>) {
        if draft.text.trim().is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let block_start = self.text.len();
        if matches!(draft.kind, BlockKind::ListItem { .. }) {
            self.text.push_str("• ");
        }
        let start = self.text.len();
        let mut places = draft.places.iter().copied().peekable();
        let mut boxes = boxes.peekable();
        for (byte, character) in draft.text.char_indices() {
            // A bullet stands where the first word does.
            let here = if self.text.len() == start { block_start } else { self.text.len() };
            while let Some((_, page, line)) = places.next_if(|place| place.0 <= byte) {
                self.place(here, page, line);
            }
            while let Some((_, at)) = boxes.next_if(|(start, _)| *start <= byte) {
                self.words.push(Word { start: here as u32, at });
            }
            if !character.is_whitespace() {
                self.text.push(character);
            } else if self.text.len() > start && !self.text.ends_with(' ') {
                self.text.push(' ');
            }
        }
        self.text.truncate(self.text.trim_end().len());
        self.blocks.push(Block {
            kind: draft.kind,
            span: Span::new(start, self.text.len()),
            cell: draft.cell,
            style: draft.style,
        });
    }

    /// Says that a page is shown so many quarter turns clockwise. Pages come in order.
    pub fn turn_page(&mut self, page: u32, turns: u8) {
        self.turns.push((page, turns));
    }

    fn place(&mut self, start: usize, page: u32, line: Option<u32>) {
        self.last_page = self.last_page.max(page);
        match self.runs.last_mut() {
            Some(last) if last.start == start => *last = Run { start, page, line },
            Some(last) if last.page == page && last.line == line => {}
            _ => self.runs.push(Run { start, page, line }),
        }
    }

    /// The finished document of a file of `pages` pages. Its text ends without a line break.
    pub fn finish(self, media_type: MediaType, pages: u32) -> Document {
        let provenance = Provenance::new(pages.max(self.last_page), self.runs, self.words, self.turns);
        Document { text: self.text, blocks: self.blocks, provenance, media_type }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_stand_apart_and_bullets_stay_outside_their_spans() {
        let mut builder = Builder::new();
        builder.push(Draft::new(BlockKind::Paragraph, "  Leaders  should: ", 1));
        let mut item = Draft::new(BlockKind::ListItem { level: 1 }, "act; and", 1);
        item.places.push((5, 2, None));
        builder.push(item);
        builder.push(Draft::new(BlockKind::Paragraph, "  ", 2));
        let document = builder.finish(MediaType::Pdf, 3);
        assert_eq!(document.text(), "Leaders should:\n\n• act; and");
        let item = document.blocks()[1].span;
        assert_eq!(document.slice(item), "act; and");
        assert_eq!(document.provenance().pages_of(item), Some((1, 2)));
        assert_eq!(document.provenance().page_at(item.start), Some(1));
        assert_eq!(document.provenance().pages(), 3);
    }
}
