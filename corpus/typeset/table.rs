//! Tables: rows side by side in columns, cut where the page ends.

use super::column::Column;
use super::flow::{self, Line};
use super::layout::{BOTTOM, LEFT, Sheet, TEXT_WIDTH};
use super::markup::{Row, Table, Text};
use super::page::Mark;
use super::settings::Cut;
use super::tags::{ElementId, Tree};

const PADDING: f32 = 5.0;
const RULE: f32 = 0.5;
const RULE_GREY: f32 = 0.45;
const HEADER_GREY: f32 = 0.87;

/// A cell on its way onto pages: the lines not yet placed.
struct Cell {
    column: Column,
    width: f32,
    lines: Vec<Line>,
    placed: usize,
}

impl Sheet<'_> {
    pub fn table(&mut self, table: &Table) {
        self.top -= self.settings.size * 0.6;
        let mut element = self.tree.add(Tree::DOCUMENT, "Table");
        for row in &table.rows {
            element = self.row(row, &table.shares, element);
        }
        self.top -= self.settings.size * 0.4;
    }

    /// Places a row; gives back the table that is open after it, for a page end may have begun another.
    fn row(&mut self, row: &Row, shares: &[f32], mut table: ElementId) -> ElementId {
        let mut cells = self.cells(row, shares);
        if !self.is_fresh() && cells.iter().all(|cell| cell.fitting(self.top - BOTTOM) == 0) {
            table = self.turn_table(table);
        }
        self.tag_cells(&mut cells, row, table);
        while !self.piece(&mut cells, row.header) {
            let after = self.turn_table(table);
            if after != table {
                table = after;
                self.tag_cells(&mut cells, row, table);
            }
        }
        table
    }

    fn turn_table(&mut self, table: ElementId) -> ElementId {
        self.turn();
        let begun = !self.tree.elements[table].kids.is_empty();
        if begun && self.settings.cut_rows == Cut::New {
            return self.tree.add(Tree::DOCUMENT, "Table");
        }
        table
    }

    fn cells(&self, row: &Row, shares: &[f32]) -> Vec<Cell> {
        let whole: f32 = shares.iter().sum();
        let mut left = LEFT;
        let mut cells = Vec::new();
        for (texts, share) in row.cells.iter().zip(shares) {
            let width = TEXT_WIDTH * share / whole;
            let texts: Vec<&Text> = texts.iter().collect();
            let mut lines = flow::lines(&texts, width - 2.0 * PADDING, self.settings);
            if let Some(first) = lines.first_mut() {
                first.space_before = 0.0;
            }
            let column = Column::new(left + PADDING, Tree::DOCUMENT);
            cells.push(Cell { column, width, lines, placed: 0 });
            left += width;
        }
        cells
    }

    /// Gives the cells elements of a new row of the table, also those that have nothing left to say.
    fn tag_cells(&mut self, cells: &mut [Cell], row: &Row, table: ElementId) {
        let row_element = self.tree.add(table, "TR");
        for cell in cells {
            let element = self.tree.add(row_element, if row.header { "TH" } else { "TD" });
            cell.column = Column::new(cell.column.left, element);
        }
    }

    /// Places as much of a row as the page holds; true if that was all of it.
    fn piece(&mut self, cells: &mut [Cell], header: bool) -> bool {
        let room = self.top - BOTTOM;
        // A line higher than a page goes on a fresh one all the same.
        let at_least = usize::from(self.is_fresh());
        let end = |cell: &Cell| cell.placed + cell.fitting(room).max(at_least.min(cell.left()));
        let ends: Vec<usize> = cells.iter().map(end).collect();
        let heights = cells.iter().zip(&ends).map(|(cell, end)| cell.height(*end));
        let height = heights.fold(0.0, f32::max);
        self.frame(cells, height, header);
        for (cell, end) in cells.iter_mut().zip(ends) {
            self.cell_lines(cell, end);
        }
        self.top -= height;
        cells.iter().all(|cell| cell.left() == 0)
    }

    fn cell_lines(&mut self, cell: &mut Cell, end: usize) {
        let mut top = self.top - PADDING;
        for line in &cell.lines[cell.placed..end] {
            top -= line.space_before;
            self.place(line, &mut cell.column, top);
            top -= line.height;
        }
        cell.placed = end;
    }

    fn frame(&mut self, cells: &[Cell], height: f32, header: bool) {
        let bottom = self.top - height;
        if header {
            self.fill(Mark::Artifact, [LEFT, bottom, TEXT_WIDTH, height], HEADER_GREY);
        }
        for y in [self.top, bottom] {
            self.fill(Mark::Artifact, [LEFT, y, TEXT_WIDTH, RULE], RULE_GREY);
        }
        let mut x = LEFT;
        self.fill(Mark::Artifact, [x, bottom, RULE, height], RULE_GREY);
        for cell in cells {
            x += cell.width;
            self.fill(Mark::Artifact, [x, bottom, RULE, height], RULE_GREY);
        }
    }
}

impl Cell {
    /// How many lines are not yet placed.
    fn left(&self) -> usize {
        self.lines.len() - self.placed
    }

    /// How many of the lines not yet placed fit into `room`.
    fn fitting(&self, room: f32) -> usize {
        let mut used = 2.0 * PADDING;
        let rest = self.lines[self.placed..].iter();
        rest.take_while(|line| {
            used += line.space_before + line.height;
            used <= room
        })
        .count()
    }

    /// How high the lines from the first not yet placed up to `end` are, with the cell's padding.
    fn height(&self, end: usize) -> f32 {
        let lines = self.lines[self.placed..end].iter();
        lines.map(|line| line.space_before + line.height).sum::<f32>() + 2.0 * PADDING
    }
}
