use std::collections::HashSet;

use super::{Flow, Kind, join};
use super::{Row, Table, TableCell};

/// Makes one table of each that a page end cut, and one row of each row that it cut.
pub fn over_pages(flow: Vec<Flow>) -> Vec<Flow> {
    let mut joined: Vec<Flow> = Vec::with_capacity(flow.len());
    for item in flow {
        match (joined.last_mut(), item) {
            (Some(Flow::Table(before)), Flow::Table(mut table)) if goes_on(before, &table) => {
                before.rows.append(&mut table.rows);
            }
            (_, item) => joined.push(item),
        }
    }
    for item in &mut joined {
        if let Flow::Table(table) = item {
            join_rows(table);
        }
    }
    joined
}

/// Whether `after`, which follows directly, is the rest of `before`, which a page end cut.
pub fn goes_on(before: &Table, after: &Table) -> bool {
    let (Some((_, end)), Some((start, _))) = (before.pages(), after.pages()) else { return false };
    let repeats = || before.rows.first().map(Row::text) == after.rows.first().map(Row::text);
    let starts_anew = after.rows.first().is_some_and(Row::is_header) && !repeats();
    end + 1 == start && before.columns() == after.columns() && !starts_anew
}

/// Puts each row that is the rest of one on the page before back together with it. A header that is
/// repeated at the top of a page goes.
fn join_rows(table: &mut Table) {
    let bodies: HashSet<String> = table.rows.iter().map(Row::first_text).collect();
    let mut joined: Vec<Row> = Vec::with_capacity(table.rows.len());
    for mut row in std::mem::take(&mut table.rows) {
        let at_page_top = joined.last().is_some_and(|before| is_cut(before, &row));
        let repeats_header =
            joined.first().is_some_and(|first| first.is_header() && first.text() == row.text());
        if at_page_top && repeats_header {
            continue;
        }
        if !joined.is_empty() && joined.iter().any(|row| !row.is_header()) {
            row.cells.iter_mut().for_each(|cell| cell.header = false);
        }
        match joined.last_mut() {
            Some(before)
                if at_page_top && (row_goes_on(before, &row) || completes_body(before, &row, &bodies)) =>
            {
                append(before, row);
            }
            _ => joined.push(row),
        }
    }
    for cell in joined.iter_mut().flat_map(|row| &mut row.cells) {
        cell.flow = join::pieces(std::mem::take(&mut cell.flow));
    }
    table.rows = joined;
}

/// Whether a page ends between the two rows.
fn is_cut(before: &Row, row: &Row) -> bool {
    match (before.pages(), row.pages()) {
        (Some((_, end)), Some((start, _))) => end < start,
        _ => false,
    }
}

/// Whether `row`, at the top of a page, holds the rest of `before`, at the foot of the page before.
fn row_goes_on(before: &Row, row: &Row) -> bool {
    if before.is_header() || before.cells.len() != row.cells.len() {
        return false;
    }
    let left_is_empty = |row: &Row| row.cells.len() > 1 && row.cells[0].is_empty() && !row.cells[0].covered;
    left_is_empty(row)
        || left_is_empty(before)
        || before.cells.iter().zip(&row.cells).any(|(before, rest)| cell_goes_on(before, rest))
}

/// Whether the first cells of the two rows together say what the first cell of another row says: names of
/// those responsible recur from row to row.
fn completes_body(before: &Row, row: &Row, bodies: &HashSet<String>) -> bool {
    let (start, rest) = (before.first_text(), row.first_text());
    row.cells.len() > 1 && !rest.is_empty() && bodies.contains(&format!("{start} {rest}"))
}

fn cell_goes_on(before: &TableCell, rest: &TableCell) -> bool {
    let (Some(first), Some(last), Some(next)) =
        (before.pieces().next(), before.pieces().last(), rest.pieces().next())
    else {
        return false;
    };
    // A row opens with words of its own; a list that opens one goes on from above, unless all rows do so.
    let goes_on_as_list = matches!(next.kind, Kind::Item(_)) && !matches!(first.kind, Kind::Item(_));
    goes_on_as_list || join::goes_on_overleaf(last, next) || last.text.trim_end().ends_with(':')
}

fn append(before: &mut Row, row: Row) {
    for (cell, rest) in before.cells.iter_mut().zip(row.cells) {
        cell.flow.extend(rest.flow);
    }
}
