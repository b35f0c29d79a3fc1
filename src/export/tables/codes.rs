use std::collections::{BTreeMap, BTreeSet};

use crate::export::Held;
use crate::export::table::{Column, Draft, Table};
use crate::link::{LinkKind, Status};
use crate::query::words;
use crate::record::Judgement;
use crate::rules::names::Term;

/// A code and its words.
struct Code {
    column: &'static str,
    code: String,
    label: String,
    note: Option<String>,
}

pub fn table(held: &Held<'_>) -> Table {
    Draft::new("codes", "Codes", "A code that columns of the other tables hold, and the words for it.")
        .column(
            Column::text("column", "The column that holds it, by the name it has in every table.").required(),
            |row: &Code| row.column.into(),
        )
        .column(Column::text("code", "The code.").required(), |row| (&row.code).into())
        .column(Column::text("label", "The words for it, as people read them.").required(), |row| {
            (&row.label).into()
        })
        .column(Column::text("note", "What it takes in, where the rules say so."), |row| {
            row.note.as_ref().into()
        })
        .key(&["column", "code"])
        .rows(codes(held))
}

fn codes(held: &Held<'_>) -> Vec<Code> {
    let vocabulary = &held.rules.vocabulary;
    let mut codes = Codes::default();
    for family in &held.rules.families {
        codes.add("letter_kind", &family.kind, family.label.as_str());
    }
    codes.terms("letter_outcome", &vocabulary.outcomes);
    codes.terms("finding_kind", &vocabulary.finding_kinds);
    for judgement in Judgement::ALL {
        codes.add("judgement", judgement.name(), words::judgement(Some(*judgement)));
    }
    codes.terms("event", &vocabulary.events);
    codes.terms("grade", &vocabulary.grades);
    for theme in &held.rules.themes {
        codes.note("theme", &theme.id, &theme.label, Some(theme.scope_note.clone()));
    }
    for status in STATUSES {
        codes.add("status", &super::shared::name_of(status), words::status(status));
    }
    for kind in LINK_KINDS {
        codes.add("link_kind", &super::shared::name_of(kind), words::link_kind(kind));
    }
    codes.used(held);
    codes.all
}

#[derive(Default)]
struct Codes {
    all: Vec<Code>,
    known: BTreeSet<(&'static str, String)>,
}

impl Codes {
    fn terms(&mut self, column: &'static str, terms: &[Term]) {
        terms.iter().for_each(|term| self.add(column, &term.name, term.label.as_str()));
    }

    fn add(&mut self, column: &'static str, code: &str, label: impl Into<String>) {
        self.note(column, code, label, None);
    }

    /// Of two that packs give one code, the first stands.
    fn note(&mut self, column: &'static str, code: &str, label: impl Into<String>, note: Option<String>) {
        if self.known.insert((column, code.to_owned())) {
            self.all.push(Code { column, code: code.to_owned(), label: label.into(), note });
        }
    }

    /// Those that letters hold and the rules in use do not have, in order.
    fn used(&mut self, held: &Held<'_>) {
        let vocabulary = &held.rules.vocabulary;
        let mut used: BTreeMap<(&'static str, &str), String> = BTreeMap::new();
        for record in held.records() {
            let kind = &record.letter.kind;
            used.insert(("letter_kind", kind), words::letter_kind(kind));
            if let Some(outcome) = &record.letter.outcome {
                used.insert(("letter_outcome", outcome), vocabulary.outcome(outcome));
            }
            for finding in &record.findings {
                used.insert(("finding_kind", finding.kind.name()), vocabulary.finding_kind(&finding.kind));
                for theme in &finding.themes {
                    used.insert(("theme", theme), words::theme(theme, held.rules));
                }
            }
            for event in &record.events {
                used.insert(("event", event.kind.name()), vocabulary.event(&event.kind));
            }
            for grade in &record.grades {
                used.insert(("grade", grade.grade.name()), vocabulary.grade(grade.grade.name()));
            }
        }
        used.into_iter().for_each(|((column, code), label)| self.add(column, code, label));
    }
}

const STATUSES: [Status; 7] = [
    Status::New,
    Status::Persisted,
    Status::Resolved,
    Status::Recurred,
    Status::NotCarriedForward,
    Status::NotYetJudged,
    Status::Unknown,
];

const LINK_KINDS: [LinkKind; 4] =
    [LinkKind::Same, LinkKind::Restated, LinkKind::CarriesOn, LinkKind::Related];
