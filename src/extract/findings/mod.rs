//! Findings: a statement, what judges it, and what is evidence for it. One file a shape.

mod cut;
mod group;
mod lead_ins;
mod list;
mod paragraphs;
mod sentence;
mod table;

pub use group::agreed;

use super::fired::Claims;
use super::letter::Letter;
use super::statement::Statement;
use super::view::View;
use crate::record::{Check, Quoter};
use crate::rules::finding::{FindingRule, Shape};
use crate::rules::vocabulary::{EvidenceRole, Judgement};
use crate::text::Span;

/// A finding as ranges of the document.
pub struct Found<'r> {
    pub rule: &'r FindingRule,
    /// As the letter numbers it.
    pub number: Option<u32>,
    /// The passage that opens it, or the list it stands in.
    pub opening: Option<Span>,
    pub statement: Statement,
    pub responsible_body: Vec<Span>,
    pub verdicts: Vec<Verdict<'r>>,
    pub evidence: Vec<FoundEvidence<'r>>,
}

#[derive(Debug, Clone, Copy)]
pub struct Verdict<'r> {
    pub judgement: Judgement,
    pub span: Span,
    pub rule: &'r str,
}

pub struct FoundEvidence<'r> {
    pub role: EvidenceRole,
    pub span: Span,
    pub rule: &'r str,
}

impl<'r> Found<'r> {
    fn new(rule: &'r FindingRule, statement: Statement) -> Self {
        Self {
            rule,
            number: None,
            opening: None,
            statement,
            responsible_body: Vec::new(),
            verdicts: Vec::new(),
            evidence: Vec::new(),
        }
    }
}

/// The findings of a letter, and the blocks that they took.
pub struct Findings<'r> {
    pub found: Vec<Found<'r>>,
    pub claimed: Claims,
    /// Parts of claimed blocks that belong to no finding.
    pub leftovers: Vec<Span>,
    pub doubts: Vec<Doubt>,
}

/// What could not be told for certain: it becomes a check that failed.
pub struct Doubt {
    /// The check's name.
    pub check: &'static str,
    pub detail: String,
    pub span: Span,
}

impl Doubt {
    pub fn check(&self, quoter: &Quoter<'_>) -> Check {
        let at = Some(quoter.quote(self.span));
        Check { check: self.check.to_owned(), ok: false, detail: self.detail.clone(), at }
    }
}

/// Finds the findings of a letter, rule by rule.
pub fn find<'r>(view: &View<'_>, letter: &Letter<'r>) -> Findings<'r> {
    let mut findings =
        Findings { found: Vec::new(), claimed: Claims::default(), leftovers: Vec::new(), doubts: Vec::new() };
    for rule in &letter.family.findings {
        if rule.only_if_none && findings.found.iter().any(|found| found.rule.kind == rule.kind) {
            continue;
        }
        let scope = letter.in_section(rule.scope.section.as_deref());
        let scope: Vec<usize> = scope.into_iter().filter(|&block| findings.claimed.is_free(block)).collect();
        match &rule.shape {
            Shape::List(shape) => list::find(view, rule, shape, &scope, &mut findings),
            Shape::Table(shape) => table::find(view, rule, shape, &scope, &mut findings),
            Shape::Group(shape) => group::find(view, letter, rule, shape, &scope, &mut findings),
            Shape::Sentence(shape) => sentence::find(view, rule, shape, &scope, &mut findings),
        }
    }
    findings
}
