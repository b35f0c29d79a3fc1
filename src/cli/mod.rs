//! The command line: arguments as typed, one file a subcommand, and the only place that prints.
//!
//! Exit codes: 0 all well, 1 some files failed, 2 the call was wrong or nothing could be done.

mod brief;
mod call;
mod check;
mod compare;
mod completions;
mod config;
mod correct;
mod corrected;
mod corrections;
mod coverage;
mod explain;
mod export;
mod extract;
mod failure;
mod filters;
mod format;
mod help;
mod ingest;
mod list;
mod man;
mod number;
mod open;
mod options;
mod picture;
mod reading;
mod results;
mod rules;
mod rules_diff;
mod search;
mod session;
mod settings;
mod show;
mod succession;
mod terminal;
mod text;
mod timeline;
mod trace;
mod verify;
mod why_not;

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use anstream::ColorChoice;
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};

use call::{Call, Refused};
use failure::{Failure, Outcome};
use options::Options;
use session::Session;
use settings::Asked;
use terminal::Terminal;

use crate::diagnostic::{Diagnostic, said_once};

const EXAMPLES: &str = "\
Examples:
  throughline ingest letters/
  throughline trace \"EHC plans\" --area Worcestershire
  throughline search \"waiting times\" --from 2021 --judgement not_sufficient
  throughline brief --area Worcestershire --since 2018 -o brief.md

`throughline help COMMAND` has examples of each. Exit codes: 0 all well, 1 some files failed, 2 the call was \
wrong.";

/// Reads SEND inspection letters and follows each weakness through them, with the quotation behind every
/// statement.
#[derive(Debug, Parser)]
#[command(name = "throughline", version, about, after_help = EXAMPLES, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    options: Options,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Ingest(ingest::Args),
    List(list::Args),
    Show(show::Args),
    Open(open::Args),
    Search(search::Args),
    Trace(trace::Args),
    Timeline(timeline::Args),
    Check(check::Args),
    Compare(compare::Args),
    Brief(brief::Args),
    Extract(extract::Args),
    Explain(explain::Args),
    Coverage(coverage::Args),
    WhyNot(why_not::Args),
    Text(text::Args),
    Export(export::Args),
    Correct(correct::Args),
    Corrections(corrections::Args),
    Verify(verify::Args),
    Rules(rules::Args),
    Config(config::Args),
    Completions(completions::Args),
    Man(man::Args),
}

impl Command {
    /// Whether the command writes files of its own to `--output`, and not what it prints.
    fn writes_files(&self) -> bool {
        match self {
            Command::Export(_) => true,
            Command::Man(args) => args.wants_all(),
            _ => false,
        }
    }

    fn run(self, session: &Session) -> Result<Outcome, Failure> {
        match self {
            Command::Ingest(args) => ingest::run(&args, session),
            Command::List(args) => list::run(&args, session),
            Command::Show(args) => show::run(&args, session),
            Command::Open(args) => open::run(&args, session),
            Command::Search(args) => search::run(&args, session),
            Command::Trace(args) => trace::run(&args, session),
            Command::Timeline(args) => timeline::run(&args, session),
            Command::Check(args) => check::run(&args, session),
            Command::Compare(args) => compare::run(&args, session),
            Command::Brief(args) => brief::run(&args, session),
            Command::Extract(args) => extract::run(&args, session),
            Command::Explain(args) => explain::run(&args, session),
            Command::WhyNot(args) => why_not::run(&args, session),
            Command::Coverage(args) => coverage::run(&args, session),
            Command::Text(args) => text::run(&args, session),
            Command::Export(args) => export::run(&args, session),
            Command::Correct(args) => correct::run(&args, session),
            Command::Corrections(args) => corrections::run(&args, session),
            Command::Verify(args) => verify::run(&args, session),
            Command::Rules(args) => rules::run(&args, session),
            Command::Config(args) => config::run(&args, session),
            Command::Completions(args) => completions::run(&args, session),
            Command::Man(args) => man::run(&args, session),
        }
    }
}

/// Every command with its options, and the help that lists them in groups.
fn command() -> clap::Command {
    help::in_groups(Cli::command())
}

/// Runs the program on its arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let asked = Asked::of(&arguments);
    let Call { cli, settings, matches } = match Call::read(&arguments, &asked) {
        Ok(call) => call,
        Err(Refused::Call(error)) => return usage(&error),
        Err(Refused::File(faults)) => return wrong(&faults, &Terminal::before_options(asked.colour.into())),
    };
    // What a panic has to say is told as a failure of the file or of the command.
    std::panic::set_hook(Box::new(|_| {}));
    let session = Session::new(cli.options, settings, matches, cli.command.writes_files());
    let done = catch_unwind(AssertUnwindSafe(|| {
        let outcome = cli.command.run(&session)?;
        session.terminal.finish().map(|()| outcome)
    }));
    match done.unwrap_or_else(|_| Err(Failure::of_our_own())) {
        Ok(Outcome::AllWell) | Err(Failure::PipeClosed) => ExitCode::SUCCESS,
        Ok(Outcome::SomeFailed) => ExitCode::from(1),
        Err(Failure::Wrong(diagnostics)) => wrong(&diagnostics, &session.terminal),
    }
}

/// Tells why nothing could be done.
fn wrong(diagnostics: &[Diagnostic], terminal: &Terminal) -> ExitCode {
    said_once(diagnostics).iter().for_each(|diagnostic| terminal.fault(diagnostic));
    ExitCode::from(2)
}

/// Prints what clap has to say: an error, or the help or version that was asked for.
fn usage(error: &clap::Error) -> ExitCode {
    if error.kind() == ErrorKind::MissingSubcommand {
        let help = "`throughline --help` lists the commands";
        let fault = Diagnostic::error("no-command", "the call names no command").help(help);
        return wrong(&[fault], &Terminal::before_options(ColorChoice::Auto));
    }
    // Where even this cannot be printed there is nowhere left to say so.
    let _ = error.print();
    if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}
