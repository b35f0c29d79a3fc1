use std::collections::BTreeMap;

use super::lists::{Part, repeated_from};
use super::{DecidedBy, DecidedStatus, FindingStatus, Link, LinkKind, Status};
use crate::check::Gap;
use crate::record::{Finding, Judgement, LetterRecord};
use crate::rules::{LinkRules, Vocabulary};

/// What became of each finding of an area, by its own letter and by each later one that says something of it.
/// `letters` are in order of date; the statuses are in order of the findings, then of the letters that tell. A
/// status that a letter not held may change says so: `gaps` are those that others refer to. Those in `decided`
/// stand as they are, and the later ones follow from them. Findings are called what `vocabulary` calls them.
pub fn statuses(
    letters: &[&LetterRecord],
    links: &[Link],
    rules: &LinkRules,
    gaps: &[Gap],
    decided: &[DecidedStatus],
    vocabulary: &Vocabulary,
) -> Vec<FindingStatus> {
    let mut teller = Teller { gaps, decided, ..Teller::new(letters, links, rules, vocabulary) };
    for at in 0..letters.len() {
        // The letter's own first: they ask what the earlier ones had come to before it.
        teller.tell_own(at);
        teller.tell_earlier(at);
    }
    teller.told.sort_by_key(|told| (told.finding, told.letter));
    let wire = |told: Told| FindingStatus {
        finding: teller.findings[told.finding].finding.id.clone(),
        status: told.status,
        as_of: letters[told.letter].letter.id.clone(),
        reason: told.reason,
        decided_by: told.decided_by,
    };
    teller.told.into_iter().map(wire).collect()
}

struct Teller<'a> {
    letters: &'a [&'a LetterRecord],
    rules: &'a LinkRules,
    vocabulary: &'a Vocabulary,
    findings: Vec<Placed<'a>>,
    /// For each finding, those of later letters that go on with it, and those of earlier letters it goes on
    /// from; by place in `findings`.
    onward: Vec<Vec<usize>>,
    back: Vec<Vec<usize>>,
    /// What each finding's thread has come to.
    standing: Vec<Standing>,
    told: Vec<Told>,
    gaps: &'a [Gap],
    decided: &'a [DecidedStatus],
}

struct Placed<'a> {
    letter: usize,
    finding: &'a Finding,
}

/// Where a finding's thread has come to.
#[derive(Debug, Clone, Copy)]
struct Standing {
    status: Status,
    /// The latest letter that named it.
    letter: usize,
}

struct Told {
    finding: usize,
    letter: usize,
    status: Status,
    reason: String,
    decided_by: Option<DecidedBy>,
}

impl<'a> Teller<'a> {
    fn new(
        letters: &'a [&'a LetterRecord],
        links: &[Link],
        rules: &'a LinkRules,
        vocabulary: &'a Vocabulary,
    ) -> Self {
        let mut findings = Vec::new();
        for (letter, record) in letters.iter().enumerate() {
            findings.extend(record.findings.iter().map(|finding| Placed { letter, finding }));
        }
        let place: BTreeMap<&str, usize> =
            findings.iter().enumerate().map(|(place, placed)| (placed.finding.id.as_str(), place)).collect();
        let (mut onward, mut back) = (vec![Vec::new(); findings.len()], vec![Vec::new(); findings.len()]);
        for link in links.iter().filter(|link| link.kind != LinkKind::Related) {
            if let (Some(&from), Some(&to)) = (place.get(link.from.as_str()), place.get(link.to.as_str())) {
                onward[from].push(to);
                back[to].push(from);
            }
        }
        let unknown = |placed: &Placed<'_>| Standing { status: Status::Unknown, letter: placed.letter };
        let standing = findings.iter().map(unknown).collect();
        let told = Vec::new();
        let (gaps, decided) = (&[][..], &[][..]);
        Self { letters, rules, vocabulary, findings, onward, back, standing, told, gaps, decided }
    }

    /// What a letter says of its own findings.
    fn tell_own(&mut self, at: usize) {
        for place in 0..self.findings.len() {
            if self.findings[place].letter == at {
                let (status, reason) = self.own(place);
                self.tell(place, at, status, reason);
                self.standing[place].letter = at;
            }
        }
    }

    fn own(&self, place: usize) -> (Status, String) {
        let Placed { letter, finding } = self.findings[place];
        let name = self.name(letter);
        let Some(&first) = self.back[place].first() else {
            return match finding.judgement {
                Some(Judgement::Identified) => {
                    (Status::New, format!("{name} is the first of the letters held that names it."))
                }
                _ => judged(finding, &name),
            };
        };
        if finding.judgement != Some(Judgement::Identified) {
            return judged(finding, &name);
        }
        if !self.is_list(letter) {
            return (Status::NotYetJudged, format!("{name} names it again and gives no judgement."));
        }
        // It goes on from a list before: as that stood until now.
        let open = self.back[place].iter().find(|&&from| !is_over(self.standing[from].status));
        let from = open.copied().unwrap_or(first);
        let source = format!(
            "{} of the {}",
            self.item(self.findings[from].finding),
            self.bare_name(self.findings[from].letter)
        );
        match self.standing[from].status {
            Status::Resolved => {
                (Status::Recurred, format!("{name} takes up {source}, which had been judged resolved."))
            }
            Status::NotCarriedForward => {
                (Status::Recurred, format!("{name} takes up {source}, which a list since had left out."))
            }
            _ => (
                Status::Persisted,
                format!("{name} takes up {source}, which no letter held had judged resolved."),
            ),
        }
    }

    /// What a letter says of the findings of letters before it.
    fn tell_earlier(&mut self, at: usize) {
        for place in 0..self.findings.len() {
            if self.findings[place].letter >= at {
                continue;
            }
            let reached = self.reached(place, at);
            if let Some((status, reason)) = self.goes_on(place, &reached, at) {
                self.tell(place, at, status, reason);
                self.standing[place].letter = at;
            } else if self.leaves_out(place, at) {
                let reason = format!(
                    "{} names nothing like it, and no letter held had judged it resolved.",
                    self.name(at)
                );
                self.tell(place, at, Status::NotCarriedForward, reason);
            } else if let Some(decided) = self.decided(place, at) {
                self.tell(place, at, decided.status, decided.reason.clone());
            }
        }
    }

    /// The findings of the letter that go on with the one at `place`, directly or through others between.
    fn reached(&self, place: usize, at: usize) -> Vec<usize> {
        let (mut reached, mut next) = (Vec::new(), vec![place]);
        while let Some(from) = next.pop() {
            for &to in &self.onward[from] {
                if !reached.contains(&to) {
                    reached.push(to);
                    next.push(to);
                }
            }
        }
        reached.retain(|&to| self.findings[to].letter == at);
        reached.sort_unstable();
        reached
    }

    fn goes_on(&self, place: usize, reached: &[usize], at: usize) -> Option<(Status, String)> {
        let name = self.name(at);
        let said = |judgements: &[Option<Judgement>]| {
            let says = |&&place: &&usize| judgements.contains(&self.findings[place].finding.judgement);
            reached.iter().find(says).map(|&place| self.findings[place].finding)
        };
        // Where several go on with it, the least resolved tells.
        let telling = said(&[Some(Judgement::NotSufficient), Some(Judgement::NotEffective)])
            .or_else(|| said(&[Some(Judgement::Identified)]))
            .or_else(|| said(&[Some(Judgement::NotJudged)]))
            .or_else(|| said(&[None]))
            .or_else(|| reached.first().map(|&place| self.findings[place].finding))?;
        if telling.judgement != Some(Judgement::Identified) {
            return Some(judged(telling, &name));
        }
        if !self.is_list(at) {
            return Some((Status::NotYetJudged, format!("{name} names it again and gives no judgement.")));
        }
        let item = self.item(telling);
        Some(match self.standing[place].status {
            Status::Resolved => (
                Status::Recurred,
                format!("It had been judged resolved, and {} names it again as {item}.", lower(&name)),
            ),
            Status::NotCarriedForward => (
                Status::Recurred,
                format!("A list had left it out, and {} names it again as {item}.", lower(&name)),
            ),
            _ => (
                Status::Persisted,
                format!("No letter held had judged it resolved, and {} takes it up as {item}.", lower(&name)),
            ),
        })
    }

    /// Whether the letter goes through a list in which the finding would stand, were it still open.
    fn leaves_out(&self, place: usize, at: usize) -> bool {
        let Placed { letter, finding } = self.findings[place];
        if is_over(self.standing[place].status)
            || !self.is_list(letter)
            || self.letters[at].findings.is_empty()
        {
            return false;
        }
        let earlier = repeated_from(self.letters, at, self.rules);
        match Part::of(self.letters[at], self.rules) {
            None | Some(Part::Mentions(_)) => false,
            // A letter may go through the priority actions only, and says nothing of the rest.
            Some(Part::Repeats(_)) if !earlier.is_empty() => {
                let same_kind = |other: &Finding| other.kind == finding.kind;
                earlier.contains(&self.standing[place].letter)
                    && self.letters[at].findings.iter().any(same_kind)
            }
            Some(Part::Repeats(_) | Part::Starts(_)) => true,
        }
    }

    /// Takes down a status, or the one that a person decided in its place.
    fn tell(&mut self, finding: usize, letter: usize, status: Status, reason: String) {
        let (status, reason, decided_by) = match self.decided(finding, letter) {
            Some(decided) => (decided.status, decided.reason.clone(), Some(DecidedBy::Person)),
            None => (status, reason + &self.missing_before(finding, letter), None),
        };
        self.standing[finding].status = status;
        self.told.push(Told { finding, letter, status, reason, decided_by });
    }

    /// What a person decided about the finding as of the letter.
    fn decided(&self, finding: usize, letter: usize) -> Option<&'a DecidedStatus> {
        let (id, as_of) = (&self.findings[finding].finding.id, &self.letters[letter].letter.id);
        self.decided.iter().rev().find(|decided| decided.finding == *id && decided.as_of == *as_of)
    }

    /// The letters between a finding's own, or those it goes on from, and the one that tells, which are not held.
    fn missing_before(&self, finding: usize, letter: usize) -> String {
        let before = self.back[finding].iter().map(|&from| self.findings[from].letter).min();
        let since = before.unwrap_or(letter).min(self.findings[finding].letter);
        let day = |letter: usize| self.letters[letter].placed().map(|date| date.first_day());
        let (Some(since), Some(until)) = (day(since), day(letter)) else { return String::new() };
        let between = self.gaps.iter().filter(|gap| since < gap.date && gap.date < until);
        between.map(|gap| format!(" {}, which stands between, is not held.", capital(&gap.what))).collect()
    }

    fn is_list(&self, letter: usize) -> bool {
        Part::of(self.letters[letter], self.rules).is_some_and(Part::is_list)
    }

    /// Such as "area for improvement 2".
    fn item(&self, finding: &Finding) -> String {
        self.vocabulary.finding(&finding.kind, finding.number)
    }

    fn name(&self, letter: usize) -> String {
        format!("The {}", self.bare_name(letter))
    }

    /// Such as "revisit letter of 14 December 2021".
    fn bare_name(&self, letter: usize) -> String {
        self.letters[letter].name()
    }
}

/// Whether nothing more is expected of a finding.
fn is_over(status: Status) -> bool {
    matches!(status, Status::Resolved | Status::NotCarriedForward)
}

/// What the judgement of a finding in the letter of that name says, and who judged so where the letter did not.
fn judged(finding: &Finding, name: &str) -> (Status, String) {
    let (status, reason) = told_by(finding.judgement, name);
    match finding.judged_by_person() {
        Some(decided) => (status, format!("{}, as {} decided.", reason.trim_end_matches('.'), decided.by)),
        None => (status, reason),
    }
}

/// What a judgement in the letter of that name says.
fn told_by(judgement: Option<Judgement>, name: &str) -> (Status, String) {
    let (status, says) = match judgement {
        Some(Judgement::Sufficient) => (Status::Resolved, "judges that progress is sufficient"),
        Some(Judgement::NotSufficient) => (Status::Persisted, "judges that progress is not sufficient"),
        Some(Judgement::Effective) => (Status::Resolved, "judges that the action taken is effective"),
        Some(Judgement::NotEffective) => (Status::Persisted, "judges that the action taken is not effective"),
        Some(Judgement::NotJudged) => (Status::NotYetJudged, "names it and gives no judgement"),
        Some(Judgement::Identified) => (Status::New, "names it"),
        None => (Status::Unknown, "names it, and its words do not tell what was judged"),
    };
    (status, format!("{name} {says}."))
}

fn capital(text: &str) -> String {
    text.replacen("the ", "The ", 1)
}

fn lower(name: &str) -> String {
    name.replacen("The ", "the ", 1)
}
