use super::left_out::is_left_out;
use super::walk::{Place, Walker};
use crate::read::marked::tree::{Element, Node};
use crate::read::marked::{Row, Table, TableCell, limits, widen};

/// A table in the making.
#[derive(Default)]
struct Grid {
    rows: Vec<Row>,
    /// For each column, how many of the next rows a cell from above covers.
    covered: Vec<usize>,
}

impl Walker<'_> {
    pub fn table(&mut self, table: &Element, place: &Place) {
        let mut grid = Grid::default();
        self.rows(table, place, &mut grid);
        let is_layout = table.attribute("role").is_some_and(|role| matches!(role, "presentation" | "none"));
        self.writer.table(Table { rows: grid.rows, is_layout });
    }

    /// Goes through what stands in a table or a group of its rows. What belongs in neither comes before it.
    fn rows(&mut self, group: &Element, place: &Place, grid: &mut Grid) {
        for node in &group.children {
            match node {
                Node::Element(element) if is_left_out(element, place.in_article) => {}
                Node::Element(element) => match element.name.as_str() {
                    "tr" => self.row(element, place, grid),
                    "thead" | "tbody" | "tfoot" => self.rows(element, place, grid),
                    _ => self.element(element, place),
                },
                Node::Text(text) => self.text(text, place),
            }
        }
    }

    fn row(&mut self, row: &Element, place: &Place, grid: &mut Grid) {
        let mut cells = Vec::new();
        for element in row.elements().filter(|element| !is_left_out(element, place.in_article)) {
            if !matches!(element.name.as_str(), "td" | "th") {
                self.element(element, place);
                continue;
            }
            grid.fill_covered(&mut cells);
            let cell = TableCell::new(element.name == "th", self.cell(element, place));
            let columns = span(element, "colspan", limits::COLUMN_SPAN);
            grid.cover(cells.len(), columns, span(element, "rowspan", limits::ROW_SPAN) - 1);
            cells.push(cell);
            widen(&mut cells, columns);
        }
        grid.fill_covered(&mut cells);
        grid.rows.push(Row { cells });
    }
}

fn span(cell: &Element, name: &str, most: usize) -> usize {
    let span = cell.attribute(name).and_then(|span| span.trim().parse().ok());
    span.unwrap_or(1).clamp(1, most)
}

impl Grid {
    /// Puts empty cells where cells from above cover the next places of a row.
    fn fill_covered(&mut self, cells: &mut Vec<TableCell>) {
        while let Some(rows) = self.covered.get_mut(cells.len()).filter(|rows| **rows > 0) {
            *rows -= 1;
            cells.push(TableCell::covered());
        }
    }

    /// Notes that a cell covers `rows` rows below it.
    fn cover(&mut self, column: usize, columns: usize, rows: usize) {
        if rows > 0 && column + columns <= limits::COLUMNS {
            self.covered.resize(self.covered.len().max(column + columns), 0);
            self.covered[column..column + columns].fill(rows);
        }
    }
}
