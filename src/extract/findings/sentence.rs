use super::{Findings, Found};
use crate::extract::statement::Statement;
use crate::extract::view::View;
use crate::rules::finding::{FindingRule, SentenceShape};
use crate::rules::pattern::Pattern;
use crate::text::{Folded, Span};

/// A sentence that lists findings in its own clauses. It does not claim its block, which says more.
pub fn find<'r>(
    view: &View<'_>,
    rule: &'r FindingRule,
    shape: &'r SentenceShape,
    scope: &[usize],
    findings: &mut Findings<'r>,
) {
    for &block in scope.iter().filter(|&&block| rule.scope.blocks.take(view.block(block))) {
        let lists = view.find_all(&shape.pattern, block);
        for list in lists.iter().filter_map(|found| found.group("list")) {
            let items = split_list(view.document.slice(list), shape);
            findings.found.extend(items.into_iter().map(|item| {
                let span = Span::new(list.start + item.start, list.start + item.end);
                Found::new(rule, Statement::of(span))
            }));
        }
    }
}

/// Splits "a, b, c and d" into its items: at commas, or at semicolons where there are any, and at the "and"
/// before the last item.
fn split_list(list: &str, shape: &SentenceShape) -> Vec<Span> {
    let kept = kept_together(list, &shape.keep);
    let is_free = |at: &usize| !kept.iter().any(|span| span.start <= *at && *at < span.end);
    let separator = if list.contains(';') { ';' } else { ',' };
    let mut starts = vec![0];
    let separators = list.match_indices(separator).map(|(at, _)| at).filter(is_free);
    starts.extend(separators.map(|at| at + 1));
    let last = *starts.last().unwrap_or(&0);
    let ands = list[last..].match_indices(" and ").map(|(at, _)| last + at).filter(is_free);
    starts.extend(last_and(list, &ands.collect::<Vec<_>>(), &shape.items));
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(list.len()));
    starts.iter().zip(ends).filter_map(|(&start, end)| item(list, start, end)).collect()
}

/// Passages inside which nothing parts two items.
fn kept_together(list: &str, keep: &[Pattern]) -> Vec<Span> {
    let folded = Folded::new(list, 0);
    let found = keep.iter().flat_map(|pattern| pattern.captures_iter(&folded));
    found.map(|captures| crate::rules::pattern::whole(&captures, &folded)).collect()
}

/// Where the last item begins, of the places of "and" after the last comma: the first "and" that an item's
/// opening follows, or the only one there is. An "and" right after the comma already parts the last item.
fn last_and(list: &str, ands: &[usize], items: &[Pattern]) -> Option<usize> {
    let opens = |at: &&usize| {
        let after = Folded::new(&list[**at + " and ".len()..], 0);
        items.iter().any(|item| item.is_match(&after))
    };
    let follows_comma = |at: &usize| list[..*at].ends_with([',', ';']);
    if ands.first().is_some_and(follows_comma) {
        return None;
    }
    ands.iter().find(opens).or(ands.first().filter(|_| ands.len() == 1)).copied()
}

/// An item without what parts it from its neighbours.
fn item(list: &str, start: usize, end: usize) -> Option<Span> {
    let item = list[start..end].trim_start();
    let item = item.strip_prefix("and ").unwrap_or(item).trim_start();
    let start = end - item.len();
    let length = item.trim_end_matches([',', ';', '.', ' ']).len();
    (length > 0).then(|| Span::new(start, start + length))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::pattern::Pattern;

    fn split(list: &str) -> Vec<&str> {
        let shape = SentenceShape {
            pattern: Vec::new(),
            items: vec![Pattern::for_test("^(?:a|an|the|too|poor|weak)\\b")],
            keep: vec![Pattern::for_test("education, health and care")],
        };
        split_list(list, &shape).into_iter().map(|span| span.of(list)).collect()
    }

    #[test]
    fn the_and_inside_an_item_does_not_part_it() {
        assert_eq!(
            split("a lack of plans, weak work with parents and schools, a poor offer and too few checks"),
            ["a lack of plans", "weak work with parents and schools", "a poor offer", "too few checks"]
        );
        assert_eq!(
            split("late plans and poor talks with parents and carers"),
            ["late plans", "poor talks with parents and carers"]
        );
        assert_eq!(
            split("goodwill alone, late plans and few staff"),
            ["goodwill alone", "late plans", "few staff"]
        );
    }

    #[test]
    fn a_comma_inside_an_item_and_one_before_the_last_and() {
        assert_eq!(
            split("poor links between education, health and care, and the pace of change."),
            ["poor links between education, health and care", "the pace of change"]
        );
    }
}
