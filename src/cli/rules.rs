use std::path::{Path, PathBuf};

use super::failure::{Failure, Outcome};
use super::format::Format;
use super::rules_diff;
use super::session::Session;
use crate::export;
use crate::render;
use crate::rules::{self, Compiled};

const EXAMPLES: &str = "\
Examples:
  throughline rules check             try the built-in rules on their passages
  throughline rules check my-rules/   the same for a folder of rules
  throughline rules diff built-in mine/ letters/
                                      what a changed pack makes of letters
  throughline rules list              families with their rules, and themes
  throughline rules reference         every table and key of rule files
  throughline rules schema schemas/   JSON Schemas for an editor";

/// Check the rules, or list them
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Read every rule file, and try each rule on the passages it must and must not match
    ///
    /// Exit code 1 where a rule is at fault.
    #[command(
        after_help = "Examples:\n  throughline rules check\n  throughline rules check my-rules/ --json"
    )]
    Check {
        /// The folder of rules; else that of --rules; else the built-in ones
        #[arg(value_name = "DIR")]
        folder: Option<PathBuf>,
        #[command(flatten)]
        format: Format,
    },
    /// What another pack makes of the same letters: findings gained, lost, judged or worded otherwise
    Diff(rules_diff::Args),
    /// Every table and key of rule files, as Markdown
    #[command(after_help = "Examples:\n  throughline rules reference -o rule-keys.md")]
    Reference,
    /// Write JSON Schemas of rule files, by which editors check and complete them
    ///
    /// A file is tied to its schema by its first line, such as `#:schema ../schemas/family.json`.
    #[command(after_help = "Examples:\n  throughline rules schema schemas/")]
    Schema {
        /// The folder to write to; one file for each kind of rule file
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// The families of letters with their rules, and the themes
    #[command(after_help = "Examples:\n  throughline rules list\n  throughline rules list --rules mine/")]
    List {
        #[command(flatten)]
        format: Format,
    },
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    match &args.command {
        Command::Check { folder, format } => check(folder.as_ref(), format.is_json(session), session),
        Command::List { format } => list(format.is_json(session), session),
        Command::Diff(args) => rules_diff::run(args, session),
        Command::Reference => {
            session.terminal.print(&rules::reference())?;
            Ok(Outcome::AllWell)
        }
        Command::Schema { folder } => schema(folder, session),
    }
}

fn check(folder: Option<&PathBuf>, json: bool, session: &Session) -> Result<Outcome, Failure> {
    let compiled = match folder {
        Some(folder) => rules::from_folder(folder, true).map_err(Failure::Wrong)?,
        None => session.compiled(true)?,
    };
    if json {
        session.terminal.print_json(&compiled.diagnostics)?;
    } else {
        compiled.diagnostics.iter().for_each(|diagnostic| session.terminal.fault(diagnostic));
        session.terminal.print(&render::rules::checked(&compiled))?;
    }
    Ok(if compiled.has_errors() { Outcome::SomeFailed } else { Outcome::AllWell })
}

fn schema(folder: &Path, session: &Session) -> Result<Outcome, Failure> {
    std::fs::create_dir_all(folder).map_err(|error| Failure::writing(folder, &error))?;
    for (name, schema) in rules::schemas() {
        let path = folder.join(name).with_extension("json");
        let text = format!("{schema:#}\n");
        export::write_file(&path, text.as_bytes()).map_err(|error| Failure::writing(&path, &error))?;
        session.terminal.note(&path.display().to_string());
    }
    Ok(Outcome::AllWell)
}

fn list(json: bool, session: &Session) -> Result<Outcome, Failure> {
    let Compiled { rules, .. } = session.compiled(false)?;
    let listing = crate::query::rules::listing(&rules);
    if json {
        session.terminal.print_json(&listing)?;
    } else {
        session.terminal.print(&render::rules::listing(&listing, session.terminal.look()))?;
    }
    Ok(Outcome::AllWell)
}
