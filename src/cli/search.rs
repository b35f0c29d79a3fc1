use clap::builder::NonEmptyStringValueParser;

use super::failure::{Failure, Outcome};
use super::filters::{Names, Period, Place};
use super::format::Format;
use super::number::from_one;
use super::session::Session;
use crate::index::Index;
use crate::query::{FindingFilter, search};
use crate::render;

const EXAMPLES: &str = "\
Examples:
  throughline search \"waiting times\" --area Worcestershire --from 2018 --to 2025
  throughline search co-production --judgement not_sufficient
  throughline search '\"joint commissioning\" -strategy' --kind revisit_letter

All words must occur in a passage, in any of their endings. \"...\" is a phrase, -word must not occur, and \
OR parts alternatives.";

/// Find passages by their words, each with file and page
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// What to look for
    #[arg(required = true, value_parser = NonEmptyStringValueParser::new())]
    words: Vec<String>,
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    period: Period,
    /// Only this kind of letter or finding, such as revisit_letter or priority_action
    #[arg(long, value_name = "KIND")]
    kind: Vec<String>,
    /// Only findings judged so, such as not_sufficient
    #[arg(long, value_name = "JUDGEMENT")]
    judgement: Vec<String>,
    /// Only findings of this theme, by id or label
    #[arg(long, value_name = "THEME")]
    theme: Vec<String>,
    /// The most passages to print
    #[arg(long, value_name = "NUMBER", default_value_t = 20, value_parser = from_one)]
    limit: u32,
    #[command(flatten)]
    format: Format,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let store = session.open_store()?;
    let rules = session.rules()?;
    let library = session.library(&store, &rules)?;
    let names = Names::new(&rules, &store)?;
    let mut search = search::Search {
        words: args.words.join(" "),
        letters: names.letters(&args.place, &args.period)?,
        findings: FindingFilter {
            judgements: names.judgements(&args.judgement)?,
            themes: names.themes(&args.theme)?,
            ..FindingFilter::default()
        },
        limit: args.limit as usize,
    };
    names.kinds(&args.kind, &mut search.letters, &mut search.findings)?;
    let index = Index::open(&store, &rules.synonyms)?;
    tell(&search::search(&library, &rules, &index, &search)?, args.format.is_json(session), session)
}

fn tell(results: &search::Results, json: bool, session: &Session) -> Result<Outcome, Failure> {
    let terminal = &session.terminal;
    if json {
        terminal.print_json(results)?;
        return Ok(Outcome::AllWell);
    }
    terminal.print(&render::search::results(results, terminal.look()))?;
    if results.hits.is_empty() {
        terminal.note(&match results.unknown.as_slice() {
            [] => format!("No passage of the letters chosen holds “{}”.", results.words),
            unknown => render::search::unknown(unknown),
        });
    }
    Ok(Outcome::AllWell)
}
