use std::path::PathBuf;

use super::failure::{Failure, Outcome};
use super::reading::Reading;
use super::session::Session;
use crate::ingest;

const EXAMPLES: &str = "\
Examples:
  throughline text letter.pdf
  throughline text letter.pdf | less
  throughline text --ocr scan.pdf

Spans in `throughline extract` count Unicode code points from the start of this text.";

/// Print the text of a file as it is read, without running headers and line breaks inside paragraphs
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The file to read
    file: PathBuf,
    #[command(flatten)]
    reading: Reading,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let reading = match ingest::read_document(&args.file, &args.reading.options()) {
        Ok(reading) => reading,
        Err(fault) => {
            session.terminal.fault(&fault);
            return Ok(Outcome::SomeFailed);
        }
    };
    reading.warnings.iter().for_each(|warning| session.terminal.warning(warning));
    let text = reading.document.text();
    session.terminal.print(text)?;
    if !text.ends_with('\n') {
        session.terminal.print("\n")?;
    }
    Ok(Outcome::AllWell)
}
