use super::styles::{is_on, number, value};
use super::walk::{Walker, unwrapped};
use crate::read::marked::tree::Element;
use crate::read::marked::{Row, Table, TableCell, limits, widen};

impl Walker<'_> {
    pub fn table(&mut self, table: &Element) {
        let rows = unwrapped(table).filter(|element| element.name == "tr");
        let rows: Vec<Row> = rows.filter_map(|row| self.row(row)).collect();
        self.writer.table(Table::new(rows));
        self.writer.set_page(self.pages.current);
    }

    /// `None` for a row that a tracked change deleted.
    fn row(&mut self, row: &Element) -> Option<Row> {
        let properties = row.child("trPr");
        let has = |name| properties.and_then(|properties| properties.child(name));
        if has("del").is_some() {
            return None;
        }
        let header = has("tblHeader").is_some_and(is_on);
        let before = has("gridBefore").and_then(number).unwrap_or(0);
        let mut cells = vec![TableCell::covered(); before.min(limits::COLUMN_SPAN)];
        for cell in unwrapped(row).filter(|element| element.name == "tc") {
            let columns: usize = property(cell, "gridSpan").and_then(number).unwrap_or(1);
            // A cell that goes on from the row above is merged with it.
            let is_covered = property(cell, "vMerge").is_some_and(|merge| value(merge) != Some("restart"));
            let flow = if is_covered { Vec::new() } else { self.within(cell, true) };
            cells.push(TableCell::new(header, flow));
            widen(&mut cells, columns.min(limits::COLUMN_SPAN));
        }
        Some(Row { cells })
    }
}

fn property<'a>(cell: &'a Element, name: &str) -> Option<&'a Element> {
    cell.child("tcPr")?.child(name)
}
