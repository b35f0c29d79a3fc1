//! The rules of a family in one list, whatever their kind.

use super::family::Family;
use super::field::FieldPlace;
use super::finding::Shape;
use super::pattern::Pattern;

/// A rule, and the patterns by which it takes a passage.
#[derive(Debug, Clone)]
pub struct Rule<'f> {
    pub id: &'f str,
    /// What it is called in rule files, such as `finding`.
    pub kind: &'static str,
    /// The section it stands in; anywhere in the letter where absent.
    pub section: Option<&'f str>,
    /// Each with the key that it stands under.
    pub patterns: Vec<(&'static str, &'f [Pattern])>,
}

fn rule<'f>(
    id: &'f str,
    kind: &'static str,
    section: &'f Option<String>,
    pattern: &'f [Pattern],
) -> Rule<'f> {
    Rule { id, kind, section: section.as_deref(), patterns: vec![("pattern", pattern)] }
}

impl Family {
    /// Every rule of the family, kind by kind and in the order of the file.
    pub fn rules(&self) -> Vec<Rule<'_>> {
        let anywhere = &None;
        let recognise = &self.recognise;
        let mut rules = vec![Rule {
            patterns: vec![("title", &recognise.title)],
            ..rule(&recognise.id, "family", anywhere, &[])
        }];
        rules.extend(self.fields.iter().map(|it| {
            let patterns = match &it.place {
                FieldPlace::Patterns(patterns) => ("pattern", patterns.as_slice()),
                FieldPlace::Label(labels) => ("label", labels.as_slice()),
            };
            Rule { patterns: vec![patterns], ..rule(&it.id, "field", &it.section, &[]) }
        }));
        rules.extend(self.sections.iter().map(|it| {
            let parts = it.parts.iter().map(|part| ("part.heading", part.heading.as_slice()));
            let patterns = std::iter::once(("heading", it.heading.as_slice())).chain(parts).collect();
            Rule { patterns, ..rule(&it.id, "section", anywhere, &[]) }
        }));
        rules.extend(self.finding_rules());
        rules.extend(self.verdicts.iter().map(|it| rule(&it.id, "verdict", anywhere, &it.pattern)));
        rules.extend(self.counts.iter().map(|it| rule(&it.id, "count", &it.section, &it.pattern)));
        rules.extend(self.grades.iter().map(|it| rule(&it.id, "grade", &it.section, &it.pattern)));
        rules.extend(self.outcome.stated.iter().map(|it| rule(&it.id, "outcome", anywhere, &it.pattern)));
        rules.extend(self.events.iter().map(|it| rule(&it.id, "event", &it.section, &it.pattern)));
        rules.extend(self.deadlines.iter().map(|it| rule(&it.id, "deadline", anywhere, &it.pattern)));
        rules.extend(self.people.iter().map(|it| rule(&it.id, "person", &it.section, &it.pattern)));
        rules
    }

    /// Findings, each with its evidence after it.
    fn finding_rules(&self) -> Vec<Rule<'_>> {
        let mut rules = Vec::new();
        for it in &self.findings {
            let patterns = match &it.shape {
                Shape::List(list) => vec![("opens", list.opens.as_slice())],
                Shape::Table(table) => vec![("items", table.items.as_slice()), ("header", &table.header)],
                Shape::Group(group) => vec![("opens", group.opens.as_slice())],
                Shape::Sentence(sentence) => vec![("pattern", sentence.pattern.as_slice())],
            };
            rules.push(Rule { patterns, ..rule(&it.id, "finding", &it.section, &[]) });
            if let Shape::Group(group) = &it.shape {
                rules.extend(group.evidence.iter().map(|evidence| {
                    let patterns = vec![("opens", evidence.opens.as_slice())];
                    Rule { patterns, ..rule(&evidence.id, "evidence", &it.section, &[]) }
                }));
            }
        }
        rules
    }
}
