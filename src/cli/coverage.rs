use std::path::PathBuf;

use super::failure::{Failure, Outcome};
use super::format::Format;
use super::reading::Reading;
use super::session::Session;
use crate::ingest;
use crate::query::coverage::Coverage;
use crate::render;

const EXAMPLES: &str = "\
Examples:
  throughline coverage letter.pdf
  throughline coverage letters/ --rules mine/
  throughline coverage letter.pdf --all   every passage that no rule read

Exit code 1 where a passage of a findings section was taken by no rule, or a file could not be read.";

/// What no rule took of letters, and which rules never fired
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Files and folders
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// List every passage that no rule read, and not only those that may be findings, events or sections
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    format: Format,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let rules = session.rules()?;
    let terminal = &session.terminal;
    let mut coverage = Coverage::default();
    let (mut outcome, mut any_read) = (Outcome::AllWell, false);
    for opened in ingest::open_all(&args.files, &args.reading.options()) {
        match opened {
            Ok(opened) => {
                any_read = true;
                opened.warnings.iter().for_each(|warning| terminal.warning(warning));
                coverage.add(&opened.document, &opened.source.path, &opened.letters(&rules), &rules);
            }
            Err(fault) => {
                terminal.fault(&fault);
                outcome = Outcome::SomeFailed;
            }
        }
    }
    if outcome == Outcome::SomeFailed && !any_read {
        return Ok(outcome);
    }
    coverage.finish(&rules);
    if args.format.is_json(session) {
        terminal.print_json(&coverage)?;
    } else {
        terminal.print(&render::coverage::coverage(&coverage, args.all, terminal.look()))?;
    }
    Ok(if coverage.is_whole() { outcome } else { Outcome::SomeFailed })
}
