use serde::Serialize;

use super::failure::{Failure, Outcome};
use super::filters::Names;
use super::format::Format;
use super::session::Session;
use crate::query::contradictions::{Contradicted, contradicted, doubts};
use crate::query::words;
use crate::render;

const EXAMPLES: &str = "\
Examples:
  throughline check               every area held
  throughline check --area Worcestershire
  throughline check --doubts      with what was doubtful about reading letters
  throughline check --json";

/// List what letters say against themselves or each other: counts, dates, weekdays, deadlines, letters not held
///
/// Exit code 1 where anything is listed.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Only this local area; may be given several times
    #[arg(long, value_name = "AREA")]
    area: Vec<String>,
    /// List what was doubtful about reading the letters as well
    #[arg(long)]
    doubts: bool,
    #[command(flatten)]
    format: Format,
}

#[derive(Debug, Serialize)]
struct OfArea {
    area: String,
    contradictions: Vec<Contradicted>,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let (store, rules) = (session.open_store()?, session.rules()?);
    let names = Names::new(&rules, &store)?;
    let areas = args.area.iter().map(|area| names.area(area)).collect::<Result<Vec<_>, _>>()?;
    let library = session.library(&store, &rules)?;
    let mut found = Vec::new();
    for story in
        library.stories(&rules).filter(|story| areas.is_empty() || areas.contains(&story.area().to_owned()))
    {
        let mut contradictions = contradicted(&story, &rules);
        if args.doubts {
            contradictions.extend(doubts(&story));
        }
        if !contradictions.is_empty() {
            found.push(OfArea { area: story.area().to_owned(), contradictions });
        }
    }
    tell(&found, args.format.is_json(session), session)?;
    Ok(if found.is_empty() { Outcome::AllWell } else { Outcome::SomeFailed })
}

fn tell(found: &[OfArea], json: bool, session: &Session) -> Result<(), Failure> {
    if json {
        return session.terminal.print_json(&found);
    }
    let look = session.terminal.look();
    let parts: Vec<String> = found
        .iter()
        .map(|it| render::contradictions::contradictions(&it.area, &it.contradictions, look))
        .collect();
    session.terminal.print(&parts.join("\n"))?;
    let count = found.iter().map(|it| it.contradictions.len()).sum();
    let areas = words::count(found.len(), "area");
    session.terminal.note(&match count {
        0 => "The letters held do not contradict themselves or each other.".to_owned(),
        _ => format!("{} in {areas}.", words::count(count, "contradiction")),
    });
    Ok(())
}
