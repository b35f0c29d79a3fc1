use super::{Block, Flow, Kind};

#[derive(Debug, Clone, PartialEq)]
pub struct Table<P> {
    pub rows: Vec<Row<P>>,
    /// The file says that it only places things on the page.
    pub is_layout: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row<P> {
    pub cells: Vec<TableCell<P>>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct TableCell<P> {
    /// Marked or drawn as a header.
    pub header: bool,
    /// Holds nothing because a cell above or to the left covers its place.
    pub covered: bool,
    pub flow: Vec<Flow<P>>,
}

/// A header holds no more bytes than this.
const HEADER_BYTES: usize = 100;

impl<P> Table<P> {
    pub fn new(rows: Vec<Row<P>>) -> Self {
        Self { rows, is_layout: false }
    }

    pub fn columns(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    pub fn cells(&self) -> impl Iterator<Item = &TableCell<P>> {
        self.rows.iter().flat_map(|row| &row.cells)
    }
}

impl<P> Default for Table<P> {
    fn default() -> Self {
        Self::new(Vec::new())
    }
}

impl<P: Block> Table<P> {
    /// Keeps as headers only the rows at the top that are set like one: Word marks the first column of most
    /// tables as headers, and in a table of one column that is every cell.
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

impl<P> Row<P> {
    pub fn is_header(&self) -> bool {
        self.cells.iter().any(|cell| cell.header)
    }

    /// What stands in the cells themselves, not in tables within.
    pub fn pieces(&self) -> impl Iterator<Item = &P> {
        self.cells.iter().flat_map(TableCell::pieces)
    }

    /// The piece that the row holds, where it holds one and nothing else, and its cell.
    pub fn only_piece(&self) -> Option<(&TableCell<P>, &P)> {
        let mut filled = self.cells.iter().filter(|cell| !cell.is_empty());
        let (Some(cell), None) = (filled.next(), filled.next()) else { return None };
        let [Flow::Piece(piece)] = &cell.flow[..] else { return None };
        Some((cell, piece))
    }
}

impl<P: Block> Row<P> {
    /// Short and in bold type throughout, or marked as a header throughout and no sentence.
    fn is_set_as_header(&self) -> bool {
        let mut cells = self.cells.iter().filter(|cell| !cell.is_empty()).peekable();
        cells.peek().is_some() && cells.all(TableCell::is_set_as_header)
    }

    /// What the cells hold, one after the other; a label is put on one line with what it is the label of.
    pub fn into_flow(self) -> Vec<Flow<P>> {
        let mut flow: Vec<Flow<P>> = Vec::new();
        for cell in self.cells {
            let is_one_piece = cell.flow.len() == 1;
            for item in cell.flow {
                match (flow.last_mut(), item) {
                    (Some(Flow::Piece(label)), Flow::Piece(value))
                        if is_one_piece && label.is_label() && value.is_beside(label) =>
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

impl<P> TableCell<P> {
    pub fn new(header: bool, flow: Vec<Flow<P>>) -> Self {
        Self { header, covered: false, flow }
    }

    pub fn covered() -> Self {
        Self { header: false, covered: true, flow: Vec::new() }
    }

    pub fn is_empty(&self) -> bool {
        self.flow.is_empty()
    }

    /// The pieces that stand in the cell itself, not in a table within.
    pub fn pieces(&self) -> impl Iterator<Item = &P> {
        self.flow.iter().filter_map(|flow| if let Flow::Piece(piece) = flow { Some(piece) } else { None })
    }
}

impl<P: Block> TableCell<P> {
    fn is_set_as_header(&self) -> bool {
        let text = || self.pieces().map(|piece| piece.text().trim_end());
        let short = text().map(str::len).sum::<usize>() <= HEADER_BYTES;
        let worded = self.pieces().all(|piece| piece.kind() == Kind::Paragraph);
        let sentence = text().any(|text| text.ends_with(['.', ';', ':', ',']));
        short && worded && !sentence && (self.header || self.pieces().all(Block::is_bold))
    }
}
