use super::{Doubt, Findings, Found};
use crate::extract::statement::{Statement, without_number};
use crate::extract::view::{View, sentence_ends};
use crate::rules::finding::{Column, FindingRule, TableShape};
use crate::text::{Folded, Span};

/// A responsible body's name may be cut over so many lines of its narrow column.
const LINES_OF_A_BODY: usize = 9;

/// A table that was saved as text: an item begins at a paragraph that opens like one, and takes what follows
/// it. Its responsible body stands in paragraphs above it, or before it in its own.
pub fn find<'r>(
    view: &View<'_>,
    rule: &'r FindingRule,
    shape: &'r TableShape,
    scope: &[usize],
    findings: &mut Findings<'r>,
) {
    let mut reader = Reader { view, rule, shape, above: Vec::new(), findings };
    let mut items: Vec<Found<'r>> = Vec::new();
    for &block in scope {
        if view.matches_any(&shape.header, block) {
            reader.findings.claimed.take(block, &rule.id);
            continue;
        }
        let open = items.last().is_some_and(|item| item.statement.is_open(view.document));
        match reader.item(block).filter(|item| !open && !reader.carries_on(block, item, &items)) {
            Some(item) => items.push(item),
            None if !open && reader.is_body(block) => reader.above.push(block),
            None => match items.last_mut() {
                Some(last) => last.statement.push(view.block(block).span, view.block(block).is_list_item()),
                None => continue,
            },
        }
        reader.findings.claimed.take(block, &rule.id);
    }
    // What only looked like a body, with no item below it.
    for block in std::mem::take(&mut reader.above) {
        findings.claimed.give_back(block);
    }
    for item in &items {
        findings.doubts.extend(two_in_one(view, shape, item));
    }
    findings.found.extend(items);
}

/// An item in which a later sentence opens like an item: where the text has no rows, it may be the next one.
fn two_in_one(view: &View<'_>, shape: &TableShape, item: &Found<'_>) -> Option<Doubt> {
    let sentences = item.statement.pieces.iter().filter(|piece| !piece.part).flat_map(|piece| {
        let ends = sentence_ends(view.document.slice(piece.span)).map(|end| piece.span.start + end);
        ends.map(|end| Span::new(end, piece.span.end).trimmed(view.document.text())).collect::<Vec<_>>()
    });
    let opens = |sentence: &Span| {
        let words = Folded::new(view.document.slice(*sentence), sentence.start);
        shape.items.iter().any(|items| items.is_match(&words))
    };
    let detail = "a sentence inside this item opens like an item: it may be the next one";
    let span = sentences.into_iter().find(opens)?;
    Some(Doubt { check: "opening", detail: detail.to_owned(), span })
}

struct Reader<'v, 'd, 'r, 'f> {
    view: &'v View<'d>,
    rule: &'r FindingRule,
    shape: &'r TableShape,
    /// Blocks that may name the body of the next item.
    above: Vec<usize>,
    findings: &'f mut Findings<'r>,
}

impl<'r> Reader<'_, '_, 'r, '_> {
    /// The item that begins at a block, with its responsible body where that can be told.
    fn item(&mut self, block: usize) -> Option<Found<'r>> {
        let document = self.view.document;
        if !self.rule.scope.blocks.take(self.view.block(block)) {
            return None;
        }
        let whole = self.view.block(block).span;
        let mut item = match self.view.find(&self.shape.behind_body, block).filter(|_| self.has_bodies()) {
            Some(behind) => self.item_behind_body(whole, behind.group("statement")?),
            None => {
                self.view.find(&self.shape.items, block)?;
                Found::new(self.rule, Statement::of(without_number(document, whole)))
            }
        };
        let above = std::mem::take(&mut self.above);
        item.responsible_body.splice(0..0, above.iter().map(|&above| self.view.block(above).span));
        Some(item)
    }

    /// Whether a paragraph that opens like an item carries on the one above: where items have bodies, it has
    /// none.
    fn carries_on(&self, block: usize, item: &Found<'_>, items: &[Found<'_>]) -> bool {
        let others_have_bodies = items.iter().any(|item| !item.responsible_body.is_empty());
        let is_doubted = self.view.matches_any(&self.shape.behind_body, block);
        others_have_bodies && item.responsible_body.is_empty() && !is_doubted
    }

    fn item_behind_body(&mut self, whole: Span, statement: Span) -> Found<'r> {
        let body = Span::new(whole.start, statement.start).trimmed(self.view.document.text());
        if self.names_a_body(body) {
            let mut item = Found::new(self.rule, Statement::of(statement));
            item.responsible_body = vec![body];
            return item;
        }
        let detail = "the responsible body cannot be told from the action that stands in one text with it";
        self.findings.doubts.push(Doubt {
            check: "responsible_body",
            detail: detail.to_owned(),
            span: whole,
        });
        Found::new(self.rule, Statement::of(whole))
    }

    fn has_bodies(&self) -> bool {
        self.shape.columns.contains(&Column::ResponsibleBody)
    }

    fn names_a_body(&self, span: Span) -> bool {
        let words = Folded::new(self.view.document.slice(span), span.start);
        self.shape.body.iter().any(|body| body.is_match(&words))
    }

    /// Whether a block is a body, or a line of one with those above and below it.
    fn is_body(&self, block: usize) -> bool {
        let first = self.above.first().copied().unwrap_or(block);
        let last = (block + LINES_OF_A_BODY).min(self.view.len());
        let lines = (block..last).take_while(|&line| self.may_be_a_line(line));
        self.has_bodies() && lines.into_iter().any(|last| self.names_a_body(self.span_of(first, last)))
    }

    fn span_of(&self, first: usize, last: usize) -> Span {
        self.view.block(first).span.to(self.view.block(last).span)
    }

    /// Whether a block may be a line of a narrow column: short, and no sentence.
    fn may_be_a_line(&self, block: usize) -> bool {
        let text = self.view.text(block);
        !self.view.block(block).is_list_item()
            && !text.ends_with(['.', ':', ';'])
            && !self.view.matches_any(&self.shape.header, block)
    }
}
