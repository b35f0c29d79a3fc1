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
    confidences: Vec<(u32, u8)>,
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

/// Where a word of a draft stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WordPlace {
    /// Where it begins, in bytes of the draft's text.
    pub byte: usize,
    /// On the page as it is shown.
    pub at: PageBox,
    /// How sure OCR was of it, in per cent, where it was read by OCR.
    pub ocr_confidence: Option<u8>,
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

    /// Adds a block whose words have places on their pages, given in the order of the text.
    pub fn push_boxed(&mut self, draft: &Draft, words: impl Iterator<Item = WordPlace>) {
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
        let mut words = words.peekable();
        for (byte, character) in draft.text.char_indices() {
            // A bullet stands where the first word does.
            let here = if self.text.len() == start { block_start } else { self.text.len() };
            while let Some((_, page, line)) = places.next_if(|place| place.0 <= byte) {
                self.place(here, page, line);
            }
            while let Some(word) = words.next_if(|word| word.byte <= byte) {
                self.words.push(Word { start: here as u32, at: word.at });
                self.confidences.extend(word.ocr_confidence.map(|sure| (here as u32, sure)));
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
        let provenance = Provenance::new(pages.max(self.last_page), self.runs, self.words)
            .with_turns(self.turns)
            .with_confidences(self.confidences);
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

    #[test]
    fn the_confidence_of_a_range_is_the_mean_over_its_words_read_by_ocr() {
        let mut builder = Builder::new();
        let word = |byte, page, ocr_confidence| WordPlace {
            byte,
            at: PageBox { page, left: 0.0, bottom: 0.0, right: 1.0, top: 1.0 },
            ocr_confidence,
        };
        let read = Draft::new(BlockKind::Paragraph, "Waiting times", 1);
        builder.push_boxed(&read, [word(0, 1, Some(90)), word(8, 1, Some(95))].into_iter());
        let typed = Draft::new(BlockKind::Paragraph, "Dear all", 2);
        builder.push_boxed(&typed, [word(0, 2, None), word(5, 2, None)].into_iter());
        let document = builder.finish(MediaType::Pdf, 2);
        let provenance = document.provenance();
        let of = |start, end| provenance.ocr_confidence(Span::new(start, end));
        assert_eq!([of(0, 13), of(2, 7), of(9, 13)], [Some(93), Some(90), Some(95)]);
        assert_eq!((of(15, 23), of(0, 23)), (None, Some(93)));
        assert_eq!(provenance.ocr_pages(), [1]);
    }
}
