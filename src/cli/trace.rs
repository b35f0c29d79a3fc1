use std::collections::BTreeMap;

use clap::builder::NonEmptyStringValueParser;

use super::brief::not_held;
use super::failure::{Failure, Outcome};
use super::filters::Names;
use super::format::Format;
use super::session::Session;
use super::show::unknown;
use super::succession;
use crate::diagnostic::Diagnostic;
use crate::index::Index;
use crate::query::matter::{Matter, matter};
use crate::query::trace::{Because, Thread, trace};
use crate::query::{Found, Library, find, search, words};
use crate::render;
use crate::rules::RuleSet;
use crate::store::Store;

const EXAMPLES: &str = "\
Examples:
  throughline trace \"EHC plans\" --area Worcestershire
  throughline trace specialist_provision --area Suffolk         a theme
  throughline trace suffolk/2019-01-29/inspection_letter/significant_weakness/2
  throughline trace \"local offer\" --area Suffolk --wording    how words changed
  throughline trace \"local offer\" --area Suffolk --json     whole quotations";

/// Follow one matter through an area's letters: what each says of it, and what became of it
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Words, a theme by id or label, or a finding's id
    #[arg(
        required = true,
        value_name = "WORDS|THEME|FINDING",
        value_parser = NonEmptyStringValueParser::new()
    )]
    asked: Vec<String>,
    /// The local area; not needed with a finding's id, or where one area alone is held
    #[arg(long, value_name = "AREA")]
    area: Option<String>,
    /// Show word by word how statements differ from those of earlier letters for the same item
    #[arg(long)]
    wording: bool,
    #[command(flatten)]
    format: Format,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let store = session.open_store()?;
    let rules = session.rules()?;
    let asked = args.asked.join(" ");
    if asked.contains('/') {
        return tell(&of_finding(&store, &rules, &asked, session)?, args, session);
    }
    let names = Names::new(&rules, &store)?;
    let area = area(args.area.as_deref(), &names)?;
    succession::tell(&area, &names, &rules, &session.terminal);
    let library = session.library_of(&store, &rules, &area)?;
    let story = library.story(&area, &rules).ok_or_else(|| not_held(&area))?;
    let index = Index::open(&store, &rules.synonyms)?;
    let Matter { findings, themes } = matter(&story, &rules, &index, &asked)?;
    let thread = trace(&story, &asked, themes, findings);
    if thread.is_empty() {
        nothing(&thread, &index, session)?;
    }
    tell(&thread, args, session)
}

fn tell(thread: &Thread, args: &Args, session: &Session) -> Result<Outcome, Failure> {
    if args.format.is_json(session) {
        session.terminal.print_json(thread)?;
    } else if !thread.is_empty() {
        session.terminal.print(&render::trace::thread(thread, args.wording, session.terminal.look()))?;
    }
    Ok(Outcome::AllWell)
}

fn of_finding(store: &Store, rules: &RuleSet, id: &str, session: &Session) -> Result<Thread, Failure> {
    let library = around(store, rules, id, session)?;
    let found = find(&library, id).map_err(|not_found| unknown(id, not_found))?;
    let Found::Finding(letter, finding) = found else {
        let message = format!("“{id}” is a letter, and trace follows one finding");
        let help = format!("add the finding, such as {}/significant_weakness/1", found.id());
        return Err(Diagnostic::error("not-a-finding", message).help(help).into());
    };
    let area = words::area(&letter.record);
    let story = library.story(area, rules).ok_or_else(|| not_held(area))?;
    let start = BTreeMap::from([(finding.id.clone(), Because::Asked)]);
    Ok(trace(&story, &finding.id, Vec::new(), start))
}

/// The letters of the area that a finding is about; every letter held where the id is not a finding's.
fn around(store: &Store, rules: &RuleSet, id: &str, session: &Session) -> Result<Library, Failure> {
    let letter = id.rsplitn(3, '/').nth(2).map(|letter| store.letter(letter)).transpose()?.flatten();
    let area = letter.and_then(|letter| letter.record.letter.area);
    match area {
        Some(area) => session.library_of(store, rules, &area.name),
        None => session.library(store, rules),
    }
}

/// The area asked for; where none is and one alone is held, that one.
pub fn area(typed: Option<&str>, names: &Names<'_>) -> Result<String, Failure> {
    match (typed, names.areas().as_slice()) {
        (Some(typed), _) => names.area(typed),
        (None, [only]) => Ok((*only).to_owned()),
        (None, held) => {
            let help = format!("areas with letters in the store: {}", held.join(", "));
            Err(Diagnostic::error("no-area", "which area's letters? name it with --area").help(help).into())
        }
    }
}

/// Says that no finding names what was asked for, and which words occur nowhere or where to look further.
fn nothing(thread: &Thread, index: &Index, session: &Session) -> Result<(), Failure> {
    let terminal = &session.terminal;
    let letters = words::count(thread.letters.len(), "letter");
    terminal.note(&format!("No finding in the {letters} held about {} names this.", thread.area));
    let unknown = search::unknown(index, &thread.asked)?;
    if unknown.is_empty() {
        let command = format!("throughline search \"{}\" --area \"{}\"", thread.asked, thread.area);
        terminal.note(&format!("Passages beside the findings may: {command}"));
    } else {
        terminal.note(&render::search::unknown(&unknown));
    }
    Ok(())
}
