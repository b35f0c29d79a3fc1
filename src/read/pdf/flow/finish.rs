use super::hyphen::{self, Words};
use super::piece::Place;
use super::{Flow, Piece, Table, dissolve, headings, join, missing, rows};
use crate::document::{Cell, Draft, PageBox, Style, WordPlace};
use crate::read::pdf::content::Area;

/// A draft, and where its words stand.
pub struct Placed {
    pub draft: Draft,
    places: Vec<Place>,
}

impl Placed {
    /// Where each word stands, in their order.
    pub fn words(&self) -> impl Iterator<Item = WordPlace> {
        self.places.iter().filter_map(|place| {
            let Place { byte, ocr_confidence, .. } = *place;
            Some(WordPlace { byte, at: page_box(place)?, ocr_confidence })
        })
    }
}

/// Turns a flow into the drafts of a document, in reading order.
pub fn drafts(mut flow: Vec<Flow>) -> Vec<Placed> {
    missing::fill_in(&mut flow);
    let body_size = headings::body_size(&flow);
    let mut flow = dissolve::layout_tables(flow, body_size);
    headings::find(&mut flow, body_size);
    let flow = join::pieces(rows::over_pages(dissolve::frames(flow)));
    let mut placed = Vec::new();
    let mut tables = 0;
    for item in flow {
        match item {
            Flow::Piece(piece) => placed.push((piece, None)),
            Flow::Table(table) => {
                place_cells(table, tables, &mut placed);
                tables += 1;
            }
        }
    }
    let words = Words::of(placed.iter().map(|(piece, _)| piece.text.as_str()));
    placed.into_iter().map(|(piece, cell)| draft(piece, cell, &words)).collect()
}

fn place_cells(table: Table, number: u32, placed: &mut Vec<(Piece, Option<Cell>)>) {
    for (row, cells) in (0..).zip(table.rows) {
        for (column, cell) in (0..).zip(cells.cells) {
            let place = Cell { table: number, row, column, header: cell.header };
            for item in cell.flow {
                if let Flow::Piece(piece) = item {
                    placed.push((piece, Some(place)));
                }
            }
        }
    }
}

fn draft(mut piece: Piece, cell: Option<Cell>, words: &Words) -> Placed {
    let places = piece.places.iter_mut().map(|place| &mut place.byte);
    let text = hyphen::mend(&piece.text, places, words);
    let kind = piece.kind.of_block();
    let size = (piece.size > 0.0).then_some(piece.size);
    let pages = piece.places.chunk_by(|one, other| one.page == other.page).map(|words| &words[0]);
    let places = pages.map(|first| (first.byte, first.page, None)).collect();
    let draft = Draft { kind, cell, style: Style { bold: piece.bold, size }, text, places };
    Placed { draft, places: piece.places }
}

fn page_box(place: &Place) -> Option<PageBox> {
    let Area { left, bottom, right, top } = place.area?;
    Some(PageBox { page: place.page, left, bottom, right, top })
}
