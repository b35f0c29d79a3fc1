use std::path::PathBuf;

use clap::ValueEnum;

use super::failure::{Failure, Outcome};
use super::reading::Reading;
use super::session::Session;
use crate::ingest;
use crate::record::LetterRecord;

const EXAMPLES: &str = "\
Examples:
  throughline extract letter.pdf
  throughline extract --format jsonl letters/*.pdf > letters.jsonl
  throughline extract --ocr scan.pdf

Needs no store and changes none. A file without a letter gives no line.";

/// Print the letters found in files as letter records, one JSON object a line
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The files to read
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// The form of the records
    #[arg(long, default_value = "jsonl")]
    format: Format,
    #[command(flatten)]
    reading: Reading,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    Jsonl,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let rules = session.rules()?;
    let options = args.reading.options();
    let mut outcome = Outcome::AllWell;
    for file in &args.files {
        match ingest::read_file(file, &rules, &options) {
            Ok(read) => {
                read.warnings.iter().for_each(|warning| session.terminal.warning(warning));
                print(&read.letters, args.format, session)?;
            }
            Err(fault) => {
                session.terminal.fault(&fault);
                outcome = Outcome::SomeFailed;
            }
        }
    }
    Ok(outcome)
}

fn print(letters: &[LetterRecord], format: Format, session: &Session) -> Result<(), Failure> {
    let Format::Jsonl = format;
    for letter in letters {
        let json = serde_json::to_string(letter).map_err(|_| Failure::of_our_own())?;
        session.terminal.print(&(json + "\n"))?;
    }
    Ok(())
}
