use std::cmp::Ordering;
use std::collections::BTreeSet;

use super::compare::{Comparer, Comparison};
use super::lists::{Part, repeated_from};
use super::{DecidedBy, Link, LinkKind, Similarity};
use crate::record::{Finding, Judgement, LetterRecord};
use crate::rules::LinkRules;

/// Links the findings of one area's letters, which are in order of date.
///
/// A letter that goes through the list of an earlier one is matched with it item by item. A letter that starts
/// a list is compared with every finding before it that no later list has taken up; one item may take up
/// several, and several items one. The links are ordered by the later finding, then the earlier.
pub fn link<'a>(letters: &'a [&'a LetterRecord], rules: &'a LinkRules, by: &'a dyn Similarity) -> Vec<Link> {
    let comparer = Comparer::new(letters, rules.weights, by);
    let mut linker = Linker { letters, rules, comparer, links: Vec::new(), taken_up: BTreeSet::new() };
    for at in 0..letters.len() {
        let earlier = repeated_from(letters, at, rules);
        match Part::of(letters[at], rules) {
            None => {}
            Some(Part::Mentions(_)) => linker.mention(at, &earlier),
            Some(Part::Repeats(_)) if !earlier.is_empty() => linker.repeat(at, &earlier),
            Some(Part::Starts(_) | Part::Repeats(_)) => linker.carry_on(at),
        }
    }
    linker.in_order()
}

struct Linker<'a> {
    letters: &'a [&'a LetterRecord],
    rules: &'a LinkRules,
    comparer: Comparer<'a>,
    links: Vec<Link>,
    /// Ids of findings that a later list goes on with.
    taken_up: BTreeSet<&'a str>,
}

/// An earlier and a later finding, and what they have in common.
struct Pair<'a> {
    from: &'a Finding,
    to: &'a Finding,
    found: Comparison,
    /// What pairs are ranked by: the strength, with what their places in a repeated list add.
    rank: f64,
}

impl<'a> Linker<'a> {
    /// Matches the findings of `letters[at]` one to one with those of the list that it goes through; what is
    /// left over, with what earlier letters about that list had.
    fn repeat(&mut self, at: usize, earlier: &[usize]) {
        let mut matched: BTreeSet<&str> = BTreeSet::new();
        for (step, &before) in earlier.iter().enumerate() {
            let mut pairs = self.pairs(&self.letters[before].findings, at);
            pairs.retain(|pair| pair.from.kind == pair.to.kind);
            for pair in &mut pairs {
                if pair.from.number == pair.to.number {
                    pair.rank += self.rules.weights.same_number;
                }
            }
            pairs.sort_by(Pair::by_rank);
            for pair in &pairs {
                let free =
                    !matched.contains(pair.to.id.as_str()) && !self.taken_up.contains(pair.from.id.as_str());
                if free && pair.rank >= self.rules.thresholds.repeated {
                    matched.insert(&pair.to.id);
                    self.take_up(pair, repeated_kind(pair.to), at);
                } else if step == 0 {
                    self.relate(pair);
                }
            }
        }
    }

    /// Links each finding of `letters[at]`, which names some in passing, to the one that it is most like.
    fn mention(&mut self, at: usize, earlier: &[usize]) {
        let Some(&before) = earlier.first() else { return };
        let mut pairs = self.pairs(&self.letters[before].findings, at);
        pairs.sort_by(Pair::by_rank);
        let mut matched: BTreeSet<&str> = BTreeSet::new();
        for pair in &pairs {
            if pair.rank >= self.rules.thresholds.mentioned && matched.insert(&pair.to.id) {
                self.add(pair, LinkKind::Restated, Some(at));
            } else {
                self.relate(pair);
            }
        }
    }

    /// Links the findings of `letters[at]`, which start a list, to every earlier one that is still open.
    fn carry_on(&mut self, at: usize) {
        let letters = self.letters;
        let lists =
            letters[..at].iter().filter(|letter| Part::of(letter, self.rules).is_some_and(Part::is_list));
        let open: Vec<&Finding> = lists
            .flat_map(|letter| &letter.findings)
            .filter(|finding| !self.taken_up.contains(finding.id.as_str()))
            .collect();
        for pair in &self.pairs(open, at) {
            if pair.rank >= self.rules.thresholds.carried_on {
                self.take_up(pair, LinkKind::CarriesOn, at);
            } else {
                self.relate(pair);
            }
        }
    }

    fn pairs(&self, from: impl IntoIterator<Item = &'a Finding>, at: usize) -> Vec<Pair<'a>> {
        let letters = self.letters;
        let mut pairs = Vec::new();
        for from in from {
            for to in &letters[at].findings {
                let found = self.comparer.compare(from, to);
                pairs.push(Pair { from, to, rank: found.strength, found });
            }
        }
        pairs
    }

    fn take_up(&mut self, pair: &Pair<'a>, kind: LinkKind, at: usize) {
        self.taken_up.insert(&pair.from.id);
        self.add(pair, kind, Some(at));
    }

    fn relate(&mut self, pair: &Pair<'a>) {
        if pair.found.strength >= self.rules.thresholds.related {
            self.add(pair, LinkKind::Related, None);
        }
    }

    fn add(&mut self, pair: &Pair<'a>, kind: LinkKind, at: Option<usize>) {
        let Pair { from, to, found, rank } = pair;
        let mut reasons = Vec::new();
        if let Some(at) = at.filter(|_| matches!(kind, LinkKind::Same | LinkKind::Restated)) {
            let kind = self.letters[at].letter.kind.replace('_', " ");
            reasons.push(format!("the {kind} goes back to the weaknesses of the letter before it"));
        }
        reasons.extend(found.reasons());
        // Parts matter where one item takes up several; a repeated item is repeated as a whole.
        let parts = matches!(kind, LinkKind::CarriesOn | LinkKind::Related);
        self.links.push(Link {
            from: from.id.clone(),
            to: to.id.clone(),
            from_part: found.from_part.filter(|_| parts),
            to_part: found.to_part.filter(|_| parts),
            kind,
            strength: (rank.clamp(0.0, 1.0) * 100.0).round() / 100.0,
            reasons,
            decided_by: DecidedBy::Rules,
        });
    }

    /// By the place of the later finding, then of the earlier; a pair is linked once, by the first that did.
    fn in_order(mut self) -> Vec<Link> {
        let findings = self.letters.iter().flat_map(|letter| &letter.findings);
        let place: std::collections::BTreeMap<&str, usize> =
            findings.enumerate().map(|(place, finding)| (finding.id.as_str(), place)).collect();
        self.links
            .sort_by_key(|link| (place.get(link.to.as_str()), place.get(link.from.as_str()), link.kind));
        self.links.dedup_by(|later, first| later.from == first.from && later.to == first.to);
        self.links
    }
}

impl Pair<'_> {
    /// Strongest first; of equal ones, the nearest in number.
    fn by_rank(&self, other: &Self) -> Ordering {
        let key = |pair: &Self| (pair.from.number.abs_diff(pair.to.number), pair.to.number, pair.from.number);
        other.rank.total_cmp(&self.rank).then_with(|| key(self).cmp(&key(other)))
    }
}

impl Comparison {
    /// In plain English.
    pub fn reasons(&self) -> Vec<String> {
        let mut reasons = Vec::new();
        if !self.themes.is_empty() {
            let themes: Vec<String> = self.themes.iter().map(|theme| theme.replace('_', " ")).collect();
            reasons.push(format!("both are about {}", themes.join(", ")));
        }
        if !self.words.is_empty() {
            let words: Vec<&str> = self.words.iter().take(6).map(String::as_str).collect();
            reasons.push(format!("both have the words {}", words.join(", ")));
        }
        reasons
    }
}

fn repeated_kind(to: &Finding) -> LinkKind {
    match to.judgement {
        Some(Judgement::NotJudged | Judgement::Identified) => LinkKind::Restated,
        _ => LinkKind::Same,
    }
}
