use super::failure::{Failure, Outcome};
use super::filters::{self, Names};
use super::session::Session;
use super::succession;
use crate::diagnostic::Diagnostic;
use crate::{query, render};

const EXAMPLES: &str = "\
Examples:
  throughline brief --area Worcestershire
  throughline brief --area Worcestershire --since 2018 -o brief.md";

/// The briefing extract on one area, in Markdown, every line quoted and cited
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The local area
    #[arg(long, value_name = "AREA")]
    area: String,
    /// Only letters of this year and later
    #[arg(long, value_name = "YEAR")]
    since: Option<String>,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let (store, rules) = (session.open_store()?, session.rules()?);
    let names = Names::new(&rules, &store)?;
    let area = names.area(&args.area)?;
    succession::tell(&area, &names, &rules, &session.terminal);
    let since = filters::date("--since", args.since.as_deref())?;
    let library = session.library_of(&store, &rules, &area)?;
    let story = library.story(&area, &rules).ok_or_else(|| not_held(&area))?;
    let brief = query::brief::brief(&story, &rules, since);
    if brief.letters.is_empty() {
        let message = format!("no letter about {area} is held of that time");
        let help = "give an earlier --since; `throughline list` shows what is held";
        return Err(Diagnostic::error("area-not-held", message).help(help).into());
    }
    session.terminal.print(&render::brief::markdown(&brief))?;
    Ok(Outcome::AllWell)
}

/// An area that exists and of which the store holds no letter.
pub fn not_held(area: &str) -> Failure {
    Diagnostic::error("area-not-held", format!("no letter about {area} is held"))
        .help("ingest its letters first; `throughline list` shows what is held")
        .into()
}
