use super::failure::{Failure, Outcome};
use super::filters::{Names, Period, Place};
use super::format::Format;
use super::session::Session;
use crate::query;
use crate::render;

const EXAMPLES: &str = "\
Examples:
  throughline list
  throughline list --area Worcestershire --from 2021
  throughline list --kind revisit_letter --json";

/// The letters held: area, kind, date, outcome, findings and warnings
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    place: Place,
    #[command(flatten)]
    period: Period,
    /// Only letters of this family, such as revisit_letter
    #[arg(long, value_name = "KIND")]
    kind: Vec<String>,
    #[command(flatten)]
    format: Format,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let (store, rules) = (session.open_store()?, session.rules()?);
    let names = Names::new(&rules, &store)?;
    let mut filter = names.letters(&args.place, &args.period)?;
    filter.kinds = args.kind.iter().map(|kind| names.letter_kind(kind)).collect::<Result<_, _>>()?;
    let rows = query::list::list(&session.library(&store, &rules)?, &rules, &filter);
    let terminal = &session.terminal;
    if args.format.is_json(session) {
        terminal.print_json(&rows)?;
    } else if rows.is_empty() {
        terminal.note("No letter held is of that kind, place and time.");
    } else {
        terminal.print(&render::list::list(&rows, terminal.look()))?;
    }
    Ok(Outcome::AllWell)
}
