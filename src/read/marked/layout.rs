use super::headings::is_set_as_heading;
use super::{Flow, Row, Table};
use crate::read::flow::{Block, names_findings};

/// Dissolves the tables that only place things on the page into what they hold, and cuts the others where a
/// section heading stands in them. `body_size` is the size of running text in points, if the file has one.
pub fn dissolve(flow: Vec<Flow>, body_size: Option<f32>) -> Vec<Flow> {
    let mut kept: Vec<Flow> = Vec::with_capacity(flow.len());
    for item in flow {
        match item {
            Flow::Piece(piece) => kept.push(Flow::Piece(piece)),
            Flow::Table(table) => dissolve_table(table, body_size, &mut kept),
        }
    }
    kept
}

fn dissolve_table(mut table: Table, body_size: Option<f32>, out: &mut Vec<Flow>) {
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        cell.flow = dissolve(std::mem::take(&mut cell.flow), body_size);
    }
    if table.is_layout {
        out.extend(table.rows.into_iter().flat_map(Row::into_flow));
        return;
    }
    let mut part = Table::default();
    for row in table.rows {
        if row.is_section_heading(body_size) {
            place(std::mem::take(&mut part), body_size, out);
            out.extend(row.into_flow());
        } else {
            part.rows.push(row);
        }
    }
    place(part, body_size, out);
}

fn place(mut table: Table, body_size: Option<f32>, out: &mut Vec<Flow>) {
    if table.rows.is_empty() {
        return;
    }
    table.settle_headers();
    let is_layout = table.cells().any(|cell| cell.is_layout(body_size))
        || table.is_labels()
        || (table.is_frame(table.rows.len() > 1) && !is_expected(out));
    if is_layout {
        out.extend(table.rows.into_iter().flat_map(Row::into_flow));
    } else {
        out.push(Flow::Table(table));
    }
}

/// Whether the words before a table name it: a sentence may stand between the heading and the table.
fn is_expected(before: &[Flow]) -> bool {
    let names = |item: &Flow| matches!(item, Flow::Piece(piece) if names_findings(&piece.text));
    before.iter().rev().take(2).any(names)
}

impl Row {
    /// Holds one heading and nothing else. The name of a table of findings is its header, though, where it
    /// is set no larger than the findings.
    fn is_section_heading(&self, body_size: Option<f32>) -> bool {
        self.only_piece().is_some_and(|(cell, piece)| {
            let is_set_as_heading = !cell.header && is_set_as_heading(piece, body_size);
            piece.is_section_heading(body_size)
                || (is_set_as_heading && !piece.is_label() && !names_findings(&piece.text))
        })
    }
}
