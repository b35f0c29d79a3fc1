use std::path::PathBuf;

use clap::ValueEnum;

use super::failure::{Failure, Outcome};
use super::session::Session;
use crate::export::{self, ExportFile};

const EXAMPLES: &str = "\
Examples:
  throughline export --format csv -o tables/
  throughline export --format jsonl -o records/

csv:   letters, findings, evidence, grades, observations, events, checks, corrections, links, statuses,
       evidence_map
jsonl: letters (letter records), links, statuses, evidence_map";

/// Write everything held as files for other programs
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The form of the files
    #[arg(long)]
    format: Format,
    /// The folder to write to; it is made where it does not exist
    #[arg(short, long, value_name = "DIR")]
    output: PathBuf,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Jsonl,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let (store, rules) = (session.open_store()?, session.rules()?);
    let library = session.library(&store, &rules)?;
    let files: Vec<ExportFile> = match args.format {
        Format::Csv => export::csv::files(&library, &rules),
        Format::Jsonl => export::jsonl::files(&library, &rules).map_err(|_| Failure::of_our_own())?,
    };
    export::write(&files, &args.output).map_err(|(path, error)| Failure::writing(&path, &error))?;
    for file in &files {
        session.terminal.note(&format!("{}: {} rows", args.output.join(file.name).display(), file.rows));
    }
    Ok(Outcome::AllWell)
}
