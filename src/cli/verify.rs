use std::path::PathBuf;

use super::failure::{Failure, Outcome};
use super::format::Format;
use super::ingest::Progress;
use super::reading::Reading;
use super::session::Session;
use crate::correct;
use crate::diagnostic::{Diagnostic, said_once};
use crate::query::words;
use crate::render;
use crate::store::{Store, StoreError};
use crate::verify::{self, Claim, Finder, Report, carriers};

const EXAMPLES: &str = "\
Examples:
  throughline verify                              every quotation of the store
  throughline verify tables/ brief.docx           of exported files
  throughline verify tables/ --sources letters/   by copies of the letters
  throughline verify --json

Exit code 0 when every quotation stands at its place, 1 when one does not or its file is missing, 2 when the \
call was wrong or there was nothing to verify.";

/// Read the sources again and prove that every quotation stands at its place, in the store or in exported files
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Files and folders that `export` or `brief` wrote; without any, the store is verified
    #[arg(value_name = "EXPORT")]
    exports: Vec<PathBuf>,
    /// A folder with the letters, whatever their names there: each is known by its SHA-256
    #[arg(long, value_name = "DIR")]
    sources: Option<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    format: Format,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    // Exports are verified without a store, too; one that is there knows where the letters lie.
    let store = match Store::open(&session.store) {
        Ok(store) => Some(store),
        Err(StoreError::Missing(_)) if !args.exports.is_empty() => None,
        Err(error) => return Err(error.into()),
    };
    let held = store.as_ref().map_or(Ok(Vec::new()), Store::sources)?;
    let finder = match &args.sources {
        Some(folder) => Finder::in_folder(folder, &held).map_err(|fault| *fault)?,
        None => Finder::by_path(&held),
    };
    let (claims, known) = if args.exports.is_empty() {
        (claims_of_store(store.as_ref(), session)?, Report::default())
    } else {
        claims_of_exports(args, store.as_ref(), session)?
    };
    let progress = Progress::new(session.terminal.is_watched());
    let mut report = known.and(verify::verify(claims, &finder, &args.reading.options(), &progress));
    progress.bar.finish_and_clear();
    if let Some(store) = &store {
        report.notes.extend(verify::read_otherwise(store, &report)?);
    }
    tell(&report, args, session)?;
    let is_well = report.fallen.is_empty() && report.faults.is_empty();
    Ok(if is_well { Outcome::AllWell } else { Outcome::SomeFailed })
}

fn claims_of_store(store: Option<&Store>, session: &Session) -> Result<Vec<Claim>, Failure> {
    let Some(store) = store else { return Ok(Vec::new()) };
    let mut claims = verify::claims_of_store(store)?;
    if correct::is_there(store.dir()) {
        let rules = session.rules()?;
        claims.extend(verify::claims_of_added(session.library(store, &rules)?.letters()));
    }
    Ok(claims)
}

/// The claims of the exported files, and what is wrong with them before any source is read.
fn claims_of_exports(
    args: &Args,
    store: Option<&Store>,
    session: &Session,
) -> Result<(Vec<Claim>, Report), Failure> {
    let known = store.map_or(Ok(Default::default()), verify::known_letters)?;
    let found = carriers::read(&args.exports, &known);
    tell_files(&found.files, session);
    if found.claims.is_empty() && found.fallen.is_empty() {
        if !found.faults.is_empty() {
            return Err(Failure::Wrong(found.faults));
        }
        let message = "there is nothing to verify: no quotation was found in what was given";
        let help = "give files that `export` or `brief` wrote, such as findings.csv or letters.jsonl";
        return Err(Diagnostic::error("no-quotations", message).help(help).into());
    }
    let report = Report { fallen: found.fallen, faults: found.faults, ..Report::default() };
    Ok((found.claims, report))
}

/// Says of each exported file how many quotations it carries.
fn tell_files(files: &[(PathBuf, usize)], session: &Session) {
    let without = files.iter().filter(|(_, quotations)| *quotations == 0);
    let without: Vec<String> = without.map(|(path, _)| path.display().to_string()).collect();
    for (path, quotations) in files.iter().filter(|(_, quotations)| *quotations > 0) {
        session.terminal.note(&format!("{}: {}", path.display(), words::count(*quotations, "quotation")));
    }
    match without.as_slice() {
        [] => {}
        [one] => session.terminal.note(&format!("{one}: carries no quotations")),
        several => session.terminal.note(&format!("These carry no quotations: {}", words::list(several))),
    }
}

fn tell(report: &Report, args: &Args, session: &Session) -> Result<(), Failure> {
    let terminal = &session.terminal;
    if args.format.is_json(session) {
        return terminal.print_json(report);
    }
    said_once(&report.notes).iter().for_each(|note| terminal.warning(note));
    said_once(&report.faults).iter().for_each(|fault| terminal.fault(fault));
    terminal.print(&render::verify::report(report, terminal.look()))
}
