use super::fired::Gave;
use super::letter::Letter;
use super::view::View;
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
}

/// The grades of a letter in the order of its text, one for each thing that is graded: the first that has a grade.
pub fn grades<'r>(view: &View<'_>, letter: &Letter<'r>, vocabulary: &Vocabulary) -> Vec<FoundGrade<'r>> {
    let mut grades: Vec<FoundGrade<'r>> = Vec::new();
    for rule in &letter.family.grades {
        for block in letter.in_section(rule.section.as_deref()) {
            let Some(found) = graded(view, letter, rule, block, vocabulary) else { continue };
            match grades.iter_mut().find(|known| known.of.eq_ignore_ascii_case(&found.of)) {
                Some(known) if known.grade.is_none() && found.grade.is_some() => *known = found,
                Some(_) => {}
                None => grades.push(found),
            }
        }
    }
    grades.sort_by_key(|grade| grade.span.start);
    grades.iter().for_each(|grade| letter.fired(&grade.rule.id, grade.span, Gave::Grade));
    grades
}

fn graded<'r>(
    view: &View<'_>,
    letter: &Letter<'_>,
    rule: &'r GradeRule,
    block: usize,
    vocabulary: &Vocabulary,
) -> Option<FoundGrade<'r>> {
    let found = view.find(&rule.pattern, block)?;
    let of = found.group("of").unwrap_or(found.span);
    let of = view.document.slice(of).trim_end_matches([':', ' ']).to_owned();
    let whole = view.block(block).span;
    let rest = Span::new(found.span.end, whole.end).trimmed(view.document.text());
    let next =
        || Some(block + 1).filter(|next| letter.blocks.contains(next)).map(|next| view.block(next).span);
    let place = found.group("grade").or(Some(rest).filter(|rest| !rest.is_empty())).or_else(next);
    let grade = place.and_then(|place| read_grade(view.document.slice(place), vocabulary));
    let span = place.filter(|_| grade.is_some()).map_or(whole, |place| found.span.to(place));
    Some(FoundGrade { rule, of, grade, span })
}

/// The grade that the whole of `text` is.
fn read_grade(text: &str, vocabulary: &Vocabulary) -> Option<names::Grade> {
    let text = Folded::new(text.trim_end_matches(['.', ' ']), 0);
    let is_it = |term: &&names::Term| term.pattern.iter().any(|pattern| pattern.is_match(&text));
    vocabulary.grades.iter().find(is_it).map(|term| names::Grade::new(&term.name))
}

/// The grades as the record has them, and a failed check for each thing beside which no grade stands.
pub fn recorded(found: &[FoundGrade<'_>], quoter: &Quoter<'_>) -> (Vec<Grade>, Vec<Check>) {
    let graded = |found: &FoundGrade<'_>| {
        let (of, rule) = (found.of.clone(), found.rule.id.clone());
        Some(Grade { of, grade: found.grade.clone()?, at: quoter.quote(found.span), rule })
    };
    let missing = found.iter().filter(|found| found.grade.is_none()).map(|found| Check {
        check: "grade".to_owned(),
        ok: false,
        detail: format!("no grade stands beside \u{201c}{}\u{201d}", found.of),
        at: Some(quoter.quote(found.span)),
    });
    (found.iter().filter_map(graded).collect(), missing.collect())
}
