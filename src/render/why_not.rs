use super::Look;
use super::explain::rule_line;
use super::quote::quotation;
use super::wrap::{paragraph, shorten, wrap};
use crate::query::why_not::{Passage, Stopped, Taken, WhyNot};

/// What stopped the rules, for each passage with the first `most` of them.
pub fn why_not(answer: &WhyNot, most: usize, look: Look) -> String {
    let mut out = String::new();
    if answer.passages.is_empty() {
        out.push_str("No passage of the file has this text.\n");
        if let Some(nearest) = &answer.nearest {
            out.push_str(&quotation(nearest, look, "The nearest is ", ""));
        }
    }
    let passages: Vec<String> = answer.passages.iter().map(|it| passage(it, most, look)).collect();
    out + &passages.join("\n")
}

fn passage(passage: &Passage, most: usize, look: Look) -> String {
    let mut out = quotation(&passage.at, look, "", "");
    let place = match (&passage.letter, &passage.section) {
        (None, _) => "in no letter".to_owned(),
        (Some(letter), None) => format!("in {letter}, before the first section that the rules know"),
        (Some(letter), Some(section)) => format!("in {letter}, in the section `{section}`"),
    };
    out.push_str(&paragraph(&format!("It is {} {place}.", passage.kind), look.width, ""));
    match (passage.taken.is_empty(), &passage.letter) {
        (false, _) => out.push_str("\nTaken already:\n"),
        (true, Some(_)) => out.push_str("\nNo rule took it.\n"),
        (true, None) => {}
    }
    out.extend(passage.taken.iter().map(|it| taken(it, look)));
    let stopped = if passage.letter.is_some() { &passage.rules } else { &passage.families };
    let title = if passage.letter.is_some() { "Rules that came near" } else { "Families, the nearest first" };
    if !stopped.is_empty() {
        out.push_str(&format!("\n{}\n", look.bold(title)));
    }
    out.extend(stopped.iter().take(most).map(|it| rule(it, look)));
    if stopped.len() > most {
        out.push_str(&look.dim(&format!("{} more with --all\n", stopped.len() - most)));
    }
    out
}

fn taken(taken: &Taken, look: Look) -> String {
    let text = format!("as {}: “{}”", taken.gave, shorten(&taken.quote, 160));
    wrap(&text, look.width, "  • ", "    ") + &rule_line(&taken.rule, look, "    ")
}

fn rule(stopped: &Stopped, look: Look) -> String {
    let mut out = rule_line(&stopped.rule, look, "  ");
    out.extend(stopped.why.iter().map(|why| paragraph(why, look.width, "    ")));
    out
}
