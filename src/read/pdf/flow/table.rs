use super::{Flow, Kind, Piece};

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
    /// Holds nothing because a cell above or to the left covers its place.
    pub covered: bool,
    pub flow: Vec<Flow>,
}

/// A header holds no more bytes than this.
const HEADER_BYTES: usize = 100;

impl Table {
    /// The first and last page with text on it.
    pub fn pages(&self) -> Option<(u32, u32)> {
        let pages = self.rows.iter().filter_map(Row::pages);
        pages.reduce(|(first, last), (low, high)| (first.min(low), last.max(high)))
    }

    pub fn columns(&self) -> usize {
        self.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0)
    }

    pub fn cells(&self) -> impl Iterator<Item = &TableCell> {
        self.rows.iter().flat_map(|row| &row.cells)
    }

    /// Keeps as headers only the rows at the top that are set like one: Word tags the first column of most
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

impl Row {
    pub fn pages(&self) -> Option<(u32, u32)> {
        let pages = self.cells.iter().flat_map(|cell| &cell.flow).filter_map(Flow::pages);
        pages.reduce(|(first, last), (low, high)| (first.min(low), last.max(high)))
    }

    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.cells.iter().flat_map(TableCell::pieces)
    }

    /// The words of the row, to compare rows by.
    pub fn text(&self) -> String {
        self.pieces().flat_map(|piece| piece.text.split_whitespace()).collect::<Vec<_>>().join(" ")
    }

    /// The words of the first cell.
    pub fn first_text(&self) -> String {
        let pieces = self.cells.first().into_iter().flat_map(TableCell::pieces);
        pieces.flat_map(|piece| piece.text.split_whitespace()).collect::<Vec<_>>().join(" ")
    }

    pub fn is_header(&self) -> bool {
        self.cells.iter().any(|cell| cell.header)
    }

    /// Short and in bold type throughout, or tagged as a header throughout and no sentence.
    fn is_set_as_header(&self) -> bool {
        let mut cells = self.cells.iter().filter(|cell| !cell.is_empty()).peekable();
        cells.peek().is_some()
            && cells.all(|cell| {
                let text = || cell.pieces().map(|piece| piece.text.trim_end());
                let short = text().map(str::len).sum::<usize>() <= HEADER_BYTES;
                let worded = cell.pieces().all(|piece| piece.kind == Kind::Paragraph);
                let sentence = text().any(|text| text.ends_with(['.', ';', ':', ',']));
                short && worded && !sentence && (cell.header || cell.pieces().all(|piece| piece.bold))
            })
    }
}

impl TableCell {
    /// The pieces that stand in the cell itself, not in a table within.
    pub fn pieces(&self) -> impl Iterator<Item = &Piece> {
        self.flow.iter().filter_map(|flow| if let Flow::Piece(piece) = flow { Some(piece) } else { None })
    }

    pub fn new(header: bool, flow: Vec<Flow>) -> Self {
        Self { header, covered: false, flow }
    }

    pub fn covered() -> Self {
        Self { header: false, covered: true, flow: Vec::new() }
    }

    pub fn is_empty(&self) -> bool {
        self.flow.is_empty()
    }
}
