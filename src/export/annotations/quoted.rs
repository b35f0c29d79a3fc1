//! The quotations of a letter, and what each is quoted for.

use super::iri;
use crate::query::words;
use crate::record::{Finding, LetterRecord, Quote};
use crate::rules::{RuleSet, Vocabulary};

/// A quotation and what an annotation says of it.
#[derive(Debug)]
pub struct Quoted<'a> {
    /// What the annotation's name ends in, such as `evidence/3`.
    pub role: String,
    pub finding: Option<&'a Finding>,
    /// Why it is quoted, as the Web Annotation vocabulary names it.
    pub motivation: &'static str,
    /// `(purpose, concept)`: what it is tagged with or judged to be.
    pub concepts: Vec<(&'static str, String)>,
    /// In words.
    pub about: String,
    pub rule: Option<&'a str>,
    pub at: &'a Quote,
}

/// Findings first, each with its judgement and evidence, then the rest of the letter.
pub fn quotations<'a>(record: &'a LetterRecord, rules: &RuleSet) -> Vec<Quoted<'a>> {
    let mut all: Vec<Quoted<'a>> =
        record.findings.iter().flat_map(|finding| of_finding(record, finding, &rules.vocabulary)).collect();
    all.extend(of_letter(record, &rules.vocabulary));
    all.extend(listed(record, &rules.vocabulary));
    all
}

fn of_finding<'a>(
    record: &'a LetterRecord,
    finding: &'a Finding,
    vocabulary: &Vocabulary,
) -> Vec<Quoted<'a>> {
    let name =
        format!("{} of the {}", vocabulary.finding(&finding.kind, finding.number), words::letter(record));
    let judged = words::judged(finding);
    let judgement =
        || finding.judgement.map(|judgement| ("assessing", concept("judgement", judgement.name())));
    let themes = finding.themes.iter().map(|theme| ("tagging", iri::theme(&record.rules.pack, theme)));
    let kind = ("classifying", concept("finding_kind", finding.kind.name()));
    let of = |role: &str, motivation, about: String, at| Quoted {
        role: role.to_owned(),
        finding: Some(finding),
        motivation,
        concepts: Vec::new(),
        about,
        rule: Some(finding.rule.as_str()),
        at,
    };
    let mut all = vec![Quoted {
        concepts: std::iter::once(kind).chain(judgement()).chain(themes).collect(),
        ..of("statement", "classifying", format!("{name}: {judged}"), &finding.at)
    }];
    if let Some(at) = &finding.judgement_quote {
        let about = format!("the sentence that judges {name}: {judged}");
        all.push(Quoted {
            concepts: judgement().into_iter().collect(),
            ..of("judgement", "assessing", about, at)
        });
    }
    for (at, evidence) in finding.evidence.iter().enumerate() {
        let role = evidence.role.name();
        let about = format!("{} for {name}", words::letter_kind(role));
        let quoted = of(&format!("evidence/{}", at + 1), "describing", about, &evidence.at);
        let concepts = vec![("classifying", concept("evidence_role", role))];
        all.push(Quoted { concepts, rule: Some(&evidence.rule), ..quoted });
    }
    all
}

/// What a letter says once.
fn of_letter<'a>(record: &'a LetterRecord, vocabulary: &Vocabulary) -> Vec<Quoted<'a>> {
    let (letter, name) = (&record.letter, words::letter(record));
    let of = |role: &str, motivation, about, at: &'a Quote| plain(role.to_owned(), motivation, about, at);
    let outcome = letter.outcome.as_deref().zip(letter.outcome_quote.as_ref()).map(|(outcome, at)| {
        let about = format!("the outcome of the {name}: {}", vocabulary.outcome(outcome));
        let concepts = vec![("assessing", concept("outcome", outcome))];
        Quoted { concepts, ..of("outcome", "assessing", about, at) }
    });
    let before = letter.previous_visit.as_ref().map(|visit| {
        of("previous_visit", "describing", format!("the inspection before the {name}"), &visit.at)
    });
    let counts = record
        .stated_counts_at
        .as_ref()
        .map(|at| of("stated_counts", "describing", format!("how many findings the {name} states"), at));
    outcome.into_iter().chain(before).chain(counts).collect()
}

/// What a letter says any number of times.
fn listed<'a>(record: &'a LetterRecord, vocabulary: &Vocabulary) -> Vec<Quoted<'a>> {
    let name = words::letter(record);
    let mut all = Vec::new();
    for (at, grade) in record.grades.iter().enumerate() {
        let (about, grade_name) =
            (format!("{}: {}", grade.of, vocabulary.grade(grade.grade.name())), &grade.grade);
        let quoted = plain(format!("grade/{}", at + 1), "assessing", about, &grade.at);
        let concepts = vec![("assessing", concept("grade", grade_name.name()))];
        all.push(Quoted { concepts, rule: Some(&grade.rule), ..quoted });
    }
    for (at, seen) in record.observations.iter().enumerate() {
        let polarity = seen.polarity.name();
        let about = format!("{}, in the {name}", words::letter_kind(polarity));
        let quoted = plain(format!("observation/{}", at + 1), "classifying", about, &seen.at);
        let concepts = vec![("classifying", concept("polarity", polarity))];
        all.push(Quoted { concepts, rule: Some(&seen.rule), ..quoted });
    }
    for (at, event) in record.events.iter().enumerate() {
        let date = event.date.map_or_else(String::new, |date| format!(", {}", date.prose()));
        let about = format!("{}{date}, in the {name}", vocabulary.event(&event.kind));
        let quoted = plain(format!("event/{}", at + 1), "describing", about, &event.at);
        let concepts = vec![("classifying", concept("event", event.kind.name()))];
        all.push(Quoted { concepts, rule: Some(&event.rule), ..quoted });
    }
    for (at, deadline) in record.deadlines.iter().enumerate() {
        let about = format!("a period that the {name} sets: {}", deadline.what);
        let quoted = plain(format!("deadline/{}", at + 1), "describing", about, &deadline.at);
        all.push(Quoted { rule: Some(&deadline.rule), ..quoted });
    }
    for (at, check) in record.checks.iter().enumerate() {
        let about = format!("{}: {}", words::letter_kind(&check.check), check.detail);
        all.extend(
            check.at.as_ref().map(|quote| plain(format!("check/{}", at + 1), "commenting", about, quote)),
        );
    }
    all
}

fn plain<'a>(role: String, motivation: &'static str, about: String, at: &'a Quote) -> Quoted<'a> {
    Quoted { role, finding: None, motivation, concepts: Vec::new(), about, rule: None, at }
}

/// The name of a concept of one of the schemes that stand beside the annotations.
pub fn concept(scheme: &str, name: &str) -> String {
    iri::name(&[scheme, name])
}
