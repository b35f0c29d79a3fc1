use std::collections::BTreeMap;

use super::events::{deadlines, events};
use super::expected;
use super::fields::Fields;
use super::findings::{self, Found, agreed};
use super::fired::{Claims, Gave};
use super::grades::{self, grades};
use super::letter::Letter;
use super::observations::observations;
use super::outcome::{Told, is_contradicted, outcome};
use super::people::people;
use super::reading::LetterReading;
use super::tally::tally;
use super::view::View;
use crate::record::Quoter;
use crate::record::{self, Check, Evidence, Finding, LetterRecord, Quote, RulesUsed};
use crate::rules::names::{FindingKind, Outcome};
use crate::rules::vocabulary::{FieldName, Judgement};
use crate::rules::{Pack, RuleSet};
use crate::text::Span;

/// Reads one letter: its record, and what the rules did to make it.
pub fn read<'r>(
    view: &View<'_>,
    quoter: &Quoter<'_>,
    rules: &RuleSet,
    letter: Letter<'r>,
    source: &record::Source,
) -> LetterReading<'r> {
    let pack = rules.pack(&letter.family.pack).expect("a family's pack is in its rule set");
    let found = findings::find(view, &letter);
    let mut claims = found.claimed.clone();
    let tally = tally(view, &letter, &rules.vocabulary);
    let observations = observations(view, quoter, &letter, &mut claims);
    let graded = grades(view, &letter, &rules.vocabulary);
    let told = Told { tally: &tally, found: &found.found, graded: &graded };
    let (head, outcome_checks) = head(view, quoter, pack, &letter, &told);
    let mut maker = Maker { view, quoter, rules, letter: &letter, head: &head, checks: outcome_checks };
    let findings = maker.findings(&found.found);
    let mut checks = maker.checks;
    let (grades, missing) = grades::recorded(&graded, &letter, quoter);
    checks.extend(missing);
    checks.extend(found.doubts.iter().map(|doubt| doubt.check(quoter)));
    let unclaimed = unclaimed(view, &letter, &claims, found.leftovers);
    checks.extend(unclaimed.iter().map(|span| unclaimed_check(quoter, *span)));
    let mut record = LetterRecord {
        schema: record::SCHEMA.to_owned(),
        source: source.clone(),
        rules: RulesUsed {
            pack: pack.id.clone(),
            version: pack.version.clone(),
            sha256: pack.sha256.clone(),
        },
        findings,
        stated_counts_at: tally.stated_at.map(|span| quoter.quote(span)),
        stated_counts: tally.counts,
        grades,
        observations,
        events: events(view, quoter, &letter, &rules.vocabulary),
        deadlines: deadlines(view, quoter, &letter),
        people: people(view, &letter),
        checks,
        letter: head,
    };
    record.checks.extend(expected::missing(&letter, &record));
    LetterReading::new(record, letter, claims, unclaimed)
}

fn head(
    view: &View<'_>,
    quoter: &Quoter<'_>,
    pack: &Pack,
    letter: &Letter<'_>,
    told: &Told<'_>,
) -> (record::Letter, Vec<Check>) {
    let fields = Fields { view, letter };
    let area = fields.area(&pack.gazetteer);
    let (dated, visit) = (fields.dated(), fields.visit());
    let (outcome, outcome_span) = outcome(view, letter, told);
    let contradicted = outcome.as_ref().filter(|it| is_contradicted(letter, told.found, it));
    let contradicted =
        contradicted.map(|outcome| contradiction(outcome, outcome_span.map(|it| quoter.quote(it))));
    let last = view.block(letter.blocks.end - 1).span;
    let first = view.block(letter.blocks.start).span;
    let name = area.as_ref().map_or("unknown-area".to_owned(), |area| slug(&area.name));
    let placed = dated.or(visit.map(|visit| visit.to));
    let placed = placed.map_or("undated".to_owned(), |date| date.to_string());
    let head = record::Letter {
        id: format!("{name}/{placed}/{}", letter.family.kind),
        kind: letter.family.kind.clone(),
        title: Some(view.document.slice(fields.title()).replace("\n\n", " ")),
        dated,
        published: fields.date(FieldName::Published),
        visit,
        previous_visit: fields.previous_visit(quoter),
        outcome: outcome.map(|outcome| outcome.name().to_owned()),
        outcome_quote: outcome_span.map(|span| quoter.quote(span)),
        span: quoter.span(first.to(last)),
        area,
    };
    let knows_areas = !pack.gazetteer.areas().is_empty();
    let checks = unknown_area(&head).filter(|_| knows_areas).into_iter().chain(contradicted).collect();
    (head, checks)
}

fn contradiction(outcome: &Outcome, at: Option<Quote>) -> Check {
    let detail = format!("the letter's outcome was read as `{outcome}`, and its judgements come to another");
    Check { check: "outcome".to_owned(), ok: false, detail, at }
}

fn unknown_area(head: &record::Letter) -> Option<Check> {
    let detail = match &head.area {
        Some(area) if area.code.is_some() => return None,
        Some(area) => format!("\u{201c}{}\u{201d} is not in the gazetteer of local areas", area.name),
        None => "the letter's area was not found".to_owned(),
    };
    Some(Check { check: "area".to_owned(), ok: false, detail, at: None })
}

/// An area's name in lower case with hyphens.
fn slug(name: &str) -> String {
    let lower = name.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

struct Maker<'v, 'd, 'r> {
    view: &'v View<'d>,
    quoter: &'v Quoter<'d>,
    rules: &'r RuleSet,
    letter: &'v Letter<'r>,
    head: &'v record::Letter,
    checks: Vec<Check>,
}

impl Maker<'_, '_, '_> {
    fn findings(&mut self, found: &[Found<'_>]) -> Vec<Finding> {
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

/// Passages of sections that must be read whole, and that no rule took.
fn unclaimed(view: &View<'_>, letter: &Letter<'_>, claims: &Claims, leftovers: Vec<Span>) -> Vec<Span> {
    let complete = letter.family.sections.iter().filter(|section| section.complete);
    let blocks = complete.flat_map(|section| letter.in_section(Some(&section.name)));
    let free = blocks.filter(|&block| claims.is_free(block)).map(|block| view.block(block).span);
    let mut spans: Vec<Span> = free.chain(leftovers).collect();
    spans.sort_unstable();
    spans.dedup();
    spans
}

fn unclaimed_check(quoter: &Quoter<'_>, span: Span) -> Check {
    let detail = "this passage stands among the findings, and no rule took it".to_owned();
    Check { check: "unclaimed".to_owned(), ok: false, detail, at: Some(quoter.quote(span)) }
}
