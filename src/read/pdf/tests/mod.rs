mod columns;
mod damage;
mod drawn;
mod encryption;
mod letters;
mod maker;
mod objects;
mod position;
mod tags;

use super::{read, read_file};
use crate::document::{BlockKind, Document};

/// Each block in short: `h1`, `p` or `li1`, its table, row and column where it has one, and its words.
fn outline(document: &Document) -> Vec<String> {
    let kind = |kind| match kind {
        BlockKind::Heading { level } => format!("h{level}"),
        BlockKind::Paragraph => "p".to_owned(),
        BlockKind::ListItem { level } => format!("li{level}"),
    };
    let block = |block: &crate::document::Block| {
        let cell = block.cell.map_or(String::new(), |cell| {
            let header = if cell.header { " header" } else { "" };
            format!(" {}.{}.{}{header}", cell.table, cell.row, cell.column)
        });
        format!("{}{cell}: {}", kind(block.kind), document.slice(block.span))
    };
    document.blocks().iter().map(block).collect()
}

fn outline_of(bytes: &[u8]) -> Vec<String> {
    outline(&read(bytes).unwrap().document)
}
