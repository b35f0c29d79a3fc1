use clap::ValueEnum;

use super::failure::{Failure, Outcome};
use super::session::Session;
use crate::diagnostic::Diagnostic;
use crate::export::{self, ExportFile, Held};

const EXAMPLES: &str = "\
Examples:
  throughline export --format csv -o tables/
  throughline export --format jsonl -o records/
  throughline export --format annotations -o annotations/

csv:   letters, findings, evidence, grades, observations, events, checks, corrections, links, statuses,
       evidence_map
jsonl: letters (letter records), links, statuses, evidence_map
annotations: every quotation as a W3C Web Annotation, and themes and other names as SKOS concept schemes";

/// Write everything held as files for other programs, into the folder of --output
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The form of the files
    #[arg(long)]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Csv,
    Jsonl,
    Annotations,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let folder = session.output.as_deref().ok_or_else(no_folder)?;
    let (store, rules) = (session.open_store()?, session.rules()?);
    let library = session.library(&store, &rules)?;
    let sources = store.sources()?;
    let held = Held::new(&library, &rules, &sources);
    let files: Vec<ExportFile> = match args.format {
        Format::Csv => export::csv::files(&export::tables::all(&held)),
        Format::Jsonl => export::jsonl::files(&held).map_err(|_| Failure::of_our_own())?,
        Format::Annotations => export::annotations::files(&held, |sha256| store.text(sha256))?,
    };
    export::write(&files, folder).map_err(|(path, error)| Failure::writing(&path, &error))?;
    for file in &files {
        session.terminal.note(&format!("{}: {} rows", folder.join(&file.name).display(), file.rows));
    }
    Ok(Outcome::AllWell)
}

fn no_folder() -> Failure {
    Diagnostic::error("no-output", "export writes several files, and no folder is given to write them to")
        .help("give one with -o, such as -o tables/; it is made where it does not exist")
        .into()
}
