use std::path::{Path, PathBuf};

use clap::builder::NonEmptyStringValueParser;

use super::failure::{Failure, Outcome};
use super::format::Format;
use super::reading::Reading;
use super::session::Session;
use super::show::unknown;
use crate::diagnostic::Diagnostic;
use crate::ingest::{self, Opened};
use crate::query::explain::{Explained, decided, explain};
use crate::query::{self, Found};
use crate::read::{Limits, Options};
use crate::render;
use crate::rules::RuleSet;

const EXAMPLES: &str = "\
Examples:
  throughline explain suffolk/2021-01-29/revisit_letter/significant_weakness/2
  throughline explain --file letter.pdf                every finding; no store
  throughline explain --file letter.pdf --rules mine/  the same, other rules

The file of a finding that is held is read again, with the rules in use now.";

/// Which rules made a finding, in order, each with its file and line and the passage that it took
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The id of a finding, or the beginning of one
    #[arg(
        value_name = "FINDING",
        value_parser = NonEmptyStringValueParser::new(),
        required_unless_present = "file"
    )]
    id: Option<String>,
    /// Explain the findings of this file, whether it is held or not
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    format: Format,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let rules = session.rules()?;
    let options = args.reading.options();
    let explained = match (&args.file, &args.id) {
        (Some(file), id) => in_file(file, id.as_deref().unwrap_or_default(), &rules, &options)?,
        (None, id) => held(id.as_deref().unwrap_or_default(), &rules, &options.limits, session)?,
    };
    let terminal = &session.terminal;
    if args.format.is_json(session) {
        terminal.print_json(&explained)?;
    } else {
        terminal.print(&render::explain::explain(&explained, terminal.look()))?;
    }
    Ok(Outcome::AllWell)
}

fn in_file(file: &Path, id: &str, rules: &RuleSet, options: &Options) -> Result<Vec<Explained>, Failure> {
    let opened = ingest::open(file, options).map_err(|fault| *fault)?;
    let explained = explain_all(&opened, id, rules);
    if explained.is_empty() {
        let message = match id {
            "" => "no finding was found in this file".to_owned(),
            id => format!("no finding of this file has an id that begins with “{id}”"),
        };
        let help = "`throughline extract FILE` prints what is found, and `throughline why-not FILE --text \"...\"` says \
                    what keeps the rules from a passage";
        return Err(Diagnostic::error("no-finding", message).in_file(file).help(help).into());
    }
    Ok(explained)
}

fn held(id: &str, rules: &RuleSet, limits: &Limits, session: &Session) -> Result<Vec<Explained>, Failure> {
    let library = session.library(&session.open_store()?, rules)?;
    let found = query::find(&library, id).map_err(|not_found| unknown(id, not_found))?;
    let Found::Finding(letter, finding) = found else { return Err(whole_letter().into()) };
    if finding.is_added() {
        return Ok(vec![decided(finding, rules)]);
    }
    let source = &letter.record.source;
    let again = ingest::read_again(source, limits).map_err(|fault| *fault)?;
    let opened = Opened { document: again.document, source: source.clone(), warnings: Vec::new() };
    let mut explained = explain_all(&opened, &finding.id, rules);
    explained.retain(|it| it.finding == finding.id);
    explained.iter_mut().for_each(|it| it.add_decisions(finding, rules));
    if explained.is_empty() {
        let message = format!("the rules in use now find no {} in this file", finding.id);
        let fault = Diagnostic::error("other-rules", message).in_file(&source.path);
        return Err(fault
            .help("ingest the file again, or explain it with the rules it was ingested with")
            .into());
    }
    Ok(explained)
}

/// The findings of a file whose ids begin with `id`.
fn explain_all(opened: &Opened, id: &str, rules: &RuleSet) -> Vec<Explained> {
    let letters = opened.letters(rules);
    let findings = letters.iter().flat_map(|letter| {
        let findings = letter.record.findings.iter().enumerate();
        findings.filter(|(_, finding)| finding.id.starts_with(id)).map(move |(at, _)| (letter, at))
    });
    findings.filter_map(|(letter, at)| explain(&opened.document, letter, at, rules)).collect()
}

fn whole_letter() -> Diagnostic {
    Diagnostic::error("letter-explained", "explain takes one finding, and this is the id of a letter")
        .help("`throughline show LETTER` lists its findings with their ids; `explain --file FILE` explains them all")
}
