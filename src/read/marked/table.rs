use super::{Flow, Kind, Piece, limits};

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    pub rows: Vec<Row>,
    /// The file says that it only places things on the page.
    pub is_layout: bool,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Row {
    pub cells: Vec<TableCell>,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableCell {
    pub header: bool,
    /// Empty where a cell above or to the left covers its place.
    pub flow: Vec<Flow>,
}

/// A header holds no more bytes than this.
const HEADER_BYTES: usize = 100;

impl Table {
    pub fn columns(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    pub fn cells(&self) -> impl Iterator<Item = &TableCell> {
        self.rows.iter().flat_map(|row| &row.cells)
    }

    /// Keeps as headers only the rows at the top that are set like one: the first column of a table may be
    /// marked as headers too, and in a table of one column that is every cell.
    pub fn settle_headers(&mut self) {
        let mut at_top = true;
        for row in &mut self.rows {
            at_top &= row.is_set_as_header();
            row.cells.iter_mut().for_each(|cell| cell.header = at_top);
        }
        if at_top && self.rows.len() > 1 {
            // A header of nothing is none.
            self.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| cell.header = false);
        }
    }
}

impl Row {
    pub fn is_header(&self) -> bool {
        self.cells.iter().any(|cell| cell.header)
    }

    /// Short and in bold type throughout, or marked as a header throughout and no sentence.
    fn is_set_as_header(&self) -> bool {
        let mut cells = self.cells.iter().filter(|cell| !cell.flow.is_empty()).peekable();
        cells.peek().is_some() && cells.all(TableCell::is_set_as_header)
    }

    /// What the cells hold, one after the other; a label is put on one line with what it is the label of.
    pub fn into_flow(self) -> Vec<Flow> {
        let mut flow: Vec<Flow> = Vec::new();
        for cell in self.cells {
            let is_one_piece = cell.flow.len() == 1;
            for (index, item) in cell.flow.into_iter().enumerate() {
                match (flow.last_mut(), item) {
                    (Some(Flow::Piece(label)), Flow::Piece(value))
                        if is_one_piece && index == 0 && label.text.trim_end().ends_with(':') =>
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

impl TableCell {
    /// Adds the empty cells that the last of `cells` covers, which is `columns` wide.
    pub fn widen(cells: &mut Vec<TableCell>, columns: usize) {
        let room = limits::COLUMNS.saturating_sub(cells.len());
        cells.extend((1..columns).take(room).map(|_| TableCell::default()));
    }

    /// The pieces that stand in the cell itself, not in a table within.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.flow.iter().filter_map(|flow| if let Flow::Piece(piece) = flow { Some(piece) } else { None })
    }

    fn is_set_as_header(&self) -> bool {
        let text = || self.pieces().map(|piece| piece.text.trim_end());
        let short = text().map(str::len).sum::<usize>() <= HEADER_BYTES;
        let worded = self.pieces().all(|piece| piece.kind == Kind::Paragraph);
        let sentence = text().any(|text| text.ends_with(['.', ';', ':', ',']));
        short && worded && !sentence && (self.header || self.pieces().all(|piece| piece.bold))
    }
}
