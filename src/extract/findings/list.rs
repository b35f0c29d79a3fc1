use super::{Doubt, Findings, Found};
use crate::document::BlockKind;
use crate::extract::statement::{Statement, without_joiner, without_number};
use crate::extract::view::View;
use crate::rules::finding::{FindingRule, ListShape};
use crate::text::{Span, count};

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
        let Some(opener) = view.find_in(&shape.opens, &rule.scope.blocks, block) else { continue };
        findings.claimed.take(block, &rule.id);
        let rest = Span::new(opener.span.end, view.block(block).span.end).trimmed(view.document.text());
        let items = match rest.is_empty() {
            true => {
                let blocks = items_below(view, shape, &scope[position..]);
                position += blocks.len();
                findings.claimed.take_all(blocks.iter().copied(), &rule.id);
                Items { view, doubts: &mut findings.doubts }.of_blocks(blocks)
            }
            false => items_inside(view, rest),
        };
        let opening = Some(opener.span);
        let found = items.into_iter().map(|item| Found { opening, ..Found::new(rule, item) });
        findings.found.extend(found);
    }
}

/// The blocks after the opening that are its items.
fn items_below<'b>(view: &View<'_>, shape: &ListShape, blocks: &'b [usize]) -> &'b [usize] {
    let listed = blocks.first().is_some_and(|&first| is_item(view, first));
    let mut taken = 0;
    for &block in blocks {
        // Without marks, the list goes on until an item ends its sentence.
        let open = taken > 0 && is_open(view, blocks[taken - 1]);
        let goes_on = is_item(view, block) || (!listed && (taken == 0 || open));
        if !goes_on || view.matches_any(&shape.ends, block) {
            break;
        }
        taken += 1;
    }
    &blocks[..taken]
}

/// A bullet, or a paragraph that a number or letter counts.
fn is_item(view: &View<'_>, block: usize) -> bool {
    view.block(block).is_list_item() || count(view.text(block)).is_some()
}

/// Whether an item ends on what joins it to more: a lead-in, or a mark between items.
fn is_open(view: &View<'_>, block: usize) -> bool {
    Statement::of(view.block(block).span).is_open(view.document)
}

struct Items<'v, 'd> {
    view: &'v View<'d>,
    doubts: &'v mut Vec<Doubt>,
}

impl Items<'_, '_> {
    /// Items, each with the sub-items under it.
    fn of_blocks(&mut self, blocks: &[usize]) -> Vec<Statement> {
        let mut items: Vec<Statement> = Vec::new();
        let mut under_lead_in = 0;
        for (position, &block) in blocks.iter().enumerate() {
            let document = self.view.document;
            let span = without_number(document, self.view.block(block).span);
            let below = under_lead_in > 0 || is_sub_item(self.view, block);
            under_lead_in = usize::saturating_sub(under_lead_in, 1);
            match items.last_mut() {
                Some(item) if below => item.push(span, true),
                Some(_) => items.push(Statement::of(without_joiner(document, span))),
                None => items.push(Statement::of(span)),
            }
            if self.is_lead_in(block)
                && !blocks.get(position + 1).is_some_and(|&next| is_sub_item(self.view, next))
            {
                under_lead_in = self.items_of_lead_in(block, &blocks[position + 1..]);
            }
        }
        items
    }

    fn is_lead_in(&self, block: usize) -> bool {
        self.view.text(block).ends_with(':')
    }

    /// How many of the items after a lead-in are its own, where their level does not say: those up to the
    /// item that "and" joins to them. Where there is none it cannot be told.
    fn items_of_lead_in(&mut self, lead_in: usize, after: &[usize]) -> usize {
        let joined = after.iter().position(|&block| {
            let text = self.view.text(block);
            ["; and", ", and", "; or", ", or"].iter().any(|joiner| text.ends_with(joiner))
        });
        let open_until_joined =
            joined.is_some_and(|joined| after[..joined].iter().all(|&block| is_open(self.view, block)));
        if let Some(joined) = joined.filter(|joined| open_until_joined && joined + 1 < after.len()) {
            return joined + 2;
        }
        if !after.is_empty() {
            let detail = "it cannot be told which of the items that follow this lead-in are its own";
            let span = self.view.block(lead_in).span;
            self.doubts.push(Doubt { check: "list", detail: detail.to_owned(), span });
        }
        0
    }
}

fn is_sub_item(view: &View<'_>, block: usize) -> bool {
    matches!(view.block(block).kind, BlockKind::ListItem { level } if level > 1)
}

/// Items of a list that runs on in the opening's own block, parted by semicolons.
fn items_inside(view: &View<'_>, rest: Span) -> Vec<Statement> {
    let document = view.document;
    let mut start = rest.start;
    let mut items = Vec::new();
    for piece in document.slice(rest).split_inclusive(';') {
        let item = Span::new(start, start + piece.len()).trimmed(document.text());
        start += piece.len();
        let item = without_joiner(document, without_number(document, item));
        if !item.is_empty() {
            items.push(Statement::of(item));
        }
    }
    items
}
