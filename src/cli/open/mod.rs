//! `open FINDING`: the source file in a viewer, at the page of a finding.

mod call;
mod start;
mod viewer;

use std::path::Path;

use clap::builder::NonEmptyStringValueParser;

use super::failure::{Failure, Outcome};
use super::picture::{self, Words};
use super::reading::ReadLimits;
use super::session::Session;
use super::show::unknown;
use crate::diagnostic::Diagnostic;
use crate::document::MediaType;
use crate::ingest;
use crate::query::{Found, find, words};
use crate::record::WireSpan;
use call::{Call, Place};

const EXAMPLES: &str = "\
Examples:
  throughline open suffolk/2019-01-29/inspection_letter/significant_weakness/2
  throughline open FINDING --of judgement   at the sentence that judges it
  throughline open suffolk/2019             the letter, at its first page
  throughline open FINDING --print          say where and how, open nothing
  throughline open FINDING --viewer \"zathura -P {page} {file}\"

A PDF opens at its page in Okular, Evince, Papers, Atril, Xreader, Zathura, qpdfview, MuPDF, SumatraPDF, \
Firefox or Chrome, whichever of these is found first. Else, and for other files, the desktop's own \
program opens it, and the page or line to turn to is said.";

/// Open the source of a letter or finding in a viewer, at its page
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The id of a letter or finding, or the beginning of one
    #[arg(value_name = "LETTER|FINDING", value_parser = NonEmptyStringValueParser::new())]
    id: String,
    /// Which words of a finding to open the page of
    #[arg(long, value_enum, default_value = "statement")]
    of: Words,
    /// The program that shows PDFs, and how it is told file and page: {file} or {url}, and {page}
    #[arg(
        long,
        env = "THROUGHLINE_VIEWER",
        hide_env_values = true,
        value_name = "COMMAND",
        value_parser = NonEmptyStringValueParser::new()
    )]
    viewer: Option<String>,
    /// Print the place and the call, and open nothing
    #[arg(long)]
    print: bool,
    #[command(flatten)]
    read_limits: ReadLimits,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let (store, rules) = (session.open_store()?, session.rules()?);
    let library = session.library(&store, &rules)?;
    let found = find(&library, &args.id).map_err(|not_found| unknown(&args.id, not_found))?;
    let (Found::Letter(letter) | Found::Finding(letter, _)) = found;
    let source = &letter.record.source;
    let span = match found {
        Found::Letter(letter) => letter.record.letter.span,
        Found::Finding(_, finding) => picture::quote_of(finding, args.of)?.span,
    };
    ingest::bytes_again(source, &args.read_limits.limits()).map_err(|fault| *fault)?;
    let file = std::path::absolute(&source.path).unwrap_or_else(|_| source.path.clone().into());
    let place = Place { file, page: span.page, is_pdf: source.media_type == MediaType::Pdf.name() };
    let call = match args.viewer.as_deref().filter(|_| place.is_pdf) {
        Some(template) => Call::of(template, &place),
        None => viewer::installed(&place, |name| std::env::var_os(name)),
    };
    match call {
        _ if args.print => print(&place, span, call.as_ref(), session),
        Some(call) => open(&place, span, &call, session),
        None => {
            print(&place, span, None, session)?;
            Err(no_desktop(&place.file))
        }
    }
}

/// "page 4", or "page 4, line 120" in a text.
fn at(span: WireSpan) -> String {
    words::place(span.page, None, span.line)
}

fn print(place: &Place, span: WireSpan, call: Option<&Call>, session: &Session) -> Result<Outcome, Failure> {
    let call = call.map_or_else(String::new, |call| format!("{call}\n"));
    session.terminal.print(&format!("{}: {}\n{call}", place.file.display(), at(span)))?;
    Ok(Outcome::AllWell)
}

fn open(place: &Place, span: WireSpan, call: &Call, session: &Session) -> Result<Outcome, Failure> {
    start::start(call)?;
    let (file, at) = (place.file.display(), at(span));
    session.terminal.note(&match call.turns_to_page {
        true => format!("Opened {file} at {at} with {}.", call.program),
        false => format!("Opened {file} with {}; turn to {at}.", call.program),
    });
    Ok(Outcome::AllWell)
}

fn no_desktop(file: &Path) -> Failure {
    let help = "turn to the page in a program of your choice, or name one for PDFs with --viewer";
    let message = "there is no desktop here to open it on, or no program for it";
    Diagnostic::error("no-desktop", message).in_file(file).help(help).into()
}
