use super::Flow;
use super::{Row, TableCell};

/// Cells whose texts begin within this many points of each other begin at the same place.
const SAME_LEFT: f32 = 4.0;

/// Puts empty cells where cells are missing on the left of the first row of a page: a program may leave out
/// those that a row cut by the page end has nothing more to say in.
pub fn fill_in(flow: &mut [Flow]) {
    let mut above = Above::default();
    for item in flow {
        let Flow::Table(table) = item else {
            above = Above::default();
            continue;
        };
        for row in &mut table.rows {
            row.cells.iter_mut().for_each(|cell| fill_in(&mut cell.flow));
            let missing = above.missing_from(row);
            row.cells.splice(0..0, (0..missing).map(|_| TableCell::new(false, Vec::new())));
            above.add(row);
        }
    }
}

/// The rows before a row.
#[derive(Default)]
struct Above {
    last_page: u32,
    /// Where the text of each column begins; `None` where no text has stood in it.
    lefts: Vec<Option<f32>>,
}

impl Above {
    fn add(&mut self, row: &Row) {
        self.last_page = row.pages().map_or(self.last_page, |(_, last)| last);
        self.lefts.resize(row.cells.len(), None);
        for (known, cell) in self.lefts.iter_mut().zip(&row.cells) {
            *known = left(cell).or(*known);
        }
    }

    /// How many cells are missing on the left of a row.
    fn missing_from(&self, row: &Row) -> usize {
        let is_page_top = row.pages().is_some_and(|(first, _)| first > self.last_page);
        let fewer = self.lefts.len().saturating_sub(row.cells.len());
        let (true, Some(start)) = (is_page_top, row.cells.first().and_then(left)) else { return 0 };
        let begins_right_of = |known: &Option<f32>| known.is_some_and(|known| known <= start + SAME_LEFT);
        self.lefts.iter().rposition(begins_right_of).unwrap_or(0).min(fewer)
    }
}

fn left(cell: &TableCell) -> Option<f32> {
    cell.pieces().map(|piece| piece.left).reduce(f32::min)
}
