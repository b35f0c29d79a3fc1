//! Where one finding's blocks end and the next one's begin.

use super::Verdict;

/// One block of the scope, and what it is to a group.
pub struct Line<'r> {
    pub block: usize,
    /// The rule's pattern that takes the block for an opening, by its place: the first is trusted most.
    pub opens: Option<usize>,
    pub verdict: Option<Verdict<'r>>,
    /// The block is its verdict and nothing else.
    pub only_verdict: bool,
}

/// Cuts the scope into groups, the opening block first in each. Where no block opens one, `by_verdict` says
/// to cut at the verdicts. Also says whether verdicts stand after the paragraphs they judge.
pub fn groups<'l, 'r>(lines: &'l [Line<'r>], by_verdict: bool) -> (Vec<&'l [Line<'r>]>, bool) {
    let mut starts = starts_by_opening(lines);
    if starts.is_empty() && by_verdict {
        starts = starts_by_verdict(lines);
    }
    let ends = starts.iter().skip(1).copied().chain(std::iter::once(lines.len()));
    let groups: Vec<&[Line<'_>]> = starts.iter().zip(ends).map(|(&start, end)| &lines[start..end]).collect();
    let last = verdicts_come_last(&groups);
    (groups.into_iter().flat_map(|group| split_at_verdicts(group, last)).collect(), last)
}

/// The blocks that open groups: those that the most trusted patterns take for openings, as many of the
/// patterns as it takes to give every verdict a group.
fn starts_by_opening(lines: &[Line<'_>]) -> Vec<usize> {
    let opened_by = |trusted: usize| -> Vec<usize> {
        (0..lines.len())
            .filter(|&index| lines[index].opens.is_some_and(|pattern| pattern <= trusted))
            .collect()
    };
    let verdicts = lines.iter().filter(|line| line.verdict.is_some()).count();
    let mut ranks: Vec<usize> = lines.iter().filter_map(|line| line.opens).collect();
    ranks.sort_unstable();
    ranks.dedup();
    let enough =
        ranks.iter().map(|&rank| opened_by(rank)).find(|starts| verdicts > 0 && starts.len() >= verdicts);
    enough.unwrap_or_else(|| ranks.last().map_or_else(Vec::new, |&last| opened_by(last)))
}

/// Where no block opens a group: each verdict judges the statement that stands apart from the paragraphs
/// about it. If the first verdict follows the first block at once, statements stand right before their
/// verdicts; otherwise a statement is the first block after the verdict before it.
fn starts_by_verdict(lines: &[Line<'_>]) -> Vec<usize> {
    let verdicts: Vec<usize> = (0..lines.len()).filter(|&index| lines[index].verdict.is_some()).collect();
    match verdicts.first() {
        None => Vec::new(),
        Some(1) => verdicts.iter().map(|verdict| verdict - 1).collect(),
        Some(_) => std::iter::once(0)
            .chain(verdicts.iter().map(|verdict| verdict + 1))
            .take(verdicts.len())
            .collect(),
    }
}

/// Whether this letter's verdicts stand after the paragraphs they judge. The last group does not count: the
/// letter's closing words stand behind it.
fn verdicts_come_last(groups: &[&[Line<'_>]]) -> bool {
    let counted = if groups.len() > 1 { &groups[..groups.len() - 1] } else { groups };
    let judged = counted.iter().filter(|group| group.iter().any(|line| line.verdict.is_some()));
    let last = judged.clone().filter(|group| group.last().is_some_and(|line| line.verdict.is_some())).count();
    last * 2 >= judged.count()
}

/// Where verdicts come last, one ends its group. What follows it is a finding of its own if another
/// verdict judges it, and nobody's otherwise.
fn split_at_verdicts<'l, 'r>(group: &'l [Line<'r>], verdicts_last: bool) -> Vec<&'l [Line<'r>]> {
    if !verdicts_last {
        return vec![group];
    }
    let mut groups = Vec::new();
    let mut rest = group;
    while let Some(end) = rest.iter().position(|line| line.verdict.is_some()) {
        // A second verdict on its heels judges the same.
        let more = rest[end + 1..].iter().take_while(|line| line.only_verdict).count();
        let (judged, after) = rest.split_at(end + 1 + more);
        groups.push(judged);
        rest = after;
    }
    if groups.is_empty() { vec![group] } else { groups }
}
