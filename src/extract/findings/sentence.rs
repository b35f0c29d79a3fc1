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
    for &block in scope {
        let lists = view.find_all(&shape.pattern, block);
        for list in lists.iter().filter_map(|found| found.group("list")) {
            let items = split_list(view.document.slice(list), &shape.items);
            findings.found.extend(items.into_iter().map(|item| {
                let span = Span::new(list.start + item.start, list.start + item.end);
                Found::new(rule, Statement::of(span))
            }));
        }
    }
}

/// Splits "a, b, c and d" into its items: at commas, and at the "and" before the last item, which is the
/// first one that an item can begin after. A piece that opens like no item belongs to the one before it.
fn split_list(list: &str, items: &[Pattern]) -> Vec<Span> {
    let separator = if list.contains(';') { ';' } else { ',' };
    let opens = |text: &str| items.iter().any(|item| item.is_match(&Folded::new(text, 0)));
    let mut starts = vec![0];
    for (at, _) in list.match_indices(separator) {
        let after = skip(list, at + 1, &[" ", "and "]);
        if opens(&list[after..]) {
            starts.push(after);
        }
    }
    let last = *starts.last().unwrap_or(&0);
    let joined = list[last..].match_indices(" and ").map(|(at, and)| last + at + and.len());
    starts.extend(joined.into_iter().find(|&after| opens(&list[after..])));
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(list.len()));
    starts.iter().zip(ends).map(|(&start, end)| Span::new(start, item_end(list, start, end))).collect()
}

fn skip(text: &str, mut at: usize, words: &[&str]) -> usize {
    for word in words {
        if text[at..].starts_with(word) {
            at += word.len();
        }
    }
    at
}

/// An item ends before the comma and the "and" that part it from the next.
fn item_end(list: &str, start: usize, end: usize) -> usize {
    let item = list[start..end].trim_end();
    let item = item.strip_suffix(" and").filter(|_| end < list.len()).unwrap_or(item);
    start + item.trim_end_matches([',', ';', '.', ' ']).len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::pattern::Pattern;

    fn split(list: &str) -> Vec<&str> {
        let items = [Pattern::for_test("^(?:a|an|the|too|poor|weak)\\b")];
        split_list(list, &items).into_iter().map(|span| span.of(list)).collect()
    }

    #[test]
    fn the_and_inside_an_item_does_not_part_it() {
        assert_eq!(
            split("a lack of plans, weak work with parents and schools, a poor offer and too few checks"),
            ["a lack of plans", "weak work with parents and schools", "a poor offer", "too few checks"]
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
