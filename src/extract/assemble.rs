use super::events::{deadlines, events};
use super::expected;
use super::findings;
use super::grades::{self, grades};
use super::head::head;
use super::letter::Letter;
use super::maker::Maker;
use super::observations::observations;
use super::outcome::Told;
use super::people::people;
use super::reading::LetterReading;
use super::tally::tally;
use super::unclaimed::{unclaimed, unclaimed_check};
use super::view::View;
use crate::record::{self, LetterRecord, Quoter, RulesUsed};
use crate::rules::RuleSet;

/// Reads one letter: its record, and what the rules did to make it.
pub fn read<'r>(
    view: &View<'_>,
    quoter: &Quoter<'_>,
    rules: &RuleSet,
    letter: Letter<'r>,
    source: &record::Source,
) -> LetterReading<'r> {
    let pack = rules.pack(&letter.family.pack).expect("a family's pack is in its rule set");
    let found = findings::find(view, &letter);
    let mut claims = found.claimed.clone();
    let tally = tally(view, &letter, &rules.vocabulary);
    let observations = observations(view, quoter, &letter, &mut claims);
    let graded = grades(view, &letter, &rules.vocabulary);
    let told = Told { tally: &tally, found: &found.found, graded: &graded };
    let (head, outcome_checks) = head(view, quoter, pack, &letter, &told);
    let mut maker = Maker { view, quoter, rules, letter: &letter, head: &head, checks: outcome_checks };
    let findings = maker.findings(&found.found);
    let mut checks = maker.checks;
    let (grades, missing) = grades::recorded(&graded, &letter, quoter);
    checks.extend(missing);
    checks.extend(found.doubts.iter().map(|doubt| doubt.check(quoter)));
    let unclaimed = unclaimed(view, &letter, &claims, found.leftovers);
    checks.extend(unclaimed.iter().map(|span| unclaimed_check(quoter, *span)));
    let mut record = LetterRecord {
        schema: record::SCHEMA.to_owned(),
        source: source.clone(),
        rules: RulesUsed {
            pack: pack.id.clone(),
            version: pack.version.clone(),
            sha256: pack.sha256.clone(),
        },
        findings,
        stated_counts_at: tally.stated_at.map(|span| quoter.quote(span)),
        stated_counts: tally.counts,
        grades,
        observations,
        events: events(view, quoter, &letter, &rules.vocabulary),
        deadlines: deadlines(view, quoter, &letter),
        people: people(view, &letter),
        checks,
        letter: head,
    };
    record.checks.extend(expected::missing(&letter, &record));
    LetterReading::new(record, letter, claims, unclaimed)
}
