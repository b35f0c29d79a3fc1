//! One claim and the text that it is about.

use super::claim::{Claim, Form};
use super::report::{Problem, Stand};
use crate::document::Document;
use crate::text::{CodePoints, Folded, Span, fold_str, one_line};

/// How many places are told where words stand elsewhere.
const PLACES: usize = 3;

/// A source's text as it reads now.
pub struct Text<'d> {
    document: &'d Document,
    points: CodePoints,
    /// How many there are.
    length: usize,
}

impl<'d> Text<'d> {
    pub fn new(document: &'d Document) -> Self {
        let text = document.text();
        let points = CodePoints::new(text);
        Self { document, length: points.at(text.len()), points }
    }

    /// What is wrong with a claim; `None` where its words stand at its place.
    pub fn problem(&self, claim: &Claim) -> Option<Problem> {
        let Some((start, end)) = claim.range else { return self.sought(claim) };
        let there = self.slice(start, end);
        if there.is_some_and(|there| agrees(&claim.quote, there, claim.form)) {
            return self.page_problem(claim, start, end);
        }
        let there = there.map(str::to_owned);
        Some(match self.elsewhere(claim, start) {
            (now, _) if now.is_empty() => Problem::Nowhere { there },
            (now, exact) => Problem::Elsewhere { there, now, exact },
        })
    }

    /// For a claim without a range: whether the words stand anywhere.
    fn sought(&self, claim: &Claim) -> Option<Problem> {
        let found = match claim.form {
            Form::Exact => self.document.text().contains(&claim.quote),
            Form::OneLine => one_line(self.document.text()).contains(&one_line(&claim.quote)),
            Form::Words | Form::Part => bare(self.document.text()).contains(&bare(&claim.quote)),
            Form::File => true,
        };
        (!found).then_some(Problem::Nowhere { there: None })
    }

    /// The text of a range of code points; `None` where the text is shorter.
    fn slice(&self, start: usize, end: usize) -> Option<&'d str> {
        let is_range = start <= end && end <= self.length;
        is_range.then(|| &self.document.text()[self.points.byte(start)..self.points.byte(end)])
    }

    fn page_problem(&self, claim: &Claim, start: usize, end: usize) -> Option<Problem> {
        let page = claim.page?;
        let span = Span::new(self.points.byte(start), self.points.byte(end));
        let (first, last) = self.document.provenance().pages_of(span)?;
        let last_now = (last > first).then_some(last);
        let is_right = page == first && (claim.last_page.is_none() || claim.last_page == last_now);
        (!is_right).then_some(Problem::OtherPage { page_now: first, last_page_now: last_now })
    }

    /// Where the words stand now, nearest to `start` first, and whether byte for byte.
    fn elsewhere(&self, claim: &Claim, start: usize) -> (Vec<Stand>, bool) {
        if claim.quote.trim().is_empty() {
            return (Vec::new(), true);
        }
        let text = self.document.text();
        let exact = spans(text, &claim.quote);
        if !exact.is_empty() {
            return (self.nearest(&exact, start), true);
        }
        let folded = Folded::new(text, 0);
        let words = fold_str(claim.quote.trim());
        let loose = spans(folded.as_str(), &words);
        let loose: Vec<Span> = loose.into_iter().map(|span| folded.original(span)).collect();
        (self.nearest(&loose, start), false)
    }

    fn nearest(&self, spans: &[Span], start: usize) -> Vec<Stand> {
        let mut stands: Vec<Stand> = spans.iter().map(|span| self.stand(*span)).collect();
        stands.sort_by_key(|stand| stand.start.abs_diff(start));
        stands.truncate(PLACES);
        stands
    }

    fn stand(&self, span: Span) -> Stand {
        let page = self.document.provenance().page_at(span.start).unwrap_or(1);
        Stand { start: self.points.at(span.start), end: self.points.at(span.end), page }
    }
}

fn spans(text: &str, words: &str) -> Vec<Span> {
    text.match_indices(words).map(|(at, found)| Span::new(at, at + found.len())).collect()
}

/// Whether words are those of a passage.
fn agrees(words: &str, passage: &str, form: Form) -> bool {
    match form {
        Form::Exact => words == passage,
        Form::OneLine => one_line(words) == one_line(passage),
        Form::Words => bare(words) == bare(passage),
        Form::Part => bare(passage).contains(&bare(words)),
        Form::File => true,
    }
}

/// Letters and digits.
fn bare(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}
