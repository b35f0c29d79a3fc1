use serde::Serialize;

use super::corrected::Corrected;
use super::failure::{Failure, Outcome};
use super::format::Format;
use super::session::Session;
use crate::correct::{Correction, CorrectionFile};
use crate::diagnostic::said_once;
use crate::render;

const EXAMPLES: &str = "\
Examples:
  throughline corrections
  throughline corrections --json

Exit code 1 where a correction does not find its words in the letters held, or is at fault. It stays in \
the file all the same.";

/// List the corrections, each with the finding it is about or why it is not applied
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    format: Format,
}

/// A correction and what came of it, as `--json` prints it.
#[derive(Debug, Serialize)]
struct Listed<'a> {
    #[serde(flatten)]
    correction: &'a Correction,
    /// Of corrections.toml, from 1.
    line: usize,
    /// The id of the finding that it is about; `None` where it is not applied.
    finding: Option<&'a String>,
    /// Why it is not applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    lost: Option<String>,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let (store, rules) = (session.open_store()?, session.rules()?);
    let file = CorrectionFile::read(store.dir()).map_err(|fault| *fault)?;
    let corrected = Corrected::new(&store, &rules, store.letters()?, &file.corrections)?;
    let terminal = &session.terminal;
    let lost = corrected.lost(&file, &file.corrections);
    said_once(&[file.faults.as_slice(), &lost].concat()).iter().for_each(|fault| terminal.fault(fault));
    if args.format.is_json(session) {
        terminal.print_json(&listed(&file, &corrected))?;
    } else if file.corrections.is_empty() {
        terminal.note("There are no corrections; `throughline correct` makes one.");
    } else {
        let lines = file.corrections.iter().zip(&corrected.outcomes);
        terminal.print(&render::corrections::list(lines, terminal.look()))?;
    }
    let all_well = file.faults.is_empty() && lost.is_empty();
    Ok(if all_well { Outcome::AllWell } else { Outcome::SomeFailed })
}

fn listed<'a>(file: &'a CorrectionFile, corrected: &'a Corrected) -> Vec<Listed<'a>> {
    let outcomes = file.corrections.iter().zip(&corrected.outcomes);
    let listed = outcomes.map(|(correction, outcome)| Listed {
        correction,
        line: file.line(correction),
        finding: outcome.as_ref().ok(),
        lost: outcome.as_ref().err().map(ToString::to_string),
    });
    listed.collect()
}
