use super::headings::{is_larger, is_set_as_heading};
use super::table::{Row, Table, TableCell};
use super::{Flow, Kind, Piece, rows};

/// A cell that holds more pieces than this is part of a layout.
const CELL_PIECES: usize = 40;
/// A cell that holds more bytes than this is part of a layout.
const CELL_BYTES: usize = 6_000;
/// A cell with more long paragraphs than this is part of a layout, and in a table of one column without a
/// header a cell with more paragraphs of any length.
const PROSE: usize = 4;
/// Bytes from which on a paragraph is long, and the only cell of a row of a wider table is prose.
const PROSE_BYTES: usize = 250;

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
    if table.cells().any(|cell| cell.is_layout(body_size)) || table.is_labels() {
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
            Flow::Table(table) if table.is_frame() && !is_expected(&kept, &table) => {
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

/// A heading over findings, which stand in a table that may have a single row of any form.
fn names_findings(heading: &str) -> bool {
    let heading = heading.trim().to_lowercase();
    heading.len() < 60 && (heading.starts_with("areas for") || heading.starts_with("area for"))
}

impl Table {
    /// Gives the value of one label after another, each on a line of its own.
    fn is_labels(&self) -> bool {
        let mut pairs = self.rows.iter().filter(|row| row.cells.len() > 1).peekable();
        pairs.peek().is_some() && pairs.all(|row| row.cells.len() == 2 && row.clone().into_flow().len() == 1)
    }

    /// Has one column, and no sign of being a list of things.
    fn is_frame(&self) -> bool {
        let opens_in_prose =
            |cell: &TableCell| cell.pieces().next().is_some_and(|piece| piece.kind == Kind::Paragraph);
        let prose = |cell: &TableCell| cell.pieces().filter(|piece| piece.kind == Kind::Paragraph).count();
        let is_list = self.rows.windows(2).any(|pair| pair[0].is_followed_on_its_page_by(&pair[1]));
        self.columns() == 1
            && !self.rows.iter().any(Row::is_header)
            && (!is_list || !self.cells().any(opens_in_prose) || self.cells().any(|cell| prose(cell) > PROSE))
    }
}

impl TableCell {
    fn is_layout(&self, body_size: f32) -> bool {
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
    fn is_section_heading(&self, body_size: f32) -> bool {
        let filled: Vec<&TableCell> = self.cells.iter().filter(|cell| !cell.is_empty()).collect();
        let [cell] = filled[..] else { return false };
        let [Flow::Piece(piece)] = &cell.flow[..] else { return false };
        let is_label = piece.text.trim_end().ends_with(':');
        piece.is_section_heading(body_size)
            || (is_set_as_heading(piece, body_size) && !is_label && !names_findings(&piece.text))
    }

    /// A row of one cell, among rows of several, that holds running text.
    fn is_prose(&self) -> bool {
        let [cell] = &self.cells[..] else { return false };
        cell.pieces().map(|piece| piece.text.len()).sum::<usize>() > PROSE_BYTES
    }

    fn is_followed_on_its_page_by(&self, next: &Row) -> bool {
        matches!((self.pages(), next.pages()), (Some((_, end)), Some((start, _))) if end == start)
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
