use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;

use super::failure::{Failure, Outcome};
use super::format::Format;
use super::number::from_one;
use super::reading::Reading;
use super::session::Session;
use crate::ingest;
use crate::query::why_not::{Asked, why_not};
use crate::render;

const EXAMPLES: &str = "\
Examples:
  throughline why-not letter.pdf --page 5 --text \"has made good progress\"
  throughline why-not letter.pdf --text \"SEND revisit\" --rules mine/
  throughline why-not letter.pdf --text \"fit for purpose\" --all

Exit code 1 where the file does not have the text.";

/// Which rules came near a passage, and what stopped each
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The file that the passage stands in
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// Words of the passage
    #[arg(long, value_name = "TEXT", value_parser = NonEmptyStringValueParser::new())]
    text: String,
    /// The page it stands on
    #[arg(long, value_name = "PAGE", value_parser = from_one)]
    page: Option<u32>,
    /// Every rule, and not the nearest few only
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    format: Format,
}

/// How many rules are shown.
const FEW: usize = 5;

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let rules = session.rules()?;
    let opened = ingest::open(&args.file, &args.reading.options()).map_err(|fault| *fault)?;
    opened.warnings.iter().for_each(|warning| session.terminal.warning(warning));
    let letters = opened.letters(&rules);
    let asked =
        Asked { document: &opened.document, source: &opened.source, letters: &letters, rules: &rules };
    let mut answer = why_not(&asked, &args.text, args.page);
    let terminal = &session.terminal;
    if args.format.is_json(session) {
        if !args.all {
            answer.keep(FEW);
        }
        terminal.print_json(&answer)?;
    } else {
        let most = if args.all { usize::MAX } else { FEW };
        terminal.print(&render::why_not::why_not(&answer, most, terminal.look()))?;
    }
    Ok(if answer.passages.is_empty() { Outcome::SomeFailed } else { Outcome::AllWell })
}
