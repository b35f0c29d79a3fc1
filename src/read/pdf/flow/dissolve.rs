use super::headings::is_set_as_heading;
use super::{Flow, Row, Table, rows};
use crate::read::flow::{Block, PROSE_BYTES, names_findings};

/// Dissolves the tables that only place things on the page into what they hold, and cuts the others where a
/// section heading stands in them. `body_size` is the size of running text in points.
pub fn layout_tables(flow: Vec<Flow>, body_size: f32) -> Vec<Flow> {
    let mut dissolved = Vec::with_capacity(flow.len());
    for item in flow {
        match item {
            Flow::Piece(piece) => dissolved.push(Flow::Piece(piece)),
            Flow::Table(table) => dissolve(table, body_size, &mut dissolved),
        }
    }
    dissolved
}

fn dissolve(mut table: Table, body_size: f32, out: &mut Vec<Flow>) {
    let columns = table.columns();
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        cell.flow = layout_tables(std::mem::take(&mut cell.flow), body_size);
        if columns > 1 {
            cell.flow = frames(std::mem::take(&mut cell.flow));
        }
    }
    let mut part = Table::default();
    for row in table.rows {
        if row.is_section_heading(body_size) || (columns > 1 && row.is_prose()) {
            place(std::mem::take(&mut part), body_size, out);
            out.extend(row.into_flow());
        } else {
            part.rows.push(row);
        }
    }
    place(part, body_size, out);
}

fn place(mut table: Table, body_size: f32, out: &mut Vec<Flow>) {
    if table.rows.is_empty() {
        return;
    }
    if table.cells().any(|cell| cell.is_layout(Some(body_size))) || table.is_labels() {
        out.extend(table.rows.into_iter().flat_map(Row::into_flow));
        return;
    }
    table.settle_headers();
    out.push(Flow::Table(table));
}

/// Dissolves the tables of one column that are no more than a frame around prose. Such a table is data all
/// the same where the words before name it, or where it goes on from one that a page end cut.
pub fn frames(flow: Vec<Flow>) -> Vec<Flow> {
    let mut kept: Vec<Flow> = Vec::with_capacity(flow.len());
    for item in flow {
        match item {
            Flow::Table(table) if table.is_frame(is_list(&table)) && !is_expected(&kept, &table) => {
                kept.extend(table.rows.into_iter().flat_map(Row::into_flow));
            }
            item => kept.push(item),
        }
    }
    kept
}

fn is_expected(before: &[Flow], table: &Table) -> bool {
    let names = |item: &Flow| matches!(item, Flow::Piece(piece) if names_findings(&piece.text));
    match before {
        [.., Flow::Table(before)] => rows::goes_on(before, table),
        // A sentence may stand between the heading and the table.
        [.., heading, last] => names(last) || names(heading),
        [last] => names(last),
        [] => false,
    }
}

/// Whether rows follow each other on a page, and not only where a page end cut one.
fn is_list(table: &Table) -> bool {
    table.rows.windows(2).any(|pair| pair[0].is_followed_on_its_page_by(&pair[1]))
}

impl Row {
    /// Holds one heading and nothing else. The name of a table of findings is its header, though, where it
    /// is set no larger than the findings.
    fn is_section_heading(&self, body_size: f32) -> bool {
        self.only_piece().is_some_and(|(_, piece)| {
            let is_set_as_heading = is_set_as_heading(piece, body_size);
            piece.is_section_heading(Some(body_size))
                || (is_set_as_heading && !piece.is_label() && !names_findings(&piece.text))
        })
    }

    /// A row of one cell, among rows of several, that holds running text.
    fn is_prose(&self) -> bool {
        let [cell] = &self.cells[..] else { return false };
        cell.pieces().map(|piece| piece.text.len()).sum::<usize>() > PROSE_BYTES
    }

    fn is_followed_on_its_page_by(&self, next: &Row) -> bool {
        matches!((self.pages(), next.pages()), (Some((_, end)), Some((start, _))) if end == start)
    }
}
