//! The brief as Markdown. Every line that states a fact quotes it and says where it stands.

use crate::query::brief::{Brief, LetterLine, Named, Question, WeaknessRow};
use crate::query::contradictions::Contradicting;
use crate::query::trace::{Dated, Mention};
use crate::query::{Cited, file_name, words};

use super::wrap::shorten;

/// How many characters of a statement a table's row shows.
const ROW: usize = 160;

pub fn markdown(brief: &Brief) -> String {
    let parts = [
        heading(brief),
        standing(brief),
        weaknesses(brief),
        still_open(brief),
        next(brief),
        questions(brief),
        sources(brief),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

fn heading(brief: &Brief) -> String {
    let since = brief.since.as_ref().map_or_else(String::new, |since| format!(", since {since}"));
    format!(
        "# SEND in {}{since}: what inspectors found and what became of it\n\n\
         Made from {} by throughline. Every statement is quoted from them, with file and page; \
         nothing is added.\n",
        escape(&brief.area),
        words::count(brief.letters.len(), "letter"),
    )
}

fn standing(brief: &Brief) -> String {
    let mut out = String::from("## Where it stands now\n\n");
    if let Some(letter) = brief.letters.iter().rev().find(|letter| letter.outcome.is_some()) {
        out.push_str(&outcome(letter));
    }
    if let Some(last) = brief.letters.last() {
        out.push_str(&format!("- The latest letter held is the {} ({}).\n", last.name, escape(&last.place)));
    }
    let open = words::count(brief.open.len(), "finding");
    let are = if brief.open.len() == 1 { "is" } else { "are" };
    out.push_str(&format!("- {open} {are} still open: named in the latest list and not judged settled.\n"));
    out
}

fn outcome(letter: &LetterLine) -> String {
    let words = letter.outcome_in_words.as_deref().unwrap_or_default();
    let quote = letter.outcome_quote.as_ref().map_or_else(String::new, |quote| format!(" {}", quoted(quote)));
    format!("- {}: **{words}**.{quote}\n", capital(&letter.name))
}

fn weaknesses(brief: &Brief) -> String {
    if brief.weaknesses.is_empty() {
        return "## Weaknesses, letter by letter\n\nThe letters held name none.\n".to_owned();
    }
    let naming: Vec<usize> = (0..brief.letters.len())
        .filter(|at| brief.weaknesses.iter().any(|row| !row.named[*at].is_empty()))
        .collect();
    let mut out = String::from("## Weaknesses, letter by letter\n\n| as first named |");
    for at in &naming {
        let letter = &brief.letters[*at];
        let date = letter.date.map_or_else(|| "undated".to_owned(), |date| date.prose());
        out.push_str(&format!(" {}, {date} |", words::letter_kind(&letter.kind)));
    }
    out.push_str(&format!("\n| --- |{}\n", " --- |".repeat(naming.len())));
    brief.weaknesses.iter().for_each(|row| out.push_str(&weakness(row, &naming)));
    out
}

fn weakness(row: &WeaknessRow, naming: &[usize]) -> String {
    let statement = &row.statement;
    let quote = escape(&one_line(&shorten(&statement.quote, ROW)));
    let mut out = format!("| “{quote}” ({}) |", escape(&statement.place()));
    for at in naming {
        let cell: Vec<String> = row.named[*at].iter().map(named).collect();
        out.push_str(&format!(" {} |", cell.join("; ")));
    }
    out + "\n"
}

fn named(named: &Named) -> String {
    let judgement = words::judged_by(named.judgement, named.judged_by.as_deref());
    format!("{} ({})", escape(&judgement), words::place(named.page, None, named.line))
}

fn still_open(brief: &Brief) -> String {
    if brief.open.is_empty() {
        return String::new();
    }
    let mut out = String::from("## Still open\n");
    brief.open.iter().for_each(|mention| out.push_str(&open(mention)));
    out
}

fn open(mention: &Mention) -> String {
    let judgement = escape(&words::judged_by(mention.judgement, mention.judged_by_person()));
    let mut out = format!("\n### {}: {judgement}\n\n{}\n", capital(&mention.name), quoted(&mention.at));
    if let Some(sentence) = &mention.judged_by {
        out.push_str(&format!("\nThe deciding sentence: {}\n", quoted(sentence)));
    }
    for decided in &mention.decided {
        out.push_str(&format!("\nCorrected: {}\n", escape(&words::decided(decided))));
    }
    out.push_str(&said("Inspectors said", &mention.found));
    out.push_str(&said("The area reported", &mention.reported));
    out.push_str(&said("Next steps", &mention.next_steps));
    let dates: String = mention.dates.iter().map(dated).collect();
    if !dates.is_empty() {
        out.push_str(&format!("\nDates:\n\n{dates}"));
    }
    out
}

fn said(what: &str, quotations: &[Cited]) -> String {
    if quotations.is_empty() {
        return String::new();
    }
    let lines: String = quotations.iter().map(|cited| format!("- {}\n", quoted(cited))).collect();
    format!("\n{what}:\n\n{lines}")
}

fn dated(dated: &Dated) -> String {
    let date = dated.date.map_or_else(String::new, |date| format!(", {}", date.prose()));
    format!("- {}{date}: {}\n", capital(&dated.name), quoted(&dated.at))
}

/// What the latest letter that sets dates says comes next.
fn next(brief: &Brief) -> String {
    let ahead = |dated: &&Dated| dated.to_come;
    let latest = brief.letters.iter().rev().find(|letter| letter.dates.iter().any(|dated| ahead(&dated)));
    let Some(letter) = latest else { return String::new() };
    let lines: String = letter.dates.iter().filter(ahead).map(dated).collect();
    format!("## What comes next\n\nAs the {} has it:\n\n{lines}", letter.name)
}

fn questions(brief: &Brief) -> String {
    if brief.questions.is_empty() {
        return String::new();
    }
    let lines: String = brief.questions.iter().map(question).collect();
    format!("## What to ask\n\nThese are statements about the documents held, not about the area.\n\n{lines}")
}

fn question(question: &Question) -> String {
    match question {
        Question::NotCarriedForward { finding, reason } => about("Not carried forward", finding, reason),
        Question::Recurred { finding, reason } => about("Named again", finding, reason),
        Question::NotNamedAgain { finding } => {
            about("Not heard of again", finding, "No later letter held names it.")
        }
        Question::Contradicted { found } => {
            let passages: Vec<String> = found.passages.iter().map(passage).collect();
            format!("- {}. {}\n", escape(&capital(&found.detail)), passages.join("; "))
        }
    }
}

/// The letter that takes part in a contradiction, with its words and their place.
fn passage(passage: &Contradicting) -> String {
    let at = passage.at.as_ref();
    let quote = at.map_or_else(|| format!("({})", escape(file_name(&passage.file))), quoted);
    format!("{}: {quote}", capital(&passage.name))
}

fn about(what: &str, finding: &Mention, reason: &str) -> String {
    format!("- {what}: {}. {}\n", quoted(&finding.at), escape(reason))
}

fn sources(brief: &Brief) -> String {
    let mut out =
        String::from("## Sources\n\n| letter | file | pages | SHA-256 |\n| --- | --- | --- | --- |\n");
    for letter in &brief.letters {
        let pages = words::pages(letter.first_page, letter.last_page);
        let file = escape(&letter.file);
        out.push_str(&format!("| {} | {file} | {pages} | `{}` |\n", capital(&letter.name), letter.sha256));
    }
    out
}

/// A quotation with its place.
fn quoted(cited: &Cited) -> String {
    format!("“{}” ({})", escape(&one_line(&cited.quote)), escape(&cited.place()))
}

/// Blocks of the source stand on lines of their own; in the brief a space parts them.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters that Markdown would take for its own.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for character in text.chars() {
        if matches!(character, '\\' | '|' | '*' | '_' | '`' | '<' | '[' | ']') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

fn capital(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    first + characters.as_str()
}
