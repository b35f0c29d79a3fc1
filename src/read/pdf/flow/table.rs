//! Where tables stand, and their words, by which rows that a page end cut are told.

use super::{Flow, Piece, Row, Table};

impl Table {
    /// The first and last page with text on it.
    pub fn pages(&self) -> Option<(u32, u32)> {
        let pages = self.rows.iter().filter_map(Row::pages);
        pages.reduce(|(first, last), (low, high)| (first.min(low), last.max(high)))
    }
}

impl Row {
    pub fn pages(&self) -> Option<(u32, u32)> {
        let pages = self.cells.iter().flat_map(|cell| &cell.flow).filter_map(Flow::pages);
        pages.reduce(|(first, last), (low, high)| (first.min(low), last.max(high)))
    }

    /// The words of the row, to compare rows by.
    pub fn text(&self) -> String {
        words(self.pieces())
    }

    /// The words of the first cell.
    pub fn first_text(&self) -> String {
        words(self.cells.first().into_iter().flat_map(|cell| cell.pieces()))
    }
}

fn words<'a>(pieces: impl Iterator<Item = &'a Piece>) -> String {
    pieces.flat_map(|piece| piece.text.split_whitespace()).collect::<Vec<_>>().join(" ")
}
