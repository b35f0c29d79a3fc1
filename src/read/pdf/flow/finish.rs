use super::hyphen::{self, Words};
use super::{Flow, Kind, Piece, Table, dissolve, headings, join, missing, rows};
use crate::document::{BlockKind, Cell, Draft, Style};

/// Turns a flow into the drafts of a document, in reading order.
pub fn drafts(mut flow: Vec<Flow>) -> Vec<Draft> {
    missing::fill_in(&mut flow);
    let body_size = headings::body_size(&flow);
    let mut flow = dissolve::layout_tables(flow, body_size);
    headings::find(&mut flow, body_size);
    let flow = join::pieces(rows::over_pages(dissolve::frames(flow)));
    let mut placed = Vec::new();
    let mut tables = 0;
    for item in flow {
        match item {
            Flow::Piece(piece) => placed.push((piece, None)),
            Flow::Table(table) => {
                place_cells(table, tables, &mut placed);
                tables += 1;
            }
        }
    }
    let words = Words::of(placed.iter().map(|(piece, _)| piece.text.as_str()));
    placed.into_iter().map(|(piece, cell)| draft(piece, cell, &words)).collect()
}

fn place_cells(table: Table, number: u32, placed: &mut Vec<(Piece, Option<Cell>)>) {
    for (row, cells) in (0..).zip(table.rows) {
        for (column, cell) in (0..).zip(cells.cells) {
            let place = Cell { table: number, row, column, header: cell.header };
            for item in cell.flow {
                if let Flow::Piece(piece) = item {
                    placed.push((piece, Some(place)));
                }
            }
        }
    }
}

fn draft(mut piece: Piece, cell: Option<Cell>, words: &Words) -> Draft {
    let text = hyphen::mend(&piece.text, &mut piece.places, words);
    let kind = match piece.kind {
        Kind::Heading(level) => BlockKind::Heading { level },
        Kind::Paragraph => BlockKind::Paragraph,
        Kind::Item(level) => BlockKind::ListItem { level },
    };
    let size = (piece.size > 0.0).then_some(piece.size);
    Draft {
        kind,
        cell,
        style: Style { bold: piece.bold, size },
        text,
        places: piece.places.iter().map(|(byte, page)| (*byte, *page, None)).collect(),
    }
}
