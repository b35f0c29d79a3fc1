mod changes;

use clap::builder::NonEmptyStringValueParser;

use super::corrected::Corrected;
use super::failure::{Failure, Outcome};
use super::filters::Names;
use super::session::Session;
use super::show::unknown;
use crate::correct::{self, Anchor, Change, Correction, CorrectionFile};
use crate::diagnostic::Diagnostic;
use crate::export;
use crate::query::{Found, Library, find};
use crate::record::{Finding, LetterRecord, PartialDate};
use crate::rules::RuleSet;
use crate::store::Store;

const EXAMPLES: &str = "\
Examples:
  throughline correct FINDING --add-theme joint_commissioning \\
      --by \"Jo Example\" --why \"Page 6 names the joint budget.\"
  throughline correct FINDING --judgement sufficient --by NAME --why REASON
  throughline correct FINDING --status resolved --as-of LETTER \\
      --by NAME --why REASON
  throughline correct FINDING --link OTHER --kind none --by NAME --why REASON
  throughline correct --add-finding significant_weakness --letter LETTER \\
      --text \"words of the letter\" --by NAME --why REASON

Corrections are written to corrections.toml in the store's folder, which may be edited by hand. They are \
tied to the letter's words, and hold when it is ingested again. `throughline corrections` lists them.";

/// Correct what the rules say of a finding: its judgement, themes, links or status; or add a finding
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The id of a finding, or the beginning of one
    #[arg(value_name = "FINDING", value_parser = NonEmptyStringValueParser::new(), required_unless_present = "add_finding")]
    id: Option<String>,
    #[command(flatten)]
    changes: changes::Changes,
    /// The kind of finding that a passage is, which the rules do not see
    #[arg(long, value_name = "KIND", conflicts_with = "id", requires_all = ["letter", "text"])]
    add_finding: Option<String>,
    /// The letter of the finding to add
    #[arg(long, value_name = "LETTER", requires = "add_finding")]
    letter: Option<String>,
    /// The words of the letter that are the finding to add
    #[arg(long, value_name = "WORDS", requires = "add_finding")]
    text: Option<String>,
    /// Who decides this
    #[arg(long, value_name = "NAME", value_parser = NonEmptyStringValueParser::new())]
    by: String,
    /// The reason, for whoever reads it later
    #[arg(long, value_name = "REASON", value_parser = NonEmptyStringValueParser::new())]
    why: String,
    /// The day it was decided; else today
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let (store, rules) = (session.open_store()?, session.rules()?);
    // One program at a time writes in the store's folder.
    let _lock = Store::lock_for_ingest(&session.store)?;
    let library = session.library(&store, &rules)?;
    let desk = Desk { store: &store, rules: &rules, library: &library };
    let (anchor, changes) = match &args.add_finding {
        Some(kind) => (desk.passage(args)?, vec![changes::finding_kind(kind, &rules)?]),
        None => desk.of_finding(args.id.as_deref().unwrap_or_default(), &args.changes)?,
    };
    let date = date(args.date.as_deref())?;
    let corrections = changes.into_iter().map(|change| Correction {
        anchor: anchor.clone(),
        change,
        by: args.by.clone(),
        date,
        why: args.why.clone(),
        at: 0..0,
    });
    desk.write(&corrections.collect::<Vec<_>>(), session)
}

/// What a correction is made with.
struct Desk<'a> {
    store: &'a Store,
    rules: &'a RuleSet,
    library: &'a Library,
}

impl Desk<'_> {
    fn of_finding(&self, id: &str, asked: &changes::Changes) -> Result<(Anchor, Vec<Change>), Failure> {
        let (record, finding) = self.finding(id)?;
        let names = Names::new(self.rules, self.store)?;
        Ok((self.anchor(record, finding)?, asked.changes(&names, self)?))
    }

    fn finding(&self, id: &str) -> Result<(&LetterRecord, &Finding), Failure> {
        match find(self.library, id).map_err(|not_found| unknown(id, not_found))? {
            Found::Finding(letter, finding) => Ok((&letter.record, finding)),
            Found::Letter(_) => {
                let message = format!("“{id}” is a letter, and a correction is about one finding");
                let help = "`throughline show LETTER` lists its findings with their ids";
                Err(Diagnostic::error("not-a-finding", message).help(help).into())
            }
        }
    }

    fn letter(&self, id: &str) -> Result<&LetterRecord, Failure> {
        match find(self.library, id).map_err(|not_found| unknown(id, not_found))? {
            Found::Letter(letter) => Ok(&letter.record),
            Found::Finding(letter, _) => Ok(&letter.record),
        }
    }

    fn anchor(&self, record: &LetterRecord, finding: &Finding) -> Result<Anchor, Failure> {
        let text = self.store.text(&record.source.sha256)?.unwrap_or_default();
        Ok(correct::anchor_of_finding(record, finding, &text))
    }

    fn passage(&self, args: &Args) -> Result<Anchor, Failure> {
        let record = self.letter(args.letter.as_deref().unwrap_or_default())?;
        let text = self.store.text(&record.source.sha256)?.unwrap_or_default();
        Ok(correct::anchor_of_passage(record, args.text.as_deref().unwrap_or_default(), &text))
    }

    /// Adds the corrections to the file, once each has been seen to find its words.
    fn write(&self, corrections: &[Correction], session: &Session) -> Result<Outcome, Failure> {
        let file = CorrectionFile::read(self.store.dir()).map_err(|fault| *fault)?;
        let all = [file.corrections.as_slice(), corrections].concat();
        let corrected = Corrected::new(self.store, self.rules, self.store.letters()?, &all)?;
        let outcomes = &corrected.outcomes[file.corrections.len()..];
        let mut text = Some(file.text.to_string());
        for (correction, outcome) in corrections.iter().zip(outcomes) {
            if let Err(lost) = outcome {
                let message = format!("nothing is written ({}): {lost}", correction.change.in_words());
                return Err(Diagnostic::error("correction-lost", message).help(lost.help()).into());
            }
            text = text.and_then(|text| correct::add(&text, correction));
        }
        let text = text.ok_or_else(|| not_written(&file))?;
        export::write_file(&file.path, text.as_bytes())
            .map_err(|error| Failure::writing(&file.path, &error))?;
        for (correction, id) in corrections.iter().zip(outcomes.iter().flatten()) {
            let change = correction.change.in_words();
            session.terminal.note(&format!("{}: {id}: {change}", file.path.display()));
        }
        Ok(Outcome::AllWell)
    }
}

fn not_written(file: &CorrectionFile) -> Failure {
    let help = "mend the file first; `throughline corrections` says what is wrong with it";
    Diagnostic::error("corrections-damaged", "nothing is written: the file is not valid")
        .in_file(&file.path)
        .help(help)
        .into()
}

/// The day given, else today's: the one place where the clock is read.
fn date(typed: Option<&str>) -> Result<PartialDate, Failure> {
    let Some(typed) = typed else {
        return Ok(jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now()).date().into());
    };
    PartialDate::parse_iso(typed).ok_or_else(|| {
        let message = format!("--date {typed}: this is not a date");
        Diagnostic::error("no-date", message).help("give a day, such as 2026-11-24").into()
    })
}
