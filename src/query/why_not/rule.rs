use super::{Asked, Stopped};
use crate::extract::LetterReading;
use crate::query::explain::RuleAt;
use crate::rules::near::{Near, near};
use crate::rules::pattern::Pattern;
use crate::rules::survey::{Rule, Tries};
use crate::text::{Folded, Span};

/// The rules of a letter's family that did not take a block, the nearest first.
pub fn stopped(asked: &Asked<'_, '_>, letter: &LetterReading<'_>, block: usize) -> Vec<Stopped> {
    let span = asked.document.blocks()[block].span;
    let text = Folded::new(asked.document.slice(span), 0);
    let took =
        |rule: &Rule<'_>| letter.fired.iter().any(|fired| fired.rule == rule.id && fired.span.overlaps(span));
    let rules = letter.family.rules();
    let tried = rules.iter().filter(|rule| !took(rule));
    let mut stopped: Vec<Stopped> =
        tried.filter_map(|rule| stopped_rule(asked, letter, rule, block, &text)).collect();
    stopped.sort_by(|a, b| b.nearness.total_cmp(&a.nearness));
    stopped
}

fn stopped_rule(
    asked: &Asked<'_, '_>,
    letter: &LetterReading<'_>,
    rule: &Rule<'_>,
    block: usize,
    text: &Folded,
) -> Option<Stopped> {
    let patterns = || rule.tries.iter().flat_map(|tries| tries.patterns.iter().map(move |it| (tries, it)));
    let matched = patterns().find(|(_, pattern)| pattern.is_match(text));
    let (tried, nearness, mut why) = match matched {
        Some((tried, _)) => {
            (tried, f64::INFINITY, vec![format!("Its `{}` matches this passage.", tried.key)])
        }
        None => {
            let near = |(tried, pattern)| Some((tried, near(pattern, text.as_str())?));
            let nearest = patterns().filter_map(near);
            let (tried, near): (&Tries<'_>, Near) =
                nearest.max_by(|a, b| a.1.nearness.total_cmp(&b.1.nearness))?;
            (tried, near.nearness, vec![so_far(tried.key, &near, text.as_str())])
        }
    };
    let refused = tried.blocks.refusal(&asked.document.blocks()[block]);
    let around: Vec<String> = refused.into_iter().chain(around(asked, letter, rule, block)).collect();
    if matched.is_some() && around.is_empty() {
        why.push(
            match rule.kind {
                "event" | "deadline" | "person" => {
                    "It gave the same from another passage, or could not read it."
                }
                "count" => "Another count was read from these words.",
                "verdict" => "No finding stands around it that it could judge.",
                _ => "Another passage or rule came first.",
            }
            .to_owned(),
        );
    }
    why.extend(around);
    Some(Stopped { rule: RuleAt::new(rule.id, asked.rules), kind: rule.kind, why, nearness })
}

/// What around the passage stops a rule, whatever its patterns.
fn around(asked: &Asked<'_, '_>, letter: &LetterReading<'_>, rule: &Rule<'_>, block: usize) -> Vec<String> {
    let here = letter.section(block).map(|section| section.name.as_str());
    let mut why = Vec::new();
    if let Some(wanted) = rule.section {
        if here != Some(wanted) {
            let here = here.map_or("in no section".to_owned(), |here| format!("in `{here}`"));
            why.push(format!("It looks in the section `{wanted}` only, and this passage stands {here}."));
        } else if letter.is_heading(block) {
            why.push(format!("This passage is a heading of `{wanted}`, and the rule looks below headings."));
        }
    }
    if matches!(rule.kind, "finding" | "evidence") {
        let taken = letter.claimed_by(block).filter(|by| *by != rule.id);
        why.extend(
            taken
                .map(|by| format!("The rule {} had taken it already.", RuleAt::new(by, asked.rules).named())),
        );
        if let Some(wanted) = wants_table(asked, letter, rule, block) {
            why.push(wanted);
        }
    }
    why
}

/// Where the section holds a table, its rows are the findings.
fn wants_table(
    asked: &Asked<'_, '_>,
    letter: &LetterReading<'_>,
    rule: &Rule<'_>,
    block: usize,
) -> Option<String> {
    let in_cell = |block: usize| asked.document.blocks()[block].cell.is_some();
    let reads_table = rule.tries.iter().any(|tries| tries.key == "header");
    let section = letter.section(block)?;
    let mut others =
        letter.blocks.clone().filter(|&it| letter.section(it).is_some_and(|s| s.id == section.id));
    (reads_table && !in_cell(block) && others.any(in_cell))
        .then(|| "It reads the rows of this section's table, and this passage stands in none.".to_owned())
}

/// "Its `opens` matches as far as “The area has made”, then wants `(?:sufficient|enough) progress`, where the text has
/// “good progress in”."
pub fn so_far(key: &str, near: &Near, text: &str) -> String {
    let matched = near.matched.of(text).trim();
    let start =
        if near.inside { ", but only where a passage begins so, and this one begins otherwise" } else { "" };
    let Some(wants) = &near.wants else {
        return format!("Its `{key}` matches “{matched}”{start}.");
    };
    let wants = match wants.as_str() {
        "$" => "the passage to end".to_owned(),
        wants => format!("`{wants}`"),
    };
    let has = match first_words(text, near.matched) {
        "" => "the passage ends".to_owned(),
        words => format!("the text has “{words}”"),
    };
    format!("Its `{key}` matches as far as “{matched}”{start}, then wants {wants}, where {has}.")
}

/// The few words behind a match.
fn first_words(text: &str, matched: Span) -> &str {
    let rest = text[matched.end..].trim_start();
    let end = rest.match_indices(' ').nth(3).map_or(rest.len(), |(at, _)| at);
    &rest[..end]
}

/// A pattern as its file has it, cut to what can be taken in at a glance.
pub fn written(pattern: &Pattern) -> String {
    crate::query::words::shorten(&pattern.source().written, 120)
}
