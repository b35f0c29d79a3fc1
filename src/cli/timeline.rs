use super::brief::not_held;
use super::failure::{Failure, Outcome};
use super::filters::Names;
use super::format::Format;
use super::session::Session;
use super::succession;
use super::trace::area;
use crate::query::timeline::timeline;
use crate::render;

const EXAMPLES: &str = "\
Examples:
  throughline timeline --area Worcestershire
  throughline timeline --area Worcestershire --json";

/// What happened in an area and when, with the ends of the periods that its letters set
///
/// Working days are counted without weekends and England's bank holidays.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The local area; not needed where one area alone is held
    #[arg(long, value_name = "AREA")]
    area: Option<String>,
    #[command(flatten)]
    format: Format,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let (store, rules) = (session.open_store()?, session.rules()?);
    let names = Names::new(&rules, &store)?;
    let area = area(args.area.as_deref(), &names)?;
    succession::tell(&area, &names, &rules, &session.terminal);
    let library = session.library_of(&store, &rules, &area)?;
    let story = library.story(&area, &rules).ok_or_else(|| not_held(&area))?;
    let timeline = timeline(&story, &rules);
    match args.format.is_json(session) {
        true => session.terminal.print_json(&timeline)?,
        false => session.terminal.print(&render::timeline::timeline(&timeline, session.terminal.look()))?,
    }
    Ok(Outcome::AllWell)
}
