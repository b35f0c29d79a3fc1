//! What a letter's counts come to: the one place that knows the scope of "not", "all", "any" and "all but".

use super::fired::Gave;
use super::letter::Letter;
use super::number::read_number;
use super::view::{Match, View};
use crate::record::StatedCounts;
use crate::rules::names::{FindingKind, Vocabulary};
use crate::text::Span;

/// Everything a letter states about how many findings there are and how many were judged how.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tally {
    pub counts: StatedCounts,
    /// All were judged for the area, or none, in so many words.
    pub every: Option<Every>,
    /// The passage that says so.
    pub span: Option<Span>,
    /// The first passage that states a count.
    pub stated_at: Option<Span>,
    /// The number of "the four weaknesses" where a clause judges these: all, unless others are judged too.
    whole: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Every {
    Good,
    Bad,
}

/// What a tally's numbers count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Count {
    Sufficient,
    NotSufficient,
    Total,
}

impl Count {
    /// The group of a pattern that holds it.
    fn group(self) -> &'static str {
        match self {
            Count::Sufficient => "sufficient",
            Count::NotSufficient => "not_sufficient",
            Count::Total => "total",
        }
    }
}

/// Reads every count that the letter's rules find.
pub fn tally(view: &View<'_>, letter: &Letter<'_>, vocabulary: &Vocabulary) -> Tally {
    let mut tally = Tally::default();
    let mut taken: Vec<Span> = Vec::new();
    for rule in &letter.family.counts {
        for block in letter.in_scope(view, &rule.scope) {
            for found in view.find_all(&rule.pattern, block) {
                // A number that an earlier rule counted is not counted again under another name.
                if !taken.iter().any(|span| span.overlaps(found.span)) {
                    tally.add(view, block, &found, vocabulary);
                    letter.fired(&rule.id, found.span, Gave::Count);
                    tally.stated_at.get_or_insert(view.sentence(block, found.span));
                    taken.push(found.span);
                }
            }
        }
    }
    tally.complete();
    tally
}

impl Tally {
    fn add(&mut self, view: &View<'_>, block: usize, found: &Match<'_>, vocabulary: &Vocabulary) {
        let word = |name| found.group(name).map(|span| view.document.slice(span));
        for count in [Count::Sufficient, Count::NotSufficient, Count::Total] {
            if let Some(number) = word(count.group()).and_then(read_number) {
                self.state(count, number);
            }
        }
        for kind in &vocabulary.finding_kinds {
            if let Some(number) = word(&kind.name).and_then(read_number) {
                self.counts.of_kind.entry(FindingKind::new(&kind.name)).or_insert(number);
            }
        }
        if let Some(quantity) = word("quantity") {
            let of = word("of").and_then(read_number);
            if found.group("whole").is_some() {
                self.whole = self.whole.or(read_number(quantity));
            }
            self.add_clause(&quantity.to_lowercase(), found.group("not").is_some(), of);
            self.span.get_or_insert(view.sentence(block, found.span));
        }
    }

    /// One clause of a tally: progress was made, or with `denied` not made, on `quantity` of `of`.
    fn add_clause(&mut self, quantity: &str, denied: bool, of: Option<u32>) {
        let (here, other) = match denied {
            false => (Count::Sufficient, Count::NotSufficient),
            true => (Count::NotSufficient, Count::Sufficient),
        };
        if let Some(total) = of {
            self.state(Count::Total, total);
        }
        match (quantity, denied) {
            // "not all of" and "not each of" leave open how many.
            ("all" | "each" | "both" | "every one", true) => {}
            ("both", false) => self.every(Every::Good, of.or(Some(2))),
            ("all" | "each" | "every one", false) => self.every(Every::Good, of),
            ("any", true) | ("none", _) => self.every(Every::Bad, of),
            ("any", false) => {}
            _ => match (quantity.strip_prefix("all but ").and_then(read_number), of) {
                (Some(left_out), total) => {
                    self.state(other, left_out);
                    if let Some(total) = total {
                        self.state(here, total.saturating_sub(left_out));
                    }
                }
                (None, _) => {
                    if let Some(number) = read_number(quantity) {
                        self.state(here, number);
                    }
                }
            },
        }
    }

    fn every(&mut self, every: Every, of: Option<u32>) {
        self.every.get_or_insert(every);
        let (none, all) = match every {
            Every::Good => (Count::NotSufficient, Count::Sufficient),
            Every::Bad => (Count::Sufficient, Count::NotSufficient),
        };
        self.state(none, 0);
        if let Some(total) = of {
            self.state(all, total);
            self.state(Count::Total, total);
        }
    }

    /// What is stated first stands.
    fn state(&mut self, count: Count, number: u32) {
        self.slot(count).get_or_insert(number);
    }

    fn slot(&mut self, count: Count) -> &mut Option<u32> {
        let counts = &mut self.counts;
        match count {
            Count::Sufficient => &mut counts.sufficient,
            Count::NotSufficient => &mut counts.not_sufficient,
            Count::Total => &mut counts.total,
        }
    }

    /// "The four weaknesses" are all there are, where no clause tells of others.
    fn complete_whole(&mut self) {
        let Some(whole) = self.whole else { return };
        let counts = &mut self.counts;
        let others =
            [counts.sufficient, counts.not_sufficient].into_iter().flatten().any(|count| count != whole);
        let both = counts.sufficient.is_some() && counts.not_sufficient.is_some();
        if !others && !both && counts.total.is_none_or(|total| total == whole) {
            counts.total = Some(whole);
        }
    }

    /// Two of the three counts give the third.
    fn complete(&mut self) {
        self.complete_whole();
        let counts = &mut self.counts;
        match (counts.sufficient, counts.not_sufficient, counts.total) {
            (Some(good), Some(bad), None) => {
                // "None" without a number says nothing of how many there are.
                counts.total = Some(good + bad).filter(|_| self.every.is_none());
            }
            (Some(good), None, Some(total)) => counts.not_sufficient = total.checked_sub(good),
            (None, Some(bad), Some(total)) => counts.sufficient = total.checked_sub(bad),
            _ => {}
        }
        if counts.sufficient == Some(0) && counts.not_sufficient.is_some_and(|bad| bad > 0) {
            self.every.get_or_insert(Every::Bad);
        }
        if counts.not_sufficient == Some(0) && counts.sufficient.is_some_and(|good| good > 0) {
            self.every.get_or_insert(Every::Good);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(
        clauses: &[(&str, bool, Option<u32>)],
    ) -> (Option<u32>, Option<u32>, Option<u32>, Option<Every>) {
        let mut tally = Tally::default();
        for (quantity, denied, of) in clauses {
            tally.add_clause(quantity, *denied, *of);
        }
        tally.complete();
        (tally.counts.sufficient, tally.counts.not_sufficient, tally.counts.total, tally.every)
    }

    #[test]
    fn numbers_add_up() {
        let expected = (Some(8), Some(4), Some(12), None);
        assert_eq!(counts(&[("eight", false, None), ("four", true, None)]), expected);
        assert_eq!(counts(&[("8", false, Some(12))]), expected);
        assert_eq!(counts(&[("four", true, Some(12))]), expected);
    }

    #[test]
    fn the_scope_of_not_all_any_and_all_but() {
        assert_eq!(counts(&[("any", true, Some(5))]), (Some(0), Some(5), Some(5), Some(Every::Bad)));
        assert_eq!(counts(&[("all", false, Some(5))]), (Some(5), Some(0), Some(5), Some(Every::Good)));
        assert_eq!(counts(&[("all", true, Some(5))]), (None, None, Some(5), None));
        assert_eq!(counts(&[("each", true, None)]), (None, None, None, None));
        assert_eq!(counts(&[("all but one", false, Some(7))]), (Some(6), Some(1), Some(7), None));
        assert_eq!(counts(&[("none", false, None)]), (Some(0), None, None, Some(Every::Bad)));
    }
}
