use super::Look;
use super::explain::rule_line;
use super::quote::short_quotation;
use crate::query::coverage::{Coverage, LetterCoverage};
use crate::query::{Cited, file_name, words};

/// What is left unread in each letter; everything with `all`, what may be missed otherwise.
pub fn coverage(coverage: &Coverage, all: bool, look: Look) -> String {
    let mut out: String = coverage.letters.iter().map(|it| letter(it, all, look)).collect();
    for file in &coverage.without_letter {
        out.push_str(&format!("{}: no letter was found\n\n", look.bold(file)));
    }
    if !coverage.silent.is_empty() {
        out.push_str(&look.bold("Rules that never fired in these files"));
        out.push('\n');
        out.extend(coverage.silent.iter().map(|rule| rule_line(rule, look, "  ")));
        out.push('\n');
    }
    out + &summary(coverage)
}

fn letter(letter: &LetterCoverage, all: bool, look: Look) -> String {
    let other: &[Cited] = if all { &letter.other } else { &[] };
    let lists = [
        ("among the findings, and no rule took it", &letter.unclaimed[..]),
        ("a date or period that no rule took", &letter.dated),
        ("a number of findings that no rule took", &letter.counted),
        ("a heading that opens no section", &letter.headings),
        ("read by no rule", other),
    ];
    if lists.iter().all(|(_, passages)| passages.is_empty()) {
        return String::new();
    }
    let mut out = format!("{} ({})\n", look.bold(&letter.letter), file_name(&letter.file));
    for (title, passages) in lists.into_iter().filter(|(_, passages)| !passages.is_empty()) {
        out.push_str(&format!("  {title}:\n"));
        out.extend(passages.iter().map(|it| short_quotation(it, LONG, look, "    • ", "      ")));
    }
    out + "\n"
}

/// Passages are cut to so many characters.
const LONG: usize = 240;

fn summary(coverage: &Coverage) -> String {
    let count = |of: fn(&LetterCoverage) -> usize, noun: &str| {
        words::count(coverage.letters.iter().map(of).sum(), noun)
    };
    format!(
        "{} in {}: {} among the findings unclaimed, {} with a date or period left, {} with a number of findings left, {} of no section, {} read by no \
         rule{}; {} never fired.\n",
        count(|it| it.blocks, "block"),
        words::count(coverage.letters.len(), "letter"),
        count(|it| it.unclaimed.len(), "passage"),
        count(|it| it.dated.len(), "sentence"),
        count(|it| it.counted.len(), "sentence"),
        count(|it| it.headings.len(), "heading"),
        count(|it| it.other.len(), "other sentence"),
        " (--all lists them)",
        words::count(coverage.silent.len(), "rule"),
    )
}
