//! A brief's Markdown as blocks, which the web page and the Word file are made of.

use std::collections::BTreeMap;
use std::iter::Peekable;

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag};

use super::blocks::{Block, Cell, Inline, Page, Table};

/// What a Markdown line must read to be the place of the chart.
const CHART: &str = "<!-- chart -->";
/// And to begin a new page, in Word and in print.
const NEW_PAGE: &str = "<!-- new page -->";
/// What a paragraph before a table begins with to be its caption.
const CAPTION: &str = "Table: ";

impl Page {
    pub fn parse(markdown: &str) -> Self {
        let options = Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES;
        let events = Parser::new_ext(markdown, options).peekable();
        let mut reader = Reader { events, labels: Vec::new(), notes: BTreeMap::new() };
        let blocks = reader.blocks();
        let mut notes = Vec::new();
        for label in &reader.labels {
            notes.push(reader.notes.remove(label).unwrap_or_default());
        }
        Self { blocks: with_captions(blocks), notes }
    }
}

/// Paragraphs that are captions go into the tables they stand before.
fn with_captions(blocks: Vec<Block>) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::new();
    for block in blocks {
        let Block::Table(mut table) = block else {
            out.push(block);
            continue;
        };
        if let Some(Block::Paragraph(words)) = out.last()
            && let Some(Inline::Text(first)) = words.first()
            && let Some(rest) = first.strip_prefix(CAPTION)
        {
            table.caption = [&[Inline::Text(rest.to_owned())], &words[1..]].concat();
            out.pop();
        }
        out.push(Block::Table(table));
    }
    out
}

struct Reader<'a> {
    events: Peekable<Parser<'a>>,
    /// The labels of notes in the order in which they are first cited.
    labels: Vec<String>,
    notes: BTreeMap<String, Vec<Inline>>,
}

impl<'a> Reader<'a> {
    /// Blocks up to the end of whatever holds them.
    fn blocks(&mut self) -> Vec<Block> {
        let mut blocks = Vec::new();
        while let Some(event) = self.events.next_if(|event| !matches!(event, Event::End(_))) {
            match event {
                // A list item whose words stand in no paragraph of their own.
                inline if is_inline(&inline) => {
                    let mut words = Vec::new();
                    self.inline(inline, &mut words);
                    self.more_inlines(&mut words);
                    blocks.push(Block::Paragraph(words));
                }
                Event::Start(tag) => {
                    let block = self.block(tag);
                    self.events.next();
                    blocks.extend(block);
                }
                _ => blocks.push(Block::Rule),
            }
        }
        blocks
    }

    fn block(&mut self, tag: Tag<'a>) -> Option<Block> {
        match tag {
            Tag::Heading { level, .. } => Some(Block::Heading(number(level), self.inlines())),
            Tag::List(first) => Some(Block::List(first.is_some(), self.items())),
            Tag::Table(_) => Some(Block::Table(self.table())),
            Tag::BlockQuote(_) => Some(Block::Quote(self.blocks())),
            Tag::HtmlBlock => self.html(),
            Tag::FootnoteDefinition(label) => {
                let words = self.blocks().into_iter().flat_map(words).collect();
                self.notes.insert(label.into_string(), words);
                None
            }
            _ => Some(Block::Paragraph(self.inlines())),
        }
    }

    /// Of HTML in a template only the comments that have a meaning here are taken: Word has no HTML.
    fn html(&mut self) -> Option<Block> {
        let mut text = String::new();
        while let Some(event) = self.events.next_if(|event| !matches!(event, Event::End(_))) {
            if let Event::Html(html) = event {
                text.push_str(&html);
            }
        }
        match text.trim() {
            CHART => Some(Block::Chart),
            NEW_PAGE => Some(Block::NewPage),
            _ => None,
        }
    }

    fn items(&mut self) -> Vec<Vec<Block>> {
        let mut items = Vec::new();
        while self.events.next_if(|event| matches!(event, Event::Start(Tag::Item))).is_some() {
            items.push(self.blocks());
            self.events.next();
        }
        items
    }

    fn table(&mut self) -> Table {
        let mut table = Table::default();
        while let Some(Event::Start(tag)) = self.events.next_if(|event| matches!(event, Event::Start(_))) {
            let cells = self.cells();
            self.events.next();
            match tag {
                Tag::TableHead => table.head = cells,
                _ => table.rows.push(cells),
            }
        }
        table
    }

    fn cells(&mut self) -> Vec<Cell> {
        let mut cells = Vec::new();
        while self.events.next_if(|event| matches!(event, Event::Start(Tag::TableCell))).is_some() {
            cells.push(self.inlines());
            self.events.next();
        }
        cells
    }

    /// Inlines up to the end of what holds them, or to a block among them.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut out = Vec::new();
        self.more_inlines(&mut out);
        out
    }

    fn more_inlines(&mut self, out: &mut Vec<Inline>) {
        while let Some(event) = self.events.next_if(is_inline) {
            self.inline(event, out);
        }
    }

    fn inline(&mut self, event: Event<'a>, out: &mut Vec<Inline>) {
        match event {
            Event::Text(text) => match out.last_mut() {
                Some(Inline::Text(before)) => before.push_str(&text),
                _ => out.push(Inline::Text(text.into_string())),
            },
            Event::Code(code) => out.push(Inline::Code(code.into_string())),
            Event::SoftBreak => out.push(Inline::Text(" ".to_owned())),
            Event::HardBreak => out.push(Inline::Break),
            Event::FootnoteReference(label) => out.push(Inline::Note(self.note(&label))),
            Event::Start(tag) => {
                let inner = self.inlines();
                self.events.next();
                match tag {
                    Tag::Strong => out.push(Inline::Strong(inner)),
                    Tag::Emphasis => out.push(Inline::Emphasis(inner)),
                    Tag::Link { dest_url, .. } => out.push(Inline::Link(dest_url.into_string(), inner)),
                    _ => out.extend(inner),
                }
            }
            _ => {}
        }
    }

    fn note(&mut self, label: &str) -> usize {
        let known = self.labels.iter().position(|known| known == label);
        let at = known.unwrap_or_else(|| {
            self.labels.push(label.to_owned());
            self.labels.len() - 1
        });
        at + 1
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::End(_) | Event::Rule => false,
        Event::Start(tag) => {
            matches!(
                tag,
                Tag::Strong | Tag::Emphasis | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. }
            )
        }
        _ => true,
    }
}

/// The words of a block in a note.
fn words(block: Block) -> Vec<Inline> {
    match block {
        Block::Paragraph(words) | Block::Heading(_, words) => words,
        _ => Vec::new(),
    }
}

fn number(level: HeadingLevel) -> u8 {
    level as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    #[test]
    fn an_item_that_begins_with_bold_words_is_one_paragraph() {
        let page = Page::parse("- **Six** are open.[^1]\n  - one\n\n[^1]: letter.pdf\n");
        let inner = Block::List(false, vec![vec![Block::Paragraph(vec![text("one")])]]);
        let words = vec![Inline::Strong(vec![text("Six")]), text(" are open."), Inline::Note(1)];
        assert_eq!(page.blocks, [Block::List(false, vec![vec![Block::Paragraph(words), inner]])]);
        assert_eq!(page.notes, [vec![text("letter.pdf")]]);
    }

    #[test]
    fn a_paragraph_marked_as_one_is_the_caption_of_the_table_after_it() {
        let page = Page::parse("Table: Who says what\n\n| a | b |\n| --- | --- |\n| c | |\n");
        let [Block::Table(table)] = page.blocks.as_slice() else { panic!("{page:?}") };
        assert_eq!(table.caption, [text("Who says what")]);
        assert_eq!(table.head, [vec![text("a")], vec![text("b")]]);
        assert_eq!(table.rows, [vec![vec![text("c")], vec![]]]);
    }

    #[test]
    fn of_html_only_the_marks_of_a_brief_are_taken() {
        let page =
            Page::parse("<!-- chart -->\n\n<script>x</script>\n\nWords <b>here</b>\n\n<!-- new page -->\n");
        let words = Block::Paragraph(vec![text("Words here")]);
        assert_eq!(page.blocks, [Block::Chart, words, Block::NewPage]);
    }
}
