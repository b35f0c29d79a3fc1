//! The rules of a family in one list, whatever their kind.

use super::family::Family;
use super::field::FieldPlace;
use super::finding::{EvidenceRule, Shape};
use super::pattern::Pattern;
use super::scope::{Blocks, Scope};

/// A rule, and the patterns by which it takes a passage.
#[derive(Debug, Clone)]
pub struct Rule<'f> {
    pub id: &'f str,
    /// What it is called in rule files, such as `finding`.
    pub kind: &'static str,
    /// The section it stands in; anywhere in the letter where absent.
    pub section: Option<&'f str>,
    pub tries: Vec<Tries<'f>>,
}

/// Patterns of a rule, and the blocks on which they are tried.
#[derive(Debug, Clone, Copy)]
pub struct Tries<'f> {
    /// The key that they stand under.
    pub key: &'static str,
    pub patterns: &'f [Pattern],
    pub blocks: &'f Blocks,
}

impl Family {
    /// Every rule of the family, kind by kind and in the order of the file.
    pub fn rules(&self) -> Vec<Rule<'_>> {
        let recognise = &self.recognise;
        let title = tries("title", &recognise.title, &recognise.blocks);
        let mut rules = vec![Rule { id: &recognise.id, kind: "family", section: None, tries: vec![title] }];
        rules.extend(self.fields.iter().map(|it| match &it.place {
            FieldPlace::Patterns(patterns) => scoped("field", &it.id, &it.scope, "pattern", patterns),
            FieldPlace::Label(labels) => scoped("field", &it.id, &it.scope, "label", labels),
        }));
        rules.extend(self.sections.iter().map(|it| {
            let parts = it.parts.iter().map(|part| tries("part.heading", &part.heading, &part.blocks));
            let tries = std::iter::once(tries("heading", &it.heading, &it.blocks)).chain(parts).collect();
            Rule { id: &it.id, kind: "section", section: None, tries }
        }));
        rules.extend(self.finding_rules());
        let plain = |kind, id, scope, patterns| scoped(kind, id, scope, "pattern", patterns);
        rules.extend(self.verdicts.iter().map(|it| plain("verdict", &it.id, &it.scope, &it.pattern)));
        rules.extend(self.counts.iter().map(|it| plain("count", &it.id, &it.scope, &it.pattern)));
        rules.extend(self.grades.iter().map(|it| plain("grade", &it.id, &it.scope, &it.pattern)));
        rules.extend(self.outcome.stated.iter().map(|it| plain("outcome", &it.id, &it.scope, &it.pattern)));
        rules.extend(self.events.iter().map(|it| plain("event", &it.id, &it.scope, &it.pattern)));
        rules.extend(self.deadlines.iter().map(|it| plain("deadline", &it.id, &it.scope, &it.pattern)));
        rules.extend(self.people.iter().map(|it| plain("person", &it.id, &it.scope, &it.pattern)));
        rules
    }

    /// Findings, each with its evidence after it.
    fn finding_rules(&self) -> Vec<Rule<'_>> {
        let mut rules = Vec::new();
        for it in &self.findings {
            let section = it.scope.section.as_deref();
            let opening = |key, patterns| tries(key, patterns, &it.scope.blocks);
            let tries = match &it.shape {
                Shape::List(list) => vec![opening("opens", &list.opens)],
                Shape::Table(table) => vec![opening("items", &table.items), opening("header", &table.header)],
                Shape::Group(group) => vec![opening("opens", &group.opens)],
                Shape::Sentence(sentence) => vec![opening("pattern", &sentence.pattern)],
            };
            rules.push(Rule { id: &it.id, kind: "finding", section, tries });
            if let Shape::Group(group) = &it.shape {
                rules.extend(group.evidence.iter().map(|evidence| evidence_rule(evidence, section)));
            }
        }
        rules
    }
}

fn evidence_rule<'f>(evidence: &'f EvidenceRule, section: Option<&'f str>) -> Rule<'f> {
    let opens = tries("opens", &evidence.opens, &evidence.blocks);
    Rule { id: &evidence.id, kind: "evidence", section, tries: vec![opens] }
}

/// A rule with one list of patterns.
fn scoped<'f>(
    kind: &'static str,
    id: &'f str,
    scope: &'f Scope,
    key: &'static str,
    patterns: &'f [Pattern],
) -> Rule<'f> {
    let section = scope.section.as_deref();
    Rule { id, kind, section, tries: vec![tries(key, patterns, &scope.blocks)] }
}

fn tries<'f>(key: &'static str, patterns: &'f [Pattern], blocks: &'f Blocks) -> Tries<'f> {
    Tries { key, patterns, blocks }
}
