use super::{Flow, Piece, Table, headings, layout, nest};
use crate::document::{Builder, Cell, Document, Draft, MediaType, Style};

/// Makes a document of what a file holds.
pub fn document(mut flow: Vec<Flow>, media_type: MediaType, pages: u32) -> Document {
    nest::nest(&mut flow);
    let body_size = headings::body_size(&flow);
    let mut flow = layout::dissolve(flow, body_size);
    headings::find(&mut flow, body_size);
    let mut builder = Builder::new();
    let mut tables = 0;
    for item in flow {
        match item {
            Flow::Piece(piece) => builder.push(draft(piece, None)),
            Flow::Table(table) => {
                push_table(table, tables, &mut builder);
                tables += 1;
            }
        }
    }
    builder.finish(media_type, pages)
}

fn push_table(table: Table, number: u32, builder: &mut Builder) {
    for (row, cells) in (0..).zip(table.rows) {
        for (column, cell) in (0..).zip(cells.cells) {
            let place = Cell { table: number, row, column, header: cell.header };
            for item in cell.flow {
                if let Flow::Piece(piece) = item {
                    builder.push(draft(piece, Some(place)));
                }
            }
        }
    }
}

fn draft(piece: Piece, cell: Option<Cell>) -> Draft {
    Draft {
        kind: piece.kind.of_block(),
        cell,
        style: Style { bold: piece.bold, size: piece.size },
        text: piece.text,
        places: piece.places.iter().map(|(byte, page)| (*byte, *page, None)).collect(),
    }
}
