use super::date::{PartialDate, WrittenDates, read_dates};
use super::fired::Gave;
use super::letter::Letter;
use super::view::View;
use crate::record::Quoter;
use crate::record::{Area, PreviousVisit, Visit};
use crate::rules::Gazetteer;
use crate::rules::field::{FieldPlace, FieldRule};
use crate::rules::vocabulary::FieldName;
use crate::text::Span;

/// The fields of one letter.
pub struct Fields<'v, 'd, 'l, 'r> {
    pub view: &'v View<'d>,
    pub letter: &'l Letter<'r>,
}

/// A passage that may be a field, and the rule that gives it.
struct Candidate<'r> {
    rule: &'r FieldRule,
    span: Span,
}

impl<'r> Fields<'_, '_, '_, 'r> {
    /// Every passage that a field's rules give, in the order of rules and then of the text.
    fn candidates(&self, field: FieldName) -> impl Iterator<Item = Candidate<'r>> + '_ {
        let rules = self.letter.family.fields.iter().filter(move |rule| rule.field == field);
        rules.flat_map(|rule| {
            let blocks = self.letter.in_scope(self.view, &rule.scope);
            let spans = blocks.into_iter().filter_map(|block| self.value(rule, block));
            spans.map(|span| Candidate { rule, span }).collect::<Vec<_>>()
        })
    }

    /// The passage of a candidate that is the field after all.
    fn took(&self, candidate: &Candidate<'_>) -> Span {
        let Candidate { rule, span } = candidate;
        self.letter.fired(&rule.id, *span, Gave::Field(rule.field));
        *span
    }

    fn value(&self, rule: &FieldRule, block: usize) -> Option<Span> {
        match &rule.place {
            FieldPlace::Patterns(patterns) => {
                let found = self.view.find(patterns, block)?;
                Some(found.group("value").unwrap_or(found.span))
            }
            FieldPlace::Label(labels) => {
                let label = self.view.find(labels, block)?.span;
                let block_end = self.view.block(block).span.end;
                let rest = Span::new(label.end, block_end).trimmed(self.view.document.text());
                if !rest.is_empty() {
                    return Some(rest);
                }
                Some(block + 1)
                    .filter(|next| self.letter.blocks.contains(next))
                    .map(|next| self.view.block(next).span)
            }
        }
    }

    fn read(&self, candidate: &Candidate<'_>) -> Option<WrittenDates> {
        let dates = read_dates(self.view.document.slice(candidate.span))?;
        self.took(candidate);
        Some(dates)
    }

    fn dates(&self, field: FieldName) -> Option<WrittenDates> {
        self.candidates(field).find_map(|candidate| self.read(&candidate))
    }

    pub fn date(&self, field: FieldName) -> Option<PartialDate> {
        self.dates(field).map(|dates| dates.from)
    }

    /// The date printed on the letter: of several the last above its title, which the date of a meeting's
    /// papers may stand above.
    pub fn dated(&self) -> Option<PartialDate> {
        let title = self.letter.title.start;
        let (above, below): (Vec<Candidate<'_>>, Vec<Candidate<'_>>) =
            self.candidates(FieldName::Dated).partition(|candidate| candidate.span.start < title);
        let nearest_first = above.iter().rev().chain(&below);
        nearest_first.into_iter().find_map(|candidate| self.read(candidate)).map(|dates| dates.from)
    }

    pub fn visit(&self) -> Option<Visit> {
        self.dates(FieldName::Visit).map(|dates| Visit { from: dates.from, to: dates.to })
    }

    pub fn previous_visit(&self, quoter: &Quoter<'_>) -> Option<PreviousVisit> {
        let span = self.took(&self.candidates(FieldName::PreviousVisit).next()?);
        let dates = read_dates(self.view.document.slice(span));
        let (from, to) = (dates.as_ref().map(|dates| dates.from), dates.as_ref().map(|dates| dates.to));
        Some(PreviousVisit { from, to, at: quoter.quote(span) })
    }

    /// The area: the first name that the gazetteer has, else the first that the letter gives.
    pub fn area(&self, gazetteer: &Gazetteer) -> Option<Area> {
        let candidates: Vec<Candidate<'_>> = self.candidates(FieldName::Area).collect();
        let given: Vec<Span> = candidates.iter().map(|candidate| candidate.span).collect();
        let names: Vec<Span> = self.letter.area.into_iter().chain(given).collect();
        let text = |span: &Span| self.view.document.slice(*span);
        let known = names.iter().find_map(|span| Some((span, gazetteer.find(text(span))?)));
        // A title in capitals does not say how the name is written.
        let in_small_letters = || names.iter().find(|span| text(span).contains(char::is_lowercase));
        let chosen = known.map(|(span, _)| span).or_else(in_small_letters).or(names.first())?;
        candidates.iter().filter(|candidate| candidate.span == *chosen).take(1).for_each(|candidate| {
            self.took(candidate);
        });
        Some(match known {
            Some((_, area)) => Area {
                name: area.name.clone(),
                code: Some(area.code.clone()),
                region: Some(area.region.clone()),
            },
            None => {
                let name = text(chosen).trim().trim_start_matches("the ").to_owned();
                Area { name, code: None, region: None }
            }
        })
    }

    pub fn title(&self) -> Span {
        let title = self.candidates(FieldName::Title).next();
        title.map_or(self.letter.title, |candidate| self.took(&candidate))
    }
}
