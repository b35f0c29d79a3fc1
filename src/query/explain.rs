//! Why a finding was found: the rules that fired, in order, each with the passage that it took.

use serde::Serialize;

use super::{Cited, words};
use crate::document::Document;
use crate::extract::{Fired, Gave, LetterReading};
use crate::record::{Finding, Quoter};
use crate::rules::finding::Shape;
use crate::rules::{MatchedTerm, RuleSet, Theme};

/// A finding and what made it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Explained {
    pub finding: String,
    pub statement: String,
    /// "area for priority action 1: identified".
    pub heading: String,
    pub steps: Vec<Step>,
}

/// One thing that was concluded, and from what.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// A sentence.
    pub what: String,
    pub passages: Vec<Cited>,
    /// The rule that concluded it; none where it follows from what stands above.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<RuleAt>,
}

/// A rule and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleAt {
    pub id: String,
    /// `FILE:LINE`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

impl RuleAt {
    pub fn new(id: &str, rules: &RuleSet) -> Self {
        Self { id: id.to_owned(), place: rules.places.of(id).map(ToString::to_string) }
    }

    /// "send/revisit-letter#finding (rules/send/revisit-letter.toml:75)".
    pub fn named(&self) -> String {
        let place = self.place.as_ref().map_or_else(String::new, |place| format!(" ({place})"));
        self.id.clone() + &place
    }
}

/// Explains the finding at place `at` of a letter.
pub fn explain(
    document: &Document,
    letter: &LetterReading<'_>,
    at: usize,
    rules: &RuleSet,
) -> Option<Explained> {
    let finding = letter.record.findings.get(at)?;
    let quoter = Quoter::new(document);
    let explainer = Explainer { quoter, letter, at, finding, rules };
    let name = rules.vocabulary.finding(&finding.kind, finding.number);
    let steps = [
        explainer.family(),
        explainer.section(),
        explainer.found(),
        explainer.evidence(),
        explainer.judgement(),
        explainer.themes(),
    ];
    Some(Explained {
        finding: finding.id.clone(),
        statement: finding.statement.clone(),
        heading: format!("{name}: {}", words::judgement(finding.judgement)),
        steps: steps.concat(),
    })
}

/// A finding that a person added: no rule made it.
pub fn decided(finding: &Finding, rules: &RuleSet) -> Explained {
    let (id, statement) = (finding.id.clone(), finding.statement.clone());
    let mut explained = Explained { finding: id, statement, heading: String::new(), steps: Vec::new() };
    explained.add_decisions(finding, rules);
    explained
}

impl Explained {
    /// Adds what persons decided about the finding after the rules.
    pub fn add_decisions(&mut self, finding: &Finding, rules: &RuleSet) {
        let name = rules.vocabulary.finding(&finding.kind, finding.number);
        self.heading = format!("{name}: {}", words::judged(finding));
        let decided = finding.decided.iter().map(words::decided);
        self.steps.extend(decided.map(|what| Step { what, passages: Vec::new(), rule: None }));
    }
}

struct Explainer<'e, 'r> {
    quoter: Quoter<'e>,
    letter: &'e LetterReading<'r>,
    at: usize,
    finding: &'e Finding,
    rules: &'e RuleSet,
}

impl Explainer<'_, '_> {
    fn fired(&self, gave: Gave) -> Vec<&Fired> {
        self.letter.fired.iter().filter(|fired| fired.gave == gave).collect()
    }

    fn step(&self, what: String, rule: &str, fired: &[&Fired]) -> Step {
        let cite = |fired: &&Fired| Cited::new(&self.letter.record, &self.quoter.quote(fired.span));
        let passages = fired.iter().map(cite).collect();
        Step { what, passages, rule: Some(RuleAt::new(rule, self.rules)) }
    }

    fn family(&self) -> Vec<Step> {
        let family = self.letter.family;
        let what = format!("The letter is of the family “{}”: its title reads like one.", family.label);
        vec![self.step(what, &family.recognise.id, &self.fired(Gave::Letter))]
    }

    /// The heading that stands last before the finding.
    fn section(&self) -> Vec<Step> {
        let found = self.fired(Gave::Finding(self.at));
        let start = found.iter().map(|fired| fired.span.start).min().unwrap_or(0);
        let headings = self.fired(Gave::Section);
        let Some(heading) = headings.into_iter().rfind(|heading| heading.span.start <= start) else {
            return vec![Step {
                what: "It stands before the first section that the rules know.".to_owned(),
                passages: Vec::new(),
                rule: None,
            }];
        };
        let sections = &self.letter.family.sections;
        let name =
            sections.iter().find(|section| section.id == heading.rule).map_or("", |it| it.name.as_str());
        vec![self.step(
            format!("It stands in the section `{name}`, under this heading."),
            &heading.rule,
            &[heading],
        )]
    }

    fn found(&self) -> Vec<Step> {
        let rule = &self.finding.rule;
        let opening = self.fired(Gave::Opening(self.at));
        let mut steps = Vec::new();
        if !opening.is_empty() {
            let what = match self.is_listed() {
                true => "A list of findings opens here.",
                false => "A finding opens here.",
            };
            steps.push(self.step(what.to_owned(), rule, &opening));
        }
        let parts = match self.finding.parts.len() {
            0 => String::new(),
            number => format!(", {} among it", words::count(number, "sub-bullet")),
        };
        let what = format!("This is what it says{parts}.");
        steps.push(self.step(what, rule, &self.fired(Gave::Finding(self.at))));
        steps
    }

    fn is_listed(&self) -> bool {
        let mut rules = self.letter.family.findings.iter();
        rules.any(|rule| rule.id == self.finding.rule && matches!(rule.shape, Shape::List(_)))
    }

    fn evidence(&self) -> Vec<Step> {
        let fired = self.fired(Gave::Evidence(self.at));
        let by_rule = fired.chunk_by(|a, b| a.rule == b.rule);
        let step = |fired: &[&Fired]| {
            let what = format!("{} of evidence under it.", words::count(fired.len(), "passage"));
            self.step(what, &fired[0].rule, fired)
        };
        by_rule.map(step).collect()
    }

    fn judgement(&self) -> Vec<Step> {
        let judged = words::judgement(self.finding.judgement);
        let verdicts = self.fired(Gave::Verdict(self.at));
        if !verdicts.is_empty() {
            let what = match self.finding.judgement {
                Some(_) => format!("This sentence judges it: {judged}."),
                None => "These sentences judge it, and contradict each other: its judgement is unknown."
                    .to_owned(),
            };
            return verdicts
                .iter()
                .map(|verdict| self.step(what.clone(), &verdict.rule, &[verdict]))
                .collect();
        }
        let given = self.letter.family.findings.iter().find(|rule| rule.id == self.finding.rule);
        if given.is_some_and(|rule| rule.judgement.is_some()) {
            let what = format!("No verdict judges it: “{judged}” is what the rule itself gives.");
            return vec![self.step(what, &self.finding.rule, &[])];
        }
        vec![self.by_letter(judged)]
    }

    fn by_letter(&self, judged: &str) -> Step {
        let what = match self.finding.judgement {
            Some(_) => {
                format!("No verdict judges it: “{judged}” follows from what the letter says of them all.")
            }
            None => "No verdict judges it, and the letter does not judge them all alike: it is unknown."
                .to_owned(),
        };
        let quote = self.finding.judgement_quote.iter();
        Step { what, passages: quote.map(|at| Cited::new(&self.letter.record, at)).collect(), rule: None }
    }

    fn themes(&self) -> Vec<Step> {
        let pack = &self.letter.family.pack;
        let said = self.rules.said(pack, &self.finding.statement, &self.finding.parts);
        let of_pack = self.rules.themes.iter().filter(|theme| theme.pack == *pack);
        let themes = of_pack.filter(|theme| self.finding.themes.contains(&theme.id));
        let step = |theme: &Theme| {
            let terms: Vec<String> = theme.matched(&said).iter().map(term).collect();
            let what = format!("Its theme is “{}”: it has {}.", theme.label, words::list(&terms));
            self.step(what, &theme.rule, &[])
        };
        themes.map(step).collect()
    }
}

fn term(term: &MatchedTerm) -> String {
    format!("“{}” (weight {}, line {})", term.words, term.weight, term.line)
}
