use super::{Findings, Found, paragraphs};
use crate::document::Cell;
use crate::extract::statement::Statement;
use crate::extract::view::View;
use crate::rules::finding::{Column, FindingRule, TableShape};

/// A table, and each row a finding; or paragraphs, where the section holds no table.
pub fn find<'r>(
    view: &View<'_>,
    rule: &'r FindingRule,
    shape: &'r TableShape,
    scope: &[usize],
    findings: &mut Findings<'r>,
) {
    let end = scope.iter().position(|&block| view.matches_any(&shape.ends, block)).unwrap_or(scope.len());
    let scope = &scope[..end];
    let in_table: Vec<usize> =
        scope.iter().copied().filter(|&block| view.block(block).cell.is_some()).collect();
    let takes = |block: &usize| rule.scope.blocks.take(view.block(*block));
    if !in_table.iter().any(takes) {
        let outside: Vec<usize> =
            scope.iter().copied().filter(|&block| view.block(block).cell.is_none()).collect();
        return paragraphs::find(view, rule, shape, &outside, findings);
    }
    for row in in_table.chunk_by(|&a, &b| row_of(view, a) == row_of(view, b)) {
        findings.claimed.take_all(row.iter().copied(), &rule.id);
        if !row.iter().all(|&block| view.matches_any(&shape.header, block)) {
            findings.found.extend(row_finding(view, rule, shape, row));
        }
    }
}

fn cell(view: &View<'_>, block: usize) -> Option<Cell> {
    view.block(block).cell
}

fn row_of(view: &View<'_>, block: usize) -> Option<(u32, u32)> {
    cell(view, block).map(|cell| (cell.table, cell.row))
}

fn row_finding<'r>(
    view: &View<'_>,
    rule: &'r FindingRule,
    shape: &TableShape,
    row: &[usize],
) -> Option<Found<'r>> {
    let columns: Vec<&[usize]> =
        row.chunk_by(|&a, &b| cell(view, a).map(|c| c.column) == cell(view, b).map(|c| c.column)).collect();
    // A row with fewer cells than the table has columns lacks those on the left.
    let missing = shape.columns.len().saturating_sub(columns.len());
    let mut found = Found::new(rule, Statement::default());
    for (index, blocks) in columns.iter().enumerate() {
        let column = shape.columns.get(index + missing).copied().unwrap_or(Column::Statement);
        for &block in *blocks {
            let span = view.block(block).span;
            match column {
                Column::Statement => found.statement.push(span, view.block(block).is_list_item()),
                Column::ResponsibleBody => found.responsible_body.push(span),
            }
        }
    }
    (!found.statement.pieces.is_empty()).then_some(found)
}
