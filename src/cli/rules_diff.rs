//! `rules diff`: what another pack makes of the same letters.

use std::path::{Path, PathBuf};

use super::failure::{Failure, Outcome};
use super::format::Format;
use super::reading::Reading;
use super::session::Session;
use crate::diagnostic::said_once;
use crate::ingest::{self, Opened};
use crate::query::rules_diff::RulesDiff;
use crate::record::LetterRecord;
use crate::render;
use crate::rules::{self, Compiled, RuleSet};

const EXAMPLES: &str = "\
Examples:
  throughline rules diff built-in mine/ letters/
  throughline rules diff old/ new/ letters/ --exit-code";

#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The rules as they were: a folder with a pack, or `built-in`
    #[arg(value_name = "OLD")]
    old: PathBuf,
    /// The rules as they are to be: a folder with a pack, or `built-in`
    #[arg(value_name = "NEW")]
    new: PathBuf,
    /// Files and folders of letters
    #[arg(required = true, value_name = "LETTERS")]
    letters: Vec<PathBuf>,
    /// End with exit code 1 where anything differs
    #[arg(long)]
    exit_code: bool,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    format: Format,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let terminal = &session.terminal;
    let (old, new) = (load(&args.old, session)?, load(&args.new, session)?);
    let mut diff = RulesDiff::default();
    let mut outcome = Outcome::AllWell;
    for opened in ingest::open_all(&args.letters, &args.reading.options()) {
        match opened {
            Ok(opened) => {
                opened.warnings.iter().for_each(|warning| terminal.warning(warning));
                diff.add(&records(&opened, &old), &records(&opened, &new), &new);
            }
            Err(fault) => {
                terminal.fault(&fault);
                outcome = Outcome::SomeFailed;
            }
        }
    }
    if args.format.is_json(session) {
        terminal.print_json(&diff)?;
    } else {
        terminal.print(&render::rules_diff::rules_diff(&diff, terminal.look()))?;
    }
    Ok(if args.exit_code && !diff.is_empty() { Outcome::SomeFailed } else { outcome })
}

/// The pack in a folder beside the built-in ones, as `--rules` has it.
fn load(folder: &Path, session: &Session) -> Result<RuleSet, Failure> {
    let Compiled { rules, diagnostics } = match folder == Path::new("built-in") {
        true => rules::built_in(),
        false => rules::with_folders(&[folder]).map_err(Failure::Wrong)?,
    };
    said_once(&diagnostics).iter().for_each(|diagnostic| session.terminal.warning(diagnostic));
    Ok(rules)
}

fn records(opened: &Opened, rules: &RuleSet) -> Vec<LetterRecord> {
    opened.letters(rules).into_iter().map(|letter| letter.record).collect()
}
