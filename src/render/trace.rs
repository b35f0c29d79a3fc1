use super::Look;
use super::quote::short_quotation;
use super::wrap::{paragraph, shorten, unbroken, wrap};
use crate::link::Status;
use crate::query::trace::{Became, Because, Dated, Entry, Mention, Thread};
use crate::query::{Cited, file_name, words};

/// How many characters of a statement are shown.
const STATEMENT: usize = 400;
/// How many characters of a quotation are shown.
const QUOTATION: usize = 240;
/// How many characters are shown before the words asked for.
const BEFORE: usize = 60;
const INDENT: &str = "    ";

/// The thread, letter by letter, to be read at a glance; the whole is in its JSON.
/// With `wording`, how statements differ from earlier letters' as well.
pub fn thread(thread: &Thread, wording: bool, look: Look) -> String {
    let mut out = look.bold(&format!("“{}” in {}", thread.asked, thread.area)) + "\n";
    if !thread.themes.is_empty() {
        let themes = format!("theme: {}", thread.themes.join("; "));
        out.push_str(&paragraph(&themes, look.width, ""));
    }
    for entry in &thread.letters {
        out.push('\n');
        out.push_str(&self::entry(entry, wording, look));
    }
    out
}

fn entry(entry: &Entry, wording: bool, look: Look) -> String {
    let date = entry.date.map_or_else(|| "undated".to_owned(), |date| date.prose());
    let heading = format!("{date}: {}", words::letter_kind(&entry.kind));
    let mut out = format!("{}  {}\n", look.bold(&heading), look.dim(file_name(&entry.file)));
    if entry.findings.is_empty() {
        out.push_str(&look.dim("  names nothing about this"));
        out.push('\n');
    }
    for finding in &entry.findings {
        out.push_str(&mention(finding, wording, look));
    }
    out
}

fn mention(mention: &Mention, wording: bool, look: Look) -> String {
    let mut out = heading(mention, look);
    let statement = format!("{} ({})", statement(mention), unbroken(&mention.at.in_file()));
    out.push_str(&paragraph(&statement, look.width, INDENT));
    if let Some(reworded) = mention.reworded.as_ref().filter(|_| wording) {
        let text = format!("since the {}: {}", reworded.letter, super::wording::wording(&reworded.wording));
        out.push_str(&paragraph(&text, look.width, INDENT));
    }
    if let Some(sentence) = &mention.judged_by {
        out.push_str(&short_quotation(sentence, QUOTATION, look, INDENT, INDENT));
    }
    for decided in &mention.decided {
        out.push_str(&wrap(&words::decided(decided), look.width, "    * ", "      "));
    }
    out.push_str(&said("the area said", &mention.reported, look));
    out.push_str(&said("next steps", &mention.next_steps, look));
    mention.dates.iter().for_each(|date| out.push_str(&dated(date, look)));
    out.push_str(&linked(&mention.because, look));
    for became in afterwards(mention) {
        let text = format!("{}: {}", words::status(became.status), became.reason);
        out.push_str(&wrap(&text, look.width, "    → ", "      "));
    }
    out
}

/// The statement; of a long one its opening and, where words were asked for, what stands around them.
fn statement(mention: &Mention) -> String {
    let Because::Words { matches } = &mention.because else {
        return shorten(&mention.statement, STATEMENT);
    };
    let first = matches.first().map_or(0, |(start, _)| *start);
    if mention.statement.chars().count() <= STATEMENT || first < STATEMENT {
        return shorten(&mention.statement, STATEMENT);
    }
    let around = mention.at.quote.chars().skip(first - BEFORE).collect::<String>();
    let around = around.split_once(char::is_whitespace).map_or("", |(_, words)| words).replace('•', "");
    let opening = shorten(&mention.statement, STATEMENT / 2);
    format!("{opening} {}", shorten(&around, STATEMENT / 2))
}

/// The finding's name, what its letter judges, and what that makes of it.
fn heading(mention: &Mention, look: Look) -> String {
    let name = &mention.name;
    let judgement = look.bold(&words::judged_by(mention.judgement, mention.judged_by_person()));
    // The judgement says these two itself.
    let says_more = |status: Status| !matches!(status, Status::NotYetJudged | Status::Unknown);
    let mut became = mention.became.iter();
    let own = became.find(|became| became.as_of == mention.letter && says_more(became.status));
    let status = own.map_or_else(String::new, |became| format!(" ({})", words::status(became.status)));
    format!("  {name}: {judgement}{status}\n")
}

/// What became of it next. The letters after that have entries of their own, so of those only one that
/// leaves it out is told here.
fn afterwards(mention: &Mention) -> Vec<&Became> {
    let later = mention.became.iter().filter(|became| became.as_of != mention.letter);
    let told = |(at, became): &(usize, &Became)| *at == 0 || became.status == Status::NotCarriedForward;
    later.enumerate().filter(told).map(|(_, became)| became).collect()
}

fn dated(dated: &Dated, look: Look) -> String {
    let kind = &dated.name;
    match dated.date {
        Some(date) => {
            let text = format!("{kind}: {} ({})", date.prose(), unbroken(&dated.at.in_file()));
            paragraph(&text, look.width, INDENT)
        }
        None => short_quotation(&dated.at, QUOTATION, look, &format!("{INDENT}{kind}: "), "      "),
    }
}

fn said(what: &str, quotations: &[Cited], look: Look) -> String {
    if quotations.is_empty() {
        return String::new();
    }
    let mut out = format!("{INDENT}{what}:\n");
    for cited in quotations {
        out.push_str(&short_quotation(cited, QUOTATION, look, "    • ", "      "));
    }
    out
}

/// Why a finding stands here that does not itself say what was asked for.
fn linked(because: &Because, look: Look) -> String {
    match because {
        Because::Linked { to, strength, reasons } => {
            let text = format!("linked to {to} (strength {strength:.2}): {}", reasons.join("; "));
            paragraph(&text, look.width, INDENT)
        }
        Because::Asked | Because::Words { .. } | Because::Theme { .. } => String::new(),
    }
}
