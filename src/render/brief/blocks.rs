//! What a brief is made of, whatever form it is written in.

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// With its level, from 1.
    Heading(u8, Vec<Inline>),
    Paragraph(Vec<Inline>),
    /// Each item as blocks; `true` where the items are numbered.
    List(bool, Vec<Vec<Block>>),
    Table(Table),
    Quote(Vec<Block>),
    Chart,
    NewPage,
    Rule,
}

#[derive(Debug, Clone, Default, PartialEq)]
pub struct Table {
    pub caption: Vec<Inline>,
    pub head: Vec<Cell>,
    pub rows: Vec<Vec<Cell>>,
}

pub type Cell = Vec<Inline>;

#[derive(Debug, Clone, PartialEq)]
pub enum Inline {
    Text(String),
    Code(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Link(String, Vec<Inline>),
    /// The mark of a note, by its place in [`Page::notes`], from 1.
    Note(usize),
    Break,
}

#[derive(Debug, Default, PartialEq)]
pub struct Page {
    pub blocks: Vec<Block>,
    /// In the order of their numbers.
    pub notes: Vec<Vec<Inline>>,
}

impl Page {
    /// The words of the first heading.
    pub fn title(&self) -> String {
        let heading = self.blocks.iter().find_map(|block| match block {
            Block::Heading(_, words) => Some(plain(words)),
            _ => None,
        });
        heading.unwrap_or_else(|| "Briefing".to_owned())
    }
}

/// The words alone, without marks of notes.
pub fn plain(inlines: &[Inline]) -> String {
    let words = |inline: &Inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.clone(),
        Inline::Strong(inner) | Inline::Emphasis(inner) | Inline::Link(_, inner) => plain(inner),
        Inline::Note(_) => String::new(),
        Inline::Break => " ".to_owned(),
    };
    inlines.iter().map(words).collect()
}
