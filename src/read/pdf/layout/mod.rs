//! Text by its position on the page, for files without tags: runs make [`lines`], lines that repeat from
//! page to page go ([`furniture`]), those that stand in ruled [`tables`] are parted by cell, and the lines of
//! each cell, and those around the tables, make paragraphs and list items ([`blocks`]).

mod aligned;
mod blocks;
mod furniture;
mod grid;
mod lines;
mod numbered;
mod shapes;
mod tables;

use super::Clock;
use super::content::Content;
use super::flow::{Flow, Row, Table, TableCell};
use blocks::Setting;
use tables::Part;

/// The flow of the runs with these numbers, in the order of pages; part of it where the time of `clock` is over.
pub fn flow(content: &Content, runs: &[usize], clock: Option<&Clock>) -> Vec<Flow> {
    let lines = furniture::without(lines::lines(content, runs));
    let setting = Setting::of(&lines);
    let mut flow = Vec::new();
    for part in tables::parts(content, lines) {
        if clock.is_some_and(Clock::is_over) {
            break;
        }
        match part {
            Part::Lines(lines) => {
                for part in aligned::parts(content, lines, &setting) {
                    place(content, part, &setting, &mut flow);
                }
            }
            table => place(content, table, &setting, &mut flow),
        }
    }
    flow
}

fn place(content: &Content, part: Part, setting: &Setting, flow: &mut Vec<Flow>) {
    match part {
        Part::Lines(lines) => flow.extend(blocks::blocks(content, &lines, setting)),
        Part::Table(cells) => flow.push(Flow::Table(table(content, cells, setting))),
    }
}

fn table(content: &Content, rows: Vec<Vec<Vec<usize>>>, setting: &Setting) -> Table {
    let cell = |runs: Vec<usize>| {
        let lines = lines::lines(content, &runs);
        TableCell::new(false, blocks::blocks(content, &lines, &setting.in_cell(&lines)))
    };
    let rows = rows.into_iter().map(|cells| Row { cells: cells.into_iter().map(cell).collect() });
    Table::new(rows.filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect())
}

/// Puts what was found by position where its page ends in a flow.
pub fn insert(flow: Vec<Flow>, found: Vec<Flow>) -> Vec<Flow> {
    let mut found = found.into_iter().peekable();
    let mut merged = Vec::with_capacity(flow.len() + found.len());
    for item in flow {
        let start = item.pages().map_or(0, |(first, _)| first);
        while let Some(earlier) = found.next_if(|found| found.pages().is_some_and(|(_, last)| last < start)) {
            merged.push(earlier);
        }
        merged.push(item);
    }
    merged.extend(found);
    merged
}
