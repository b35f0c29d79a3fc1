//! Which tables hold data, and which only place things on the page.

use super::{Block, Kind, Table, TableCell};

/// A cell that holds more pieces than this is part of a layout.
const CELL_PIECES: usize = 40;
/// A cell that holds more bytes than this is part of a layout.
const CELL_BYTES: usize = 6_000;
/// A cell with more long paragraphs than this is part of a layout, and in a table of one column without a
/// header a cell with more paragraphs of any length.
const PROSE: usize = 4;
/// Bytes from which on a paragraph is long.
pub const PROSE_BYTES: usize = 250;

/// A heading over findings, which stand in a table that may have a single row of any form.
pub fn names_findings(heading: &str) -> bool {
    let heading = heading.trim().to_lowercase();
    heading.len() < 60 && (heading.starts_with("areas for") || heading.starts_with("area for"))
}

impl<P: Block + Clone> Table<P> {
    /// Gives the value of one label after another, each on a line of its own.
    pub fn is_labels(&self) -> bool {
        let mut pairs = self.rows.iter().filter(|row| row.cells.len() > 1).peekable();
        pairs.peek().is_some() && pairs.all(|row| row.cells.len() == 2 && row.clone().into_flow().len() == 1)
    }
}

impl<P: Block> Table<P> {
    /// Has one column and no sign of being a list of things. `is_list` says whether its rows follow each other as
    /// those of a list do.
    pub fn is_frame(&self, is_list: bool) -> bool {
        let is_prose = |piece: &P| piece.kind() == Kind::Paragraph;
        let opens_in_prose = |cell: &TableCell<P>| cell.pieces().next().is_some_and(is_prose);
        let paragraphs = |cell: &TableCell<P>| cell.pieces().filter(|piece| is_prose(piece)).count();
        self.columns() == 1
            && !self.rows.iter().any(super::Row::is_header)
            && (!is_list
                || !self.cells().any(opens_in_prose)
                || self.cells().any(|cell| paragraphs(cell) > PROSE))
    }
}

impl<P: Block> TableCell<P> {
    /// Holds more than a cell of data does: a table, a section under a heading, or pages of prose.
    pub fn is_layout(&self, body_size: Option<f32>) -> bool {
        let pieces: Vec<&P> = self.pieces().collect();
        let bytes: usize = pieces.iter().map(|piece| piece.text().len()).sum();
        let heading = pieces.iter().position(|piece| piece.is_section_heading(body_size));
        let holds_section = heading.is_some_and(|at| at + 1 < pieces.len());
        let is_prose = |piece: &&&P| piece.kind() == Kind::Paragraph && piece.text().len() > PROSE_BYTES;
        let holds_prose = pieces.iter().filter(is_prose).count() > PROSE;
        let holds_table = pieces.len() < self.flow.len();
        holds_table || holds_section || holds_prose || pieces.len() > CELL_PIECES || bytes > CELL_BYTES
    }
}
