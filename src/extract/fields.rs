use super::date::{PartialDate, WrittenDates, read_dates};
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

impl Fields<'_, '_, '_, '_> {
    /// Every passage that a field's rules give, in the order of rules and then of the text.
    fn candidates(&self, field: FieldName) -> impl Iterator<Item = Span> + '_ {
        let rules = self.letter.family.fields.iter().filter(move |rule| rule.field == field);
        rules.flat_map(|rule| {
            let blocks = self.letter.in_section(rule.section.as_deref());
            blocks.into_iter().filter_map(|block| self.value(rule, block)).collect::<Vec<_>>()
        })
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

    fn read(&self, span: Span) -> Option<WrittenDates> {
        read_dates(self.view.document.slice(span))
    }

    fn dates(&self, field: FieldName) -> Option<WrittenDates> {
        self.candidates(field).find_map(|span| self.read(span))
    }

    pub fn date(&self, field: FieldName) -> Option<PartialDate> {
        self.dates(field).map(|dates| dates.from)
    }

    /// The date printed on the letter: of several the last above its title, which the date of a meeting's
    /// papers may stand above.
    pub fn dated(&self) -> Option<PartialDate> {
        let title = self.letter.title.start;
        let (above, below): (Vec<Span>, Vec<Span>) =
            self.candidates(FieldName::Dated).partition(|span| span.start < title);
        let nearest_first = above.into_iter().rev().chain(below);
        nearest_first.into_iter().find_map(|span| self.read(span)).map(|dates| dates.from)
    }

    pub fn visit(&self) -> Option<Visit> {
        self.dates(FieldName::Visit).map(|dates| Visit { from: dates.from, to: dates.to })
    }

    pub fn previous_visit(&self, quoter: &Quoter<'_>) -> Option<PreviousVisit> {
        let span = self.candidates(FieldName::PreviousVisit).next()?;
        let dates = read_dates(self.view.document.slice(span));
        let (from, to) = (dates.as_ref().map(|dates| dates.from), dates.as_ref().map(|dates| dates.to));
        Some(PreviousVisit { from, to, at: quoter.quote(span) })
    }

    /// The area: the first name that the gazetteer has, else the first that the letter gives.
    pub fn area(&self, gazetteer: &Gazetteer) -> Option<Area> {
        let names: Vec<&str> = self
            .letter
            .area
            .into_iter()
            .chain(self.candidates(FieldName::Area))
            .map(|span| self.view.document.slice(span))
            .collect();
        if let Some(area) = names.iter().find_map(|name| gazetteer.find(name)) {
            let (code, region) = (Some(area.code.clone()), Some(area.region.clone()));
            return Some(Area { name: area.name.clone(), code, region });
        }
        // A title in capitals does not say how the name is written.
        let in_small_letters = names.iter().find(|name| name.contains(char::is_lowercase));
        let name = in_small_letters.or(names.first())?;
        let name = name.trim().trim_start_matches("the ").to_owned();
        Some(Area { name, code: None, region: None })
    }

    pub fn title(&self) -> Span {
        self.candidates(FieldName::Title).next().unwrap_or(self.letter.title)
    }
}
