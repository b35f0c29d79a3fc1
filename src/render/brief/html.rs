//! A brief's blocks as HTML that a keyboard and a screen reader find their way through.

use super::blocks::{Block, Cell, Inline, Page, Table, plain};

/// What the page template puts together.
pub struct Parts {
    pub title: String,
    pub body: String,
    /// The notes as a list, each with ways back to where it is cited.
    pub notes: String,
}

impl Parts {
    /// `chart` stands where the brief has its place.
    pub fn new(page: &Page, chart: &str) -> Self {
        let mut writer = Writer { chart, cited: vec![0; page.notes.len()], tables: 0 };
        let body = writer.blocks(&page.blocks);
        let notes = writer.notes(&page.notes);
        Self { title: page.title(), body, notes }
    }
}

struct Writer<'a> {
    chart: &'a str,
    /// How often each note has been cited so far.
    cited: Vec<usize>,
    tables: usize,
}

impl Writer<'_> {
    fn blocks(&mut self, blocks: &[Block]) -> String {
        blocks.iter().map(|block| self.block(block)).collect()
    }

    fn block(&mut self, block: &Block) -> String {
        match block {
            Block::Heading(level, words) => format!("<h{level}>{}</h{level}>\n", self.inlines(words)),
            Block::Paragraph(words) => format!("<p>{}</p>\n", self.inlines(words)),
            Block::List(numbered, items) => self.list(*numbered, items),
            Block::Table(table) => self.table(table),
            Block::Quote(blocks) => format!("<blockquote>\n{}</blockquote>\n", self.blocks(blocks)),
            Block::Chart => self.chart.to_owned(),
            Block::NewPage => "<div class=\"new-page\"></div>\n".to_owned(),
            Block::Rule => "<hr>\n".to_owned(),
        }
    }

    fn list(&mut self, numbered: bool, items: &[Vec<Block>]) -> String {
        let tag = if numbered { "ol" } else { "ul" };
        let items: String = items.iter().map(|item| format!("<li>{}</li>\n", self.item(item))).collect();
        format!("<{tag}>\n{items}</{tag}>\n")
    }

    /// The words of an item that is one paragraph stand in it without one.
    fn item(&mut self, item: &[Block]) -> String {
        match item {
            [Block::Paragraph(words)] => self.inlines(words),
            [Block::Paragraph(words), rest @ ..] => self.inlines(words) + "\n" + &self.blocks(rest),
            _ => self.blocks(item),
        }
    }

    fn table(&mut self, table: &Table) -> String {
        self.tables += 1;
        let label = match table.caption.as_slice() {
            [] => format!("Table {}", self.tables),
            words => plain(words),
        };
        let caption = match table.caption.as_slice() {
            [] => String::new(),
            words => format!("<caption>{}</caption>\n", self.inlines(words)),
        };
        let head: String =
            table.head.iter().map(|cell| format!("<th scope=\"col\">{}</th>", self.inlines(cell))).collect();
        let rows: String = table.rows.iter().map(|row| self.row(row)).collect();
        let label = escape(&label);
        format!(
            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">\n<table>\n{caption}\
             <thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</div>\n"
        )
    }

    /// The first cell says what its row is about.
    fn row(&mut self, row: &[Cell]) -> String {
        let cells = row.iter().enumerate().map(|(at, cell)| match at {
            0 => format!("<th scope=\"row\">{}</th>", self.inlines(cell)),
            _ => format!("<td>{}</td>", self.inlines(cell)),
        });
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    }

    fn inlines(&mut self, inlines: &[Inline]) -> String {
        inlines.iter().map(|inline| self.inline(inline)).collect()
    }

    fn inline(&mut self, inline: &Inline) -> String {
        match inline {
            Inline::Text(text) => escape(text),
            Inline::Code(code) => format!("<code>{}</code>", escape(code)),
            Inline::Strong(inner) => format!("<strong>{}</strong>", self.inlines(inner)),
            Inline::Emphasis(inner) => format!("<em>{}</em>", self.inlines(inner)),
            Inline::Link(to, inner) => format!("<a href=\"{}\">{}</a>", escape(to), self.inlines(inner)),
            Inline::Note(number) => self.mark(*number),
            Inline::Break => "<br>\n".to_owned(),
        }
    }

    fn mark(&mut self, number: usize) -> String {
        self.cited[number - 1] += 1;
        let time = self.cited[number - 1];
        format!(
            "<sup><a class=\"mark\" id=\"cite-{number}-{time}\" href=\"#note-{number}\" role=\"doc-noteref\" \
             aria-label=\"Note {number}\">{number}</a></sup>"
        )
    }

    fn notes(&mut self, notes: &[Vec<Inline>]) -> String {
        if notes.is_empty() {
            return String::new();
        }
        let notes = notes.iter().enumerate().map(|(at, words)| {
            let (number, words) = (at + 1, self.inlines(words));
            let back: String = (1..=self.cited[at]).map(|time| way_back(number, time)).collect();
            format!("<li id=\"note-{number}\" tabindex=\"-1\">{words}{back}</li>\n")
        });
        format!("<ol class=\"notes\">\n{}</ol>\n", notes.collect::<String>())
    }
}

fn way_back(number: usize, time: usize) -> String {
    let which = if time == 1 { String::new() } else { format!(", place {time}") };
    format!(
        " <a class=\"back\" href=\"#cite-{number}-{time}\" role=\"doc-backlink\" \
         aria-label=\"Back to where note {number} is cited{which}\">\u{21a9}</a>"
    )
}

/// Text as HTML, in elements and in attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            other => out.push(other),
        }
    }
    out
}
