use super::Look;
use super::quote::quotation;
use super::wording::wording;
use super::wrap::{shorten, wrap};
use crate::query::rules_diff::{Change, Fact, FindingDiff, LetterDiff, RulesDiff, Totals};
use crate::query::{file_name, words};

/// What differs, letter by letter, and how much at the end.
pub fn rules_diff(diff: &RulesDiff, look: Look) -> String {
    let letters: String = diff.letters.iter().map(|it| letter(it, look)).collect();
    letters + &totals(&diff.totals)
}

fn sign(change: Change) -> &'static str {
    match change {
        Change::Gained => "+",
        Change::Lost => "-",
        Change::Changed => "~",
    }
}

fn letter(letter: &LetterDiff, look: Look) -> String {
    let name = format!("{} {}", sign(letter.change), letter.letter);
    let mut out = format!("{} ({})\n", look.bold(&name), file_name(&letter.file));
    out.extend(letter.facts.iter().map(|it| fact(it, look, "    ")));
    out.extend(letter.findings.iter().map(|it| finding(it, look)));
    out + "\n"
}

fn finding(finding: &FindingDiff, look: Look) -> String {
    let mut out = format!("  {} {}\n", sign(finding.change), finding.finding);
    if finding.change != Change::Changed {
        out.push_str(&quotation(&finding.at, look, "      ", "      "));
    }
    out.extend(finding.facts.iter().map(|it| fact(it, look, "      ")));
    if !finding.wording.is_empty() {
        let text = wording(&finding.wording);
        out.push_str(&wrap(&format!("statement: {text}"), look.width, "      ", "        "));
    }
    out
}

fn fact(fact: &Fact, look: Look, indent: &str) -> String {
    let what = fact.what;
    let text = match (&fact.old, &fact.new) {
        (Some(old), Some(new)) => format!("{what}: {} → {}", shorten(old, LONG), shorten(new, LONG)),
        (Some(old), None) => format!("- {what}: {}", shorten(old, LONG)),
        (None, Some(new)) => format!("+ {what}: {}", shorten(new, LONG)),
        (None, None) => return String::new(),
    };
    wrap(&text, look.width, indent, &format!("{indent}  "))
}

/// What a reading says is cut to so many characters.
const LONG: usize = 160;

fn totals(totals: &Totals) -> String {
    format!(
        "{}: {} gained, {} lost, {} read otherwise; {} gained, {} lost, {} judged otherwise, {} worded otherwise, {} \
         otherwise.\n",
        words::count(totals.files, "file"),
        words::count(totals.letters_gained, "letter"),
        totals.letters_lost,
        totals.letters_changed,
        words::count(totals.findings_gained, "finding"),
        totals.findings_lost,
        totals.findings_judged_otherwise,
        totals.findings_worded_otherwise,
        totals.findings_otherwise,
    )
}
