use std::collections::BTreeMap;

use super::findings::{Found, agreed};
use super::fired::Gave;
use super::letter::Letter;
use super::view::View;
use crate::record::{self, Check, Evidence, Finding, Quote, Quoter};
use crate::rules::RuleSet;
use crate::rules::names::FindingKind;
use crate::rules::vocabulary::Judgement;
use crate::text::Span;

/// Makes the findings of a record of what was found in the letter.
pub struct Maker<'v, 'd, 'r> {
    pub view: &'v View<'d>,
    pub quoter: &'v Quoter<'d>,
    pub rules: &'r RuleSet,
    pub letter: &'v Letter<'r>,
    pub head: &'v record::Letter,
    /// What is doubtful about them is added.
    pub checks: Vec<Check>,
}

impl Maker<'_, '_, '_> {
    pub fn findings(&mut self, found: &[Found<'_>]) -> Vec<Finding> {
        let mut numbers: BTreeMap<&FindingKind, u32> = BTreeMap::new();
        let mut findings: Vec<Finding> = Vec::new();
        for found in found {
            let last = numbers.entry(&found.rule.kind).or_default();
            // A printed number counts only if it goes up: letters misnumber their lists.
            let number = found.number.filter(|number| number > last).unwrap_or(*last + 1);
            *last = number;
            if let Some(finding) = self.finding(found, number) {
                self.note(found, findings.len());
                findings.push(finding);
            }
        }
        findings
    }

    fn finding(&mut self, found: &Found<'_>, number: u32) -> Option<Finding> {
        let document = self.view.document;
        let at = self.quoter.quote(found.statement.span(document)?);
        let statement = found.statement.text(document);
        let parts = found.statement.parts(document);
        let id = format!("{}/{}/{number}", self.head.id, found.rule.kind);
        let (judgement, judgement_quote) = self.judgement(found, &id);
        self.expect_evidence(found, judgement, &id);
        Some(Finding {
            kind: found.rule.kind.clone(),
            number,
            responsible_body: self.joined(&found.responsible_body),
            judgement,
            judgement_quote,
            themes: self.themes(&statement, &parts),
            evidence: self.evidence(found),
            rule: found.rule.id.clone(),
            decided: Vec::new(),
            statement,
            parts,
            at,
            id,
        })
    }

    /// Notes the rules that made a finding, which is the record's `at`th.
    fn note(&self, found: &Found<'_>, at: usize) {
        let (letter, rule) = (self.letter, &found.rule.id);
        if let Some(opening) = found.opening {
            letter.fired(rule, opening, Gave::Opening(at));
        }
        let pieces = found.statement.pieces.iter().map(|piece| piece.span);
        for span in found.responsible_body.iter().copied().chain(pieces) {
            letter.fired(rule, span, Gave::Finding(at));
        }
        for evidence in &found.evidence {
            letter.fired(evidence.rule, evidence.span, Gave::Evidence(at));
        }
        for verdict in &found.verdicts {
            letter.fired(verdict.rule, verdict.span, Gave::Verdict(at));
        }
    }

    /// A finding that was judged anew has evidence for it.
    fn expect_evidence(&mut self, found: &Found<'_>, judgement: Option<Judgement>, id: &str) {
        let is_judged =
            judgement.is_some_and(|it| !matches!(it, Judgement::Identified | Judgement::NotJudged));
        if is_judged && found.evidence.is_empty() {
            let detail = format!("{id} is judged, and no evidence was found for it");
            self.checks.push(Check { check: "evidence".to_owned(), ok: false, detail, at: None });
        }
    }

    fn themes(&self, statement: &str, parts: &[String]) -> Vec<String> {
        let about = self.rules.themes_about(&self.letter.family.pack, statement, parts);
        about.into_iter().map(|theme| theme.id.clone()).collect()
    }

    fn joined(&self, spans: &[Span]) -> Option<String> {
        let words: Vec<&str> = spans.iter().map(|span| self.view.document.slice(*span)).collect();
        (!words.is_empty()).then(|| words.join(" "))
    }

    fn evidence(&self, found: &Found<'_>) -> Vec<Evidence> {
        let evidence = found.evidence.iter();
        let made = evidence.map(|evidence| Evidence {
            role: evidence.role,
            at: self.quoter.quote(evidence.span),
            rule: evidence.rule.to_owned(),
        });
        made.collect()
    }

    /// The judgement and the sentence that gives it: a verdict of the finding's own, else the letter's
    /// tally where it judges every finding alike.
    fn judgement(&mut self, found: &Found<'_>, id: &str) -> (Option<Judgement>, Option<Quote>) {
        let quote = |span| Some(self.quoter.quote(span));
        if let Some(verdict) = found.verdicts.first() {
            let judgement = agreed(&found.verdicts);
            if judgement.is_none() {
                let detail =
                    format!("{id} has verdicts that contradict each other: its judgement is unknown");
                let at = quote(verdict.span);
                self.checks.push(Check { check: "judgement".to_owned(), ok: false, detail, at });
            }
            return (judgement, quote(verdict.span));
        }
        if found.rule.judgement.is_some() {
            return (found.rule.judgement, None);
        }
        let judgement = self.by_outcome();
        if judgement.is_none() {
            let detail = format!("no verdict was found for {id}: its judgement is unknown");
            self.checks.push(Check { check: "judgement".to_owned(), ok: false, detail, at: None });
        }
        let quote = self.head.outcome_quote.clone().filter(|_| judgement.is_some());
        (judgement, quote)
    }

    /// The judgement of every finding, where the letter's outcome is the one that all or none give.
    fn by_outcome(&self) -> Option<Judgement> {
        let tally = self.letter.family.outcome.tally.as_ref()?;
        let outcome = self.head.outcome.as_deref()?;
        if outcome == tally.all.name() {
            return Some(tally.good);
        }
        let mut judgements = self.letter.family.verdicts.iter().map(|verdict| verdict.judgement);
        judgements.find(|judgement| outcome == tally.none.name() && *judgement != tally.good)
    }
}
