use std::path::{Path, PathBuf};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::failure::{Failure, Outcome};
use super::format::Format;
use super::reading::Reading;
use super::session::Session;
use crate::correct;
use crate::diagnostic::said_once;
use crate::ingest::{self, Report, Watch};
use crate::render;
use crate::store::Store;

const EXAMPLES: &str = "\
Examples:
  throughline ingest letters/             every letter in a folder, and below it
  throughline ingest 2021.pdf notes.text  files by name, whatever their ending
  throughline --store suffolk ingest suffolk/
                                          into a store of its own
  throughline ingest --ocr scans/         letters that were scanned, too

A file that is held already and has not changed is not read again. One that fails changes nothing, and \
the others go on.";

/// Read letters into the store, and say what was found in them
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// Files and folders
    #[arg(required = true, value_name = "LETTERS")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    format: Format,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let rules = session.rules()?;
    let _lock = Store::lock_for_ingest(&session.store)?;
    let mut store = Store::open_or_create(&session.store)?;
    let progress = Progress::new(session.terminal.is_watched());
    let report = ingest::ingest(&args.paths, &rules, &args.reading.options(), &mut store, &progress);
    progress.bar.finish_and_clear();
    let outcome = tell(&report?, args.format.is_json(session), session)?;
    if correct::is_there(store.dir()) {
        // For its warnings: other words may now stand in a letter that was corrected.
        session.library(&store, &rules)?;
    }
    Ok(outcome)
}

fn tell(report: &Report, json: bool, session: &Session) -> Result<Outcome, Failure> {
    let terminal = &session.terminal;
    said_once(&report.warnings).iter().for_each(|warning| terminal.warning(warning));
    said_once(&report.failed).iter().for_each(|fault| terminal.fault(fault));
    if json {
        terminal.print_json(report)?;
    } else if !terminal.is_quiet() {
        terminal.print(&render::ingest::summary(report, terminal.look()))?;
    }
    Ok(if report.failed.is_empty() { Outcome::AllWell } else { Outcome::SomeFailed })
}

/// A bar on a terminal, nothing elsewhere.
pub struct Progress {
    pub bar: ProgressBar,
}

impl Progress {
    pub fn new(shown: bool) -> Self {
        let target = if shown { ProgressDrawTarget::stderr() } else { ProgressDrawTarget::hidden() };
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {wide_msg}");
        let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
        Self { bar: ProgressBar::with_draw_target(None, target).with_style(style) }
    }
}

impl Watch for Progress {
    fn begin(&self, files: usize) {
        self.bar.set_length(files as u64);
    }

    fn done(&self, file: &Path) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.bar.set_message(name);
        self.bar.inc(1);
    }
}
