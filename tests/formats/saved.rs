//! The text that a viewer saves of a letter: cut at a width, with form feeds where pages end.

use throughline::document::{Block, BlockKind, Document};

const WIDTH: usize = 90;

pub fn text(document: &Document) -> String {
    let mut saved = String::new();
    let mut page = 1;
    let mut row = None;
    for block in document.blocks() {
        let begins_on = document.provenance().page_at(block.span.start).unwrap_or(page);
        let place = block.cell.map(|cell| (cell.table, cell.row));
        if begins_on != page {
            saved.push('\u{c}');
            page = begins_on;
        } else if place.is_none() || place != row {
            saved.push('\n');
        }
        row = place;
        saved.push_str(&wrapped(document, block));
    }
    saved
}

fn wrapped(document: &Document, block: &Block) -> String {
    let (first, indent) = match block.kind {
        BlockKind::ListItem { level } => {
            (format!("{}• ", "  ".repeat(level as usize)), level as usize * 2 + 2)
        }
        _ => (String::new(), 0),
    };
    let mut lines = first;
    let mut width = lines.chars().count();
    let mut begins_line = true;
    for word in document.slice(block.span).split(' ') {
        if !begins_line && width + 1 + word.chars().count() > WIDTH {
            lines.push('\n');
            lines.push_str(&" ".repeat(indent));
            (width, begins_line) = (indent, true);
        }
        if !begins_line {
            lines.push(' ');
            width += 1;
        }
        lines.push_str(word);
        width += word.chars().count();
        begins_line = false;
    }
    lines + "\n"
}
