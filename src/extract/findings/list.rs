use super::{Findings, Found};
use crate::document::BlockKind;
use crate::extract::statement::{Statement, without_number};
use crate::extract::view::View;
use crate::rules::finding::{FindingRule, ListShape};
use crate::text::Span;

/// A sentence that opens a list, and each item a finding.
pub fn find<'r>(
    view: &View<'_>,
    rule: &'r FindingRule,
    shape: &'r ListShape,
    scope: &[usize],
    findings: &mut Findings<'r>,
) {
    let mut position = 0;
    while position < scope.len() {
        let block = scope[position];
        position += 1;
        let Some(opener) = view.find(&shape.opens, block) else { continue };
        findings.claimed.insert(block);
        let rest = Span::new(opener.span.end, view.block(block).span.end).trimmed(view.document.text());
        if rest.is_empty() {
            position += items_below(view, rule, shape, &scope[position..], findings);
        } else {
            let items = items_inside(view, rest);
            findings.found.extend(items.map(|item| Found::new(rule, Statement::of(item))));
        }
    }
}

/// Items in the blocks after the opening. Gives the number of blocks they take.
fn items_below<'r>(
    view: &View<'_>,
    rule: &'r FindingRule,
    shape: &ListShape,
    blocks: &[usize],
    findings: &mut Findings<'r>,
) -> usize {
    let mut items: Vec<Statement> = Vec::new();
    let bulleted = blocks.first().is_some_and(|&first| view.block(first).is_list_item());
    let mut taken = 0;
    for &block in blocks {
        let is_item = view.block(block).is_list_item();
        // Without bullets, the list goes on until an item ends its sentence.
        let goes_on = is_item || (!bulleted && items.last().is_none_or(|item| item.is_open(view.document)));
        if !goes_on || view.matches_any(&shape.ends, block) {
            break;
        }
        taken += 1;
        findings.claimed.insert(block);
        let span = without_number(view.document, view.block(block).span);
        match items.last_mut() {
            Some(item) if is_sub_item(view, block) => item.push(span, true),
            _ => items.push(Statement::of(span)),
        }
    }
    findings.found.extend(items.into_iter().map(|item| Found::new(rule, item)));
    taken
}

fn is_sub_item(view: &View<'_>, block: usize) -> bool {
    matches!(view.block(block).kind, BlockKind::ListItem { level } if level > 1)
}

/// Items of a list that runs on in the opening's own block, parted by semicolons.
fn items_inside(view: &View<'_>, rest: Span) -> impl Iterator<Item = Span> {
    let text = view.document.text();
    let mut start = rest.start;
    let mut items = Vec::new();
    for piece in view.document.slice(rest).split_inclusive(';') {
        let item = Span::new(start, start + piece.len()).trimmed(text);
        start += piece.len();
        let bare = item.of(text).trim_start_matches("and ");
        items.push(Span::new(item.end - bare.len(), item.end));
    }
    items.into_iter().filter(|item| !item.is_empty())
}
