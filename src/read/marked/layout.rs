use super::headings::{is_larger, is_set_as_heading};
use super::{Flow, Kind, Piece, Row, Table, TableCell};

/// A cell that holds more pieces than this is part of a layout.
const CELL_PIECES: usize = 40;
/// A cell that holds more bytes than this is part of a layout.
const CELL_BYTES: usize = 6_000;
/// A cell with more long paragraphs than this is part of a layout.
const PROSE: usize = 4;
/// Bytes from which on a paragraph is long.
const PROSE_BYTES: usize = 250;

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
        || (table.is_frame() && !is_expected(out));
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

/// A heading over findings, which stand in a table that may have a single row of any form.
fn names_findings(heading: &str) -> bool {
    let heading = heading.trim().to_lowercase();
    heading.len() < 60 && (heading.starts_with("areas for") || heading.starts_with("area for"))
}

impl Table {
    /// Gives the value of one label after another, each on a line of its own.
    fn is_labels(&self) -> bool {
        let is_pair = |row: &Row| {
            let pieces: Vec<&Piece> = row.cells.iter().flat_map(TableCell::pieces).collect();
            row.cells.len() == 2 && pieces.len() == 2 && pieces[0].text.trim_end().ends_with(':')
        };
        let mut rows = self.rows.iter().filter(|row| row.cells.len() > 1).peekable();
        rows.peek().is_some() && rows.all(is_pair)
    }

    /// Has one column and no sign of being a list of things.
    fn is_frame(&self) -> bool {
        let paragraphs = |cell: &TableCell| cell.pieces().filter(|p| p.kind == Kind::Paragraph).count();
        let opens_in_prose =
            |cell: &TableCell| cell.pieces().next().is_some_and(|piece| piece.kind == Kind::Paragraph);
        let is_list = self.rows.len() > 1;
        self.columns() == 1
            && !self.rows.iter().any(Row::is_header)
            && (!is_list
                || !self.cells().any(opens_in_prose)
                || self.cells().any(|cell| paragraphs(cell) > PROSE))
    }
}

impl TableCell {
    fn is_layout(&self, body_size: Option<f32>) -> bool {
        let pieces: Vec<&Piece> = self.pieces().collect();
        let bytes: usize = pieces.iter().map(|piece| piece.text.len()).sum();
        let heading = pieces.iter().position(|piece| piece.is_section_heading(body_size));
        let holds_section = heading.is_some_and(|at| at + 1 < pieces.len());
        let is_prose = |piece: &&&Piece| piece.kind == Kind::Paragraph && piece.text.len() > PROSE_BYTES;
        let holds_prose = pieces.iter().filter(is_prose).count() > PROSE;
        let holds_table = pieces.len() < self.flow.len();
        holds_table || holds_section || holds_prose || pieces.len() > CELL_PIECES || bytes > CELL_BYTES
    }
}

impl Row {
    /// Holds one heading and nothing else. The name of a table of findings is its header, though, where it
    /// is set no larger than the findings.
    fn is_section_heading(&self, body_size: Option<f32>) -> bool {
        let mut filled = self.cells.iter().filter(|cell| !cell.flow.is_empty());
        let (Some(cell), None) = (filled.next(), filled.next()) else { return false };
        let [Flow::Piece(piece)] = &cell.flow[..] else { return false };
        let is_label = piece.text.trim_end().ends_with(':');
        piece.is_section_heading(body_size)
            || (!cell.header
                && is_set_as_heading(piece, body_size)
                && !is_label
                && !names_findings(&piece.text))
    }
}

impl Piece {
    /// A heading by its mark, or by type larger than that of running text.
    fn is_section_heading(&self, body_size: Option<f32>) -> bool {
        matches!(self.kind, Kind::Heading(_)) || (self.kind == Kind::Paragraph && is_larger(self, body_size))
    }
}
