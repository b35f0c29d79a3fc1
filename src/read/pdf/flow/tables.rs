use super::{Flow, Kind, Piece, join};

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub cells: Vec<TableCell>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct TableCell {
    /// Tagged or drawn as a header.
    pub header: bool,
    pub flow: Vec<Flow>,
}

/// A cell that holds more pieces than this is part of a layout.
const CELL_PIECES: usize = 24;
/// A cell that holds more bytes than this is part of a layout.
const CELL_BYTES: usize = 6_000;
/// The only cell of a table is taken for data up to this many pieces.
const ONLY_CELL_PIECES: usize = 12;

impl Table {
    /// The first and last page with text on it.
    pub fn pages(&self) -> Option<(u32, u32)> {
        let pages = self.rows.iter().filter_map(Row::pages);
        pages.reduce(|(first, last), (low, high)| (first.min(low), last.max(high)))
    }

    fn columns(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    fn cells(&self) -> impl Iterator<Item = &TableCell> {
        self.rows.iter().flat_map(|row| &row.cells)
    }

    /// Whether this only places things on the page. `body_size` is the size of running text in points.
    fn is_layout(&self, body_size: f32) -> bool {
        let only_cell = self.rows.len() == 1 && self.columns() == 1;
        self.cells().any(|cell| {
            let pieces = cell.pieces();
            let bytes: usize = pieces.iter().map(|piece| piece.text.len()).sum();
            pieces.len() < cell.flow.len()
                || pieces.len() > CELL_PIECES
                || bytes > CELL_BYTES
                || (only_cell && pieces.len() > ONLY_CELL_PIECES)
                || cell.has_section(body_size)
        })
    }
}

impl TableCell {
    /// The pieces that stand in the cell itself, not in a table within.
    fn pieces(&self) -> Vec<&Piece> {
        self.flow.iter().filter_map(|flow| if let Flow::Piece(piece) = flow { Some(piece) } else { None }).collect()
    }

    /// Holds a heading with text under it.
    fn has_section(&self, body_size: f32) -> bool {
        let pieces = self.pieces();
        let heading = pieces.iter().position(|piece| {
            matches!(piece.kind, Kind::Heading(_)) || piece.size > body_size * 1.1 && piece.text.len() < 200
        });
        !self.header && heading.is_some_and(|at| at + 1 < pieces.len())
    }

    fn is_empty(&self) -> bool {
        self.flow.is_empty()
    }

    fn into_flow(self) -> Vec<Flow> {
        self.flow
    }
}

impl Row {
    fn pages(&self) -> Option<(u32, u32)> {
        let pages = self.cells.iter().flat_map(|cell| &cell.flow).filter_map(Flow::pages);
        pages.reduce(|(first, last), (low, high)| (first.min(low), last.max(high)))
    }

    fn text(&self) -> String {
        let pieces = self.cells.iter().flat_map(TableCell::pieces);
        pieces.flat_map(|piece| piece.text.split_whitespace()).collect::<Vec<_>>().join(" ")
    }
}

/// Dissolves tables that are layout, and makes one of each table and row that a page end cut.
pub fn settle(flow: Vec<Flow>, body_size: f32) -> Vec<Flow> {
    let mut settled: Vec<Flow> = Vec::with_capacity(flow.len());
    for item in flow {
        match item {
            Flow::Piece(piece) => settled.push(Flow::Piece(piece)),
            Flow::Table(mut table) => {
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    cell.flow = settle(std::mem::take(&mut cell.flow), body_size);
                }
                if table.is_layout(body_size) {
                    let cells = table.rows.into_iter().flat_map(|row| row.cells);
                    settled.extend(cells.flat_map(TableCell::into_flow));
                } else if let Some(Flow::Table(before)) = settled.last_mut()
                    && goes_on(before, &table)
                {
                    before.rows.append(&mut table.rows);
                } else {
                    settled.push(Flow::Table(table));
                }
            }
        }
    }
    for item in &mut settled {
        if let Flow::Table(table) = item {
            join_rows(table);
        }
    }
    settled
}

/// Whether `after`, which follows directly, is the rest of `before`, which a page end cut.
fn goes_on(before: &Table, after: &Table) -> bool {
    let (Some((_, end)), Some((start, _))) = (before.pages(), after.pages()) else { return false };
    end < start && start - end <= 1 && before.columns() == after.columns()
}

/// Puts each row that is the rest of one on the page before back together with it.
fn join_rows(table: &mut Table) {
    let mut joined: Vec<Row> = Vec::with_capacity(table.rows.len());
    for row in std::mem::take(&mut table.rows) {
        let repeats_header = joined.first().is_some_and(|first| {
            first.cells.iter().any(|cell| cell.header) && first.text() == row.text()
        });
        match joined.last_mut() {
            Some(before) if cut_by_page(before, &row) && repeats_header => {}
            Some(before) if cut_by_page(before, &row) && row_goes_on(before, &row) => append(before, row),
            _ => joined.push(row),
        }
    }
    for cell in joined.iter_mut().flat_map(|row| &mut row.cells) {
        cell.flow = join::over_pages(std::mem::take(&mut cell.flow));
    }
    table.rows = joined;
}

fn cut_by_page(before: &Row, row: &Row) -> bool {
    match (before.pages(), row.pages()) {
        (Some((_, end)), Some((start, _))) => end < start,
        _ => false,
    }
}

/// Whether `row`, at the top of a page, holds the rest of `before`, at the foot of the page before.
fn row_goes_on(before: &Row, row: &Row) -> bool {
    if before.cells.iter().any(|cell| cell.header) || before.cells.len() != row.cells.len() {
        return false;
    }
    if row.cells.len() > 1 && (row.cells[0].is_empty() || before.cells[0].is_empty()) {
        return true;
    }
    before.cells.iter().zip(&row.cells).any(|(before, rest)| cell_goes_on(before, rest))
}

fn cell_goes_on(before: &TableCell, rest: &TableCell) -> bool {
    let (before, rest) = (before.pieces(), rest.pieces());
    let (Some(last), Some(next)) = (before.last(), rest.first()) else { return false };
    // A row opens with words of its own; a list that opens one goes on from above, unless all rows do so.
    let opens_with_list = matches!(next.kind, Kind::Item(_)) && !matches!(before[0].kind, Kind::Item(_));
    opens_with_list || join::goes_on(last, next)
}

fn append(before: &mut Row, row: Row) {
    for (cell, rest) in before.cells.iter_mut().zip(row.cells) {
        cell.flow.extend(rest.flow);
    }
}
