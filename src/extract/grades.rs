use super::fired::Gave;
use super::letter::Letter;
use super::view::{Match, View};
use crate::record::{Check, Grade, Quoter};
use crate::rules::grade::GradeRule;
use crate::rules::names::{self, Vocabulary};
use crate::text::{Folded, Span};

/// A grade, what it is given for, and where both stand.
pub struct FoundGrade<'r> {
    pub rule: &'r GradeRule,
    pub of: String,
    /// `None` where no grade stands beside it.
    pub grade: Option<names::Grade>,
    pub span: Span,
    /// Where the letter gives the same thing another grade.
    pub contradicted: Option<Span>,
}

/// The grades of a letter in the order of its text, one for each thing that is graded: the first that has a grade.
pub fn grades<'r>(view: &View<'_>, letter: &Letter<'r>, vocabulary: &Vocabulary) -> Vec<FoundGrade<'r>> {
    let reader = Reader { view, letter, vocabulary };
    let mut grades: Vec<FoundGrade<'r>> = Vec::new();
    for rule in &letter.family.grades {
        if rule.only_if_missing && grades.iter().all(|known| known.grade.is_some()) {
            continue;
        }
        for block in letter.in_scope(view, &rule.scope) {
            let Some(found) = reader.graded(rule, block) else { continue };
            match grades.iter_mut().find(|known| known.of.eq_ignore_ascii_case(&found.of)) {
                Some(known) if known.grade.is_none() && found.grade.is_some() => *known = found,
                Some(known) if found.grade.is_some() && known.grade != found.grade => {
                    known.contradicted = Some(found.span);
                }
                Some(_) => {}
                None => grades.push(found),
            }
        }
    }
    grades.sort_by_key(|grade| grade.span.start);
    grades.iter().for_each(|grade| letter.fired(&grade.rule.id, grade.span, Gave::Grade));
    grades
}

struct Reader<'v, 'd, 'l, 'r> {
    view: &'v View<'d>,
    letter: &'l Letter<'r>,
    vocabulary: &'v Vocabulary,
}

impl<'r> Reader<'_, '_, '_, 'r> {
    fn graded(&self, rule: &'r GradeRule, block: usize) -> Option<FoundGrade<'r>> {
        let found = self.view.find(&rule.pattern, block)?;
        let of = found.group("of").unwrap_or(found.span);
        let of = self.view.document.slice(of).trim_end_matches([':', ' ']).to_owned();
        let whole = self.view.block(block).span;
        let place = self.beside(&found, block).or_else(|| self.below(block));
        let grade = place.and_then(|place| self.read(place));
        let span = place.filter(|_| grade.is_some()).map_or(whole, |place| found.span.to(place));
        Some(FoundGrade { rule, of, grade, span, contradicted: None })
    }

    /// Where the grade stands in the block itself.
    fn beside(&self, found: &Match<'_>, block: usize) -> Option<Span> {
        let end = self.view.block(block).span.end;
        let rest = Span::new(found.span.end, end).trimmed(self.view.document.text());
        found.group("grade").or(Some(rest).filter(|rest| !rest.is_empty()))
    }

    /// The block that grades `block`: the next. Where several things to be graded stand one below the other, as
    /// the columns of a table may be read, as many grades must follow them, in the same order.
    fn below(&self, block: usize) -> Option<Span> {
        let blocks = &self.letter.blocks;
        let first = (blocks.start..=block).rev().take_while(|&label| self.is_label(label)).last()?;
        let labels = (first..blocks.end).take_while(|&label| self.is_label(label)).count();
        let after = first + labels;
        let is_grade = |block: &usize| self.read(self.view.block(*block).span).is_some();
        let grades = (after..blocks.end).take_while(is_grade).count();
        (labels == 1 || grades == labels)
            .then_some(block + labels)
            .filter(|grade| blocks.contains(grade))
            .map(|grade| self.view.block(grade).span)
    }

    /// Whether a block says what is graded, and nothing more.
    fn is_label(&self, block: usize) -> bool {
        let rules = self.letter.family.grades.iter();
        let mut found = rules.filter_map(|rule| self.view.find_in(&rule.pattern, &rule.scope.blocks, block));
        found.any(|found| self.beside(&found, block).is_none())
    }

    /// The grade that the whole of a passage is.
    fn read(&self, place: Span) -> Option<names::Grade> {
        let text = self.view.document.slice(place);
        let text = Folded::new(text.trim_end_matches(['.', ' ']), 0);
        let is_it = |term: &&names::Term| term.pattern.iter().any(|pattern| pattern.is_match(&text));
        self.vocabulary.grades.iter().find(is_it).map(|term| names::Grade::new(&term.name))
    }
}

/// The grades as the record has them, and a failed check for each that is missing or given twice.
pub fn recorded(
    found: &[FoundGrade<'_>],
    letter: &Letter<'_>,
    quoter: &Quoter<'_>,
) -> (Vec<Grade>, Vec<Check>) {
    let graded = |found: &FoundGrade<'_>| {
        let (of, rule) = (found.of.clone(), found.rule.id.clone());
        Some(Grade { of, grade: found.grade.clone()?, at: quoter.quote(found.span), rule })
    };
    let failed = |detail: String, at: Option<Span>| Check {
        check: "grade".to_owned(),
        ok: false,
        detail,
        at: at.map(|span| quoter.quote(span)),
    };
    let doubtful = found.iter().filter_map(|found| match (&found.grade, found.contradicted) {
        (None, _) => {
            Some(failed(format!("no grade stands beside \u{201c}{}\u{201d}", found.of), Some(found.span)))
        }
        (_, Some(other)) => {
            Some(failed(format!("\u{201c}{}\u{201d} is given another grade here", found.of), Some(other)))
        }
        _ => None,
    });
    let wanted = letter.family.grades.iter().any(|rule| rule.outcome);
    let missing = wanted && !found.iter().any(|found| found.rule.outcome);
    let outcome =
        missing.then(|| failed("the grade that is the letter's outcome was not found".to_owned(), None));
    (found.iter().filter_map(graded).collect(), doubtful.chain(outcome).collect())
}
