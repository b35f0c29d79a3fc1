//! The parts of a Word file that hold a brief's words.

use std::fmt::Write;

use quick_xml::escape::escape;

use super::runs::{Runs, styled};
use super::{DECLARATION, NAMESPACE};
use crate::render::brief::blocks::{Block, Cell, Inline, Page, Table, plain};

/// The width of the text of an A4 page between margins of 15 mm, in twentieths of a point.
const WIDTH: usize = 10_204;

const SECTION: &str = "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId5\"/><w:endnotePr><w:numFmt \
    w:val=\"decimal\"/></w:endnotePr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"794\" w:right=\"851\" \
    w:bottom=\"794\" w:left=\"851\" w:header=\"454\" w:footer=\"397\" w:gutter=\"0\"/></w:sectPr>";

pub struct Body {
    pub document: String,
    pub endnotes: String,
    pub numbering: String,
}

impl Body {
    pub fn of(page: &Page) -> Self {
        let mut writer = Writer { runs: Runs::new(page.notes.len()), numbered: 0, new_page: false };
        let body = writer.blocks(&page.blocks, 0);
        Self {
            document: format!(
                "{DECLARATION}<w:document xmlns:w=\"{NAMESPACE}\" xmlns:r=\"http://schemas.openxmlformats.org\
                 /officeDocument/2006/relationships\"><w:body>{body}{SECTION}</w:body></w:document>"
            ),
            endnotes: endnotes(&page.notes),
            numbering: numbering(writer.numbered),
        }
    }
}

struct Writer {
    runs: Runs,
    /// How many numbered lists there are so far; each counts for itself.
    numbered: usize,
    /// Whether the next paragraph begins a page.
    new_page: bool,
}

impl Writer {
    /// `depth` is that of the list that holds the blocks, from 1; 0 outside of lists.
    fn blocks(&mut self, blocks: &[Block], depth: usize) -> String {
        let mut out = String::new();
        for (at, block) in blocks.iter().enumerate() {
            out.push_str(&self.block(block, depth));
            // Word takes two tables with nothing between them for one, and ends with a paragraph.
            if let (Block::Table(_), None | Some(Block::Table(_))) = (block, blocks.get(at + 1)) {
                out.push_str(&self.paragraph("TableText", "", ""));
            }
        }
        out
    }

    fn paragraph(&mut self, style: &str, properties: &str, runs: &str) -> String {
        let new_page = if std::mem::take(&mut self.new_page) { "<w:pageBreakBefore/>" } else { "" };
        paragraph(style, &format!("{new_page}{properties}"), runs)
    }

    fn block(&mut self, block: &Block, depth: usize) -> String {
        match block {
            Block::Heading(level, words) => {
                let words = self.runs.write(words);
                self.paragraph(&format!("Heading{}", level.min(&3)), "", &words)
            }
            Block::Paragraph(words) => {
                let indent = format!("<w:ind w:left=\"{}\"/>", 283 * depth);
                let words = self.runs.write(words);
                self.paragraph("Normal", if depth > 0 { &indent } else { "" }, &words)
            }
            Block::List(numbered, items) => self.list(*numbered, items, depth),
            Block::Table(table) => self.table(table),
            Block::Quote(blocks) => self.quote(blocks, depth),
            Block::NewPage => {
                self.new_page = true;
                String::new()
            }
            // The table beside it has the same data.
            Block::Chart | Block::Rule => String::new(),
        }
    }

    fn quote(&mut self, blocks: &[Block], depth: usize) -> String {
        let quoted = blocks.iter().map(|block| match block {
            Block::Paragraph(words) => paragraph("Quote", "", &self.runs.write(words)),
            other => self.block(other, depth),
        });
        quoted.collect()
    }

    fn list(&mut self, numbered: bool, items: &[Vec<Block>], depth: usize) -> String {
        self.numbered += usize::from(numbered);
        let (style, number) = if numbered { ("ListNumber", self.numbered + 1) } else { ("ListBullet", 1) };
        let place =
            format!("<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{number}\"/></w:numPr>", depth.min(2));
        let mut out = String::new();
        for item in items {
            let (first, rest) = match item.as_slice() {
                [Block::Paragraph(words), rest @ ..] => (self.runs.write(words), rest),
                rest => (String::new(), rest),
            };
            out.push_str(&self.paragraph(style, &place, &first));
            out.push_str(&self.blocks(rest, depth + 1));
        }
        out
    }

    fn table(&mut self, table: &Table) -> String {
        let mut out = String::new();
        if !table.caption.is_empty() {
            let caption = self.runs.write(&table.caption);
            out.push_str(&self.paragraph("Caption", "", &caption));
        }
        let widths = widths(table);
        let grid: String = widths.iter().map(|width| format!("<w:gridCol w:w=\"{width}\"/>")).collect();
        let caption = escape(plain(&table.caption)).into_owned();
        let caption =
            if caption.is_empty() { caption } else { format!("<w:tblCaption w:val=\"{caption}\"/>") };
        let head = self.row(&table.head, &widths, "<w:cantSplit/><w:tblHeader/>");
        let rows: String = table.rows.iter().map(|row| self.row(row, &widths, "<w:cantSplit/>")).collect();
        let _ = write!(
            out,
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"BriefingTable\"/><w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/>\
             <w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"06A0\" w:firstRow=\"1\" w:lastRow=\"0\" \
             w:firstColumn=\"1\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>{caption}</w:tblPr>\
             <w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
        );
        out
    }

    fn row(&mut self, cells: &[Cell], widths: &[usize], properties: &str) -> String {
        let mut out = format!("<w:tr><w:trPr>{properties}</w:trPr>");
        for (cell, width) in cells.iter().zip(widths) {
            let words = paragraph("TableText", "", &self.runs.write(cell));
            let _ =
                write!(out, "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{words}</w:tc>");
        }
        out + "</w:tr>"
    }
}

/// The widths of a table's columns: more for those with more words, though less than in proportion, so that short
/// columns keep room for theirs. The words of a header may take three lines.
fn widths(table: &Table) -> Vec<usize> {
    let length = |cell: Option<&Cell>| cell.map_or(0, |cell| plain(cell).chars().count());
    let word = |cell: &Cell| {
        let words = plain(cell);
        words.split_whitespace().map(|word| word.chars().count()).max().unwrap_or(0)
    };
    let weight = |column: usize| {
        let longest = table.rows.iter().map(|row| length(row.get(column)));
        let longest = longest.chain([length(table.head.get(column)) / 3]).max().unwrap_or(0);
        let cells = table.rows.iter().chain([&table.head]).filter_map(|row| row.get(column));
        let word = cells.map(word).max().unwrap_or(0);
        longest.min(110).max(word + 4).pow(3).isqrt().isqrt()
    };
    let weights: Vec<usize> = (0..table.head.len()).map(weight).collect();
    let all: usize = weights.iter().sum::<usize>().max(1);
    weights.iter().map(|weight| WIDTH * weight / all).collect()
}

fn paragraph(style: &str, properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{properties}</w:pPr>{runs}</w:p>")
}

/// The first two are the lines that Word draws between a text and its notes.
fn endnotes(notes: &[Vec<Inline>]) -> String {
    let mut out = format!(
        "{DECLARATION}<w:endnotes xmlns:w=\"{NAMESPACE}\"><w:endnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r>\
         <w:separator/></w:r></w:p></w:endnote><w:endnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r>\
         <w:continuationSeparator/></w:r></w:p></w:endnote>"
    );
    for (at, words) in notes.iter().enumerate() {
        let mark = styled("EndnoteReference", "<w:endnoteRef/>");
        let space = "<w:r><w:t xml:space=\"preserve\"> </w:t></w:r>";
        // A note cites nothing itself.
        let words = Runs::new(notes.len()).write(words);
        let note = paragraph("EndnoteText", "", &format!("{mark}{space}{words}"));
        let _ = write!(out, "<w:endnote w:id=\"{}\">{note}</w:endnote>", at + 1);
    }
    out + "</w:endnotes>"
}

/// Bullets are list 1, numbered lists those from 2 on.
fn numbering(numbered: usize) -> String {
    let level = |level: usize, format: &str, text: &str| {
        format!(
            "<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText \
             w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{}\" w:hanging=\"227\"/></w:pPr></w:lvl>",
            283 * (level + 1)
        )
    };
    let bullets: String =
        (0..3).map(|at| level(at, "bullet", ["\u{2022}", "\u{2013}", "\u{2022}"][at])).collect();
    let numbers: String = (0..3).map(|at| level(at, "decimal", &format!("%{}.", at + 1))).collect();
    let lists: String = (2..numbered + 2)
        .map(|list| {
            format!(
                "<w:num w:numId=\"{list}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">\
                 <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>"
            )
        })
        .collect();
    format!(
        "{DECLARATION}<w:numbering xmlns:w=\"{NAMESPACE}\"><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType \
         w:val=\"multilevel\"/>{bullets}</w:abstractNum><w:abstractNum w:abstractNumId=\"1\"><w:multiLevelType \
         w:val=\"multilevel\"/>{numbers}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>\
         {lists}</w:numbering>"
    )
}
