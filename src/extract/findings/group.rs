use super::cut::{Line, groups};
use super::lead_ins::LeadIns;
use super::{Doubt, Findings, Found, FoundEvidence, Verdict};
use crate::extract::letter::Letter;
use crate::extract::number::read_number;
use crate::extract::statement::{Statement, without_number};
use crate::extract::view::View;
use crate::rules::Family;
use crate::rules::finding::{EvidenceRule, FindingRule, GroupShape};
use crate::rules::vocabulary::Judgement;
use crate::text::Span;

/// Blocks that name findings, each with the blocks about it.
pub fn find<'r>(
    view: &View<'_>,
    letter: &Letter<'r>,
    rule: &'r FindingRule,
    shape: &'r GroupShape,
    scope: &[usize],
    findings: &mut Findings<'r>,
) {
    let end = scope.iter().position(|&block| view.matches_any(&shape.ends, block)).unwrap_or(scope.len());
    let reader = Reader { view, family: letter.family, rule, shape };
    let lines: Vec<Line<'r>> = scope[..end].iter().map(|&block| reader.line(block)).collect();
    let (groups, verdicts_last) = groups(&lines, shape.by_verdict);
    for group in groups {
        findings.claimed.take_all(group.iter().map(|line| line.block), &rule.id);
        findings.found.extend(reader.finding(group, verdicts_last));
        findings.doubts.extend(reader.unopened(&lines, group));
        findings.doubts.extend(reader.crowded(group));
        findings.doubts.extend(LeadIns { view, shape, group }.doubts());
        findings.leftovers.extend(group.iter().filter_map(|line| reader.leftover(line, verdicts_last)));
    }
}

struct Reader<'v, 'd, 'r> {
    view: &'v View<'d>,
    family: &'r Family,
    rule: &'r FindingRule,
    shape: &'r GroupShape,
}

impl<'r> Reader<'_, '_, 'r> {
    fn line(&self, block: usize) -> Line<'r> {
        let folded = self.view.folded(block);
        let may_open = self.rule.scope.blocks.take(self.view.block(block));
        let opens = self.shape.opens.iter().position(|opens| may_open && opens.is_match(folded));
        let verdict = if opens.is_some() { None } else { self.verdict(block) };
        let whole = self.view.block(block).span;
        let only_verdict = verdict.is_some_and(|verdict| verdict.span == whole);
        Line { block, opens, verdict, only_verdict }
    }

    fn verdict(&self, block: usize) -> Option<Verdict<'r>> {
        let found = self.family.verdicts.iter().find_map(|rule| {
            let found = self.view.find_in(&rule.pattern, &rule.scope.blocks, block)?;
            let span = found.group("verdict").unwrap_or(found.span);
            Some(Verdict { judgement: rule.judgement, span, rule: &rule.id })
        })?;
        Some(Verdict { span: self.view.sentence(block, found.span), ..found })
    }

    fn finding(&self, group: &[Line<'r>], verdicts_last: bool) -> Option<Found<'r>> {
        let opening = group.first()?;
        let (statement, number, taken) = self.statement(opening.block, &group[1..]);
        if statement.pieces.is_empty() {
            return None;
        }
        let mut found = Found::new(self.rule, statement);
        found.number = number;
        found.opening = Some(self.view.block(opening.block).span);
        found.verdicts = group.iter().filter_map(|line| line.verdict).collect();
        found.evidence = self.evidence(&group[1 + taken..], verdicts_last);
        Some(found)
    }

    /// Where some blocks open groups and others do not: a group that only its verdict tells from the one
    /// before it.
    fn unopened(&self, lines: &[Line<'_>], group: &[Line<'_>]) -> Option<Doubt> {
        let first = group.first().filter(|first| first.opens.is_none())?;
        let some_open = lines.iter().any(|line| line.opens.is_some());
        let detail = "no rule takes this passage for the opening of a finding, but a verdict judges it";
        let span = self.view.block(first.block).span;
        some_open.then(|| Doubt { check: "opening", detail: detail.to_owned(), span })
    }

    /// A group that is judged twice, and alike: it may hold a finding whose opening no rule knows.
    fn crowded(&self, group: &[Line<'_>]) -> Option<Doubt> {
        let judged: Vec<Verdict<'_>> = group.iter().filter_map(|line| line.verdict).collect();
        let span = judged.get(1)?.span;
        let detail = "a second verdict stands in one finding, which may be two";
        agreed(&judged).map(|_| Doubt { check: "opening", detail: detail.to_owned(), span })
    }

    /// The statement, its printed number, and how many blocks after the opening it takes.
    fn statement(&self, opening: usize, after: &[Line<'_>]) -> (Statement, Option<u32>, usize) {
        let document = self.view.document;
        let matched = self.view.find_in(&self.shape.opens, &self.rule.scope.blocks, opening);
        let number = matched.as_ref().and_then(|found| found.group("number"));
        let number = number.and_then(|span| read_number(document.slice(span)));
        let mut statement = match &matched {
            None => Statement::of(without_number(document, self.view.block(opening).span)),
            Some(found) => match found.group("statement") {
                Some(span) => Statement::of(without_number(document, span)),
                None => Statement::default(),
            },
        };
        let mut taken = 0;
        for line in after {
            let is_item = self.view.block(line.block).is_list_item();
            // Where evidence follows at once, only what the statement leads up to is still part of it.
            let ended = self.default_evidence().is_some() && !statement.pieces.is_empty();
            let goes_on = !ended || (is_item && statement.is_open(document));
            if line.verdict.is_some() || !goes_on || self.evidence_opened(line.block).is_some() {
                break;
            }
            statement.push(self.view.block(line.block).span, is_item);
            taken += 1;
        }
        (statement, number, taken)
    }

    /// The evidence that stands straight after a statement, where the family has such.
    fn default_evidence(&self) -> Option<&'r EvidenceRule> {
        self.shape.evidence.iter().find(|rule| rule.opens.is_empty())
    }

    fn evidence_opened(&self, block: usize) -> Option<(&'r EvidenceRule, Span)> {
        let opened = |rule: &'r EvidenceRule| self.view.find_in(&rule.opens, &rule.blocks, block);
        self.shape.evidence.iter().find_map(|rule| Some((rule, opened(rule)?.span)))
    }

    /// Where verdicts come last, the words behind one in its own block belong to no finding.
    fn leftover(&self, line: &Line<'_>, verdicts_last: bool) -> Option<Span> {
        let verdict = line.verdict.filter(|_| verdicts_last)?;
        let end = self.view.block(line.block).span.end;
        let rest = Span::new(verdict.span.end.min(end), end).trimmed(self.view.document.text());
        (!rest.is_empty()).then_some(rest)
    }

    fn evidence(&self, lines: &[Line<'_>], verdicts_last: bool) -> Vec<FoundEvidence<'r>> {
        let mut current = self.default_evidence();
        let mut evidence = Vec::new();
        for line in lines {
            let mut span = self.view.block(line.block).span;
            if let Some((rule, opening)) = self.evidence_opened(line.block) {
                current = Some(rule);
                span = Span::new(opening.end, span.end).trimmed(self.view.document.text());
            }
            if line.only_verdict || span.is_empty() {
                continue;
            }
            let span = line.verdict.map_or(span, |verdict| match verdicts_last {
                true => Span::new(span.start, verdict.span.start.max(span.start)),
                false => without_verdict(span, verdict.span),
            });
            let span = span.trimmed(self.view.document.text());
            if span.is_empty() {
                continue;
            }
            evidence.extend(current.map(|rule| FoundEvidence { role: rule.role, span, rule: &rule.id }));
        }
        evidence
    }
}

/// A block less the verdict at its start or end.
fn without_verdict(block: Span, verdict: Span) -> Span {
    if verdict.end == block.end {
        Span::new(block.start, verdict.start)
    } else if verdict.start == block.start {
        Span::new(verdict.end, block.end)
    } else {
        block
    }
}

/// The judgement that several verdicts agree on.
pub fn agreed(verdicts: &[Verdict<'_>]) -> Option<Judgement> {
    let first = verdicts.first()?.judgement;
    verdicts.iter().all(|verdict| verdict.judgement == first).then_some(first)
}
