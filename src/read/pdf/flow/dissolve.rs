use super::headings::is_larger;
use super::table::{Row, Table, TableCell};
use super::{Flow, Kind, Piece};

/// A cell that holds more pieces than this is part of a layout.
const CELL_PIECES: usize = 24;
/// A cell that holds more bytes than this is part of a layout.
const CELL_BYTES: usize = 6_000;
/// A cell of a one-column table without a header is taken for data up to this many paragraphs.
const PROSE: usize = 4;

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
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        cell.flow = layout_tables(std::mem::take(&mut cell.flow), body_size);
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

fn place(mut table: Table, body_size: f32, out: &mut Vec<Flow>) {
    if table.rows.is_empty() {
        return;
    }
    table.settle_headers();
    let holds_tables = table.cells().any(TableCell::holds_table);
    if holds_tables || (table.is_layout(body_size) && !follows_its_name(out)) {
        out.extend(table.rows.into_iter().flat_map(Row::into_flow));
    } else {
        out.push(Flow::Table(table));
    }
}

/// Whether the last thing said names a table of findings, which may have a single row of any form.
fn follows_its_name(out: &[Flow]) -> bool {
    let Some(Flow::Piece(piece)) = out.last() else { return false };
    let text = piece.text.trim().to_lowercase();
    text.len() < 60 && (text.starts_with("areas for") || text.starts_with("area for"))
}

impl Table {
    fn is_layout(&self, body_size: f32) -> bool {
        self.cells().any(|cell| cell.is_layout(body_size))
            || (self.columns() == 1 && !self.is_one_column_data())
    }

    /// Whether a table of one column is a list of things and not a frame around prose.
    fn is_one_column_data(&self) -> bool {
        self.rows.iter().any(Row::is_header)
            || self.cells().all(|cell| {
                let opens_with_list =
                    cell.pieces().next().is_some_and(|piece| matches!(piece.kind, Kind::Item(_)));
                let prose = cell.pieces().filter(|piece| piece.kind == Kind::Paragraph).count();
                !opens_with_list && prose <= PROSE
            })
    }
}

impl TableCell {
    fn holds_table(&self) -> bool {
        self.flow.iter().any(|item| matches!(item, Flow::Table(_)))
    }

    fn is_layout(&self, body_size: f32) -> bool {
        let pieces: Vec<&Piece> = self.pieces().collect();
        let bytes: usize = pieces.iter().map(|piece| piece.text.len()).sum();
        let heading = pieces.iter().position(|piece| piece.is_section_heading(body_size));
        let holds_section = !self.header && heading.is_some_and(|at| at + 1 < pieces.len());
        holds_section || pieces.len() > CELL_PIECES || bytes > CELL_BYTES
    }
}

impl Row {
    fn is_section_heading(&self, body_size: f32) -> bool {
        let filled: Vec<&TableCell> = self.cells.iter().filter(|cell| !cell.is_empty()).collect();
        let [cell] = filled[..] else { return false };
        let [Flow::Piece(piece)] = &cell.flow[..] else { return false };
        piece.is_section_heading(body_size)
    }

    /// What the cells hold, one after the other; a label is put on one line with what it is the label of.
    fn into_flow(self) -> Vec<Flow> {
        let mut flow: Vec<Flow> = Vec::new();
        for cell in self.cells {
            let is_one_piece = cell.flow.len() == 1;
            for item in cell.flow {
                match (flow.last_mut(), item) {
                    (Some(Flow::Piece(label)), Flow::Piece(value))
                        if is_one_piece && label.text.trim_end().ends_with(':') && value.is_beside(label) =>
                    {
                        label.append(value);
                    }
                    (_, item) => flow.push(item),
                }
            }
        }
        flow
    }
}

impl Piece {
    /// A heading by its tag, or by type larger than that of running text.
    fn is_section_heading(&self, body_size: f32) -> bool {
        matches!(self.kind, Kind::Heading(_)) || (self.kind == Kind::Paragraph && is_larger(self, body_size))
    }

    /// Begins on the line that `label` ends on.
    fn is_beside(&self, label: &Piece) -> bool {
        label.last_page() == self.first_page() && (label.bottom - self.top).abs() < self.size * 0.5
    }
}
