use std::path::PathBuf;

use clap::builder::NonEmptyStringValueParser;

use super::failure::{Failure, Outcome};
use super::format::Format;
use super::picture::{self, Words};
use super::reading::ReadLimits;
use super::session::Session;
use crate::diagnostic::Diagnostic;
use crate::query::{self, NotFound};
use crate::render;

const EXAMPLES: &str = "\
Examples:
  throughline show worcestershire/2021-12-14/revisit_letter
  throughline show suffolk/2019-01-29/inspection_letter/significant_weakness/2
  throughline show worcestershire/2021         the beginning of one id only
  throughline show FINDING --image page.png    its page, with its words marked

`throughline list --json` and `throughline export` give the ids.";

/// One letter or one finding with its evidence, each quotation with file and page
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The id of a letter or finding, or the beginning of one
    #[arg(value_name = "LETTER|FINDING", value_parser = NonEmptyStringValueParser::new())]
    id: String,
    #[command(flatten)]
    format: Format,
    /// Draw the page of the finding with its words marked, as a PNG file; a second page goes to OUT-2.png
    #[arg(long, value_name = "OUT.PNG", conflicts_with = "json")]
    image: Option<PathBuf>,
    /// Which words are marked
    #[arg(long, value_enum, default_value = "statement", requires = "image")]
    of: Words,
    #[command(flatten)]
    read_limits: ReadLimits,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let (store, rules) = (session.open_store()?, session.rules()?);
    let library = session.library(&store, &rules)?;
    let found = query::find(&library, &args.id).map_err(|not_found| unknown(&args.id, not_found))?;
    if let Some(out) = &args.image {
        return picture::draw(&found, args.of, out, &args.read_limits.limits(), session);
    }
    let shown = query::show::show(&library, &rules, &found);
    let terminal = &session.terminal;
    if args.format.is_json(session) {
        terminal.print_json(&shown)?;
    } else {
        terminal.print(&render::show::show(&shown, terminal.look()))?;
    }
    Ok(Outcome::AllWell)
}

/// No letter or finding, or several, for what was typed.
pub fn unknown(id: &str, not_found: NotFound) -> Failure {
    match not_found {
        NotFound::Ambiguous(ids) => {
            Diagnostic::error("ambiguous-id", format!("several ids begin with “{id}”"))
                .help(format!("type more of one of them:\n{}", ids.join("\n")))
        }
        NotFound::Unknown { near } if near.is_empty() => {
            Diagnostic::error("unknown-id", format!("no letter or finding held has the id “{id}”"))
                .help("`throughline list --json` gives the ids of the letters held")
        }
        NotFound::Unknown { near } => {
            Diagnostic::error("unknown-id", format!("no letter or finding held has the id “{id}”"))
                .help(format!("did you mean one of these?\n{}", near.join("\n")))
        }
    }
    .into()
}
