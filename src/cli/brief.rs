use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::failure::{Failure, Outcome};
use super::filters::{self, Names};
use super::session::Session;
use super::succession;
use crate::diagnostic::Diagnostic;
use crate::export::{self, ExportFile};
use crate::query::brief::{Brief, ThemeBrief, brief, theme_brief};
use crate::query::{DateBound, LetterFilter};
use crate::render::brief::{self as render, BUILT_IN, Subject, Templates};
use crate::rules::RuleSet;
use crate::store::Store;

const EXAMPLES: &str = "\
Examples:
  throughline brief --area Worcestershire -o brief.docx
  throughline brief --area Worcestershire --since 2018 -o brief.html
  throughline brief --theme co_production --areas Suffolk,Oldham -o theme.docx
  throughline brief --write-templates my-templates   then change brief.md
  throughline brief --area Worcestershire --templates my-templates -o brief.docx";

/// A briefing on one area, or on one theme across areas, as Word, HTML or Markdown; every line quoted and cited
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The local area
    #[arg(long, value_name = "AREA")]
    area: Option<String>,
    /// A theme by id or label, across all areas held or those of --areas or --region
    #[arg(long, value_name = "THEME", conflicts_with = "area")]
    theme: Option<String>,
    /// The areas of a theme's briefing, with commas between
    #[arg(long, value_name = "A,B", value_delimiter = ',', requires = "theme")]
    areas: Vec<String>,
    /// The region of a theme's briefing
    #[arg(long, value_name = "REGION", requires = "theme", conflicts_with = "areas")]
    region: Option<String>,
    /// Only letters of this year and later
    #[arg(long, value_name = "YEAR")]
    since: Option<String>,
    /// What to make; without it, what the name given to --output ends in, else Markdown
    #[arg(long, value_name = "FORMAT")]
    format: Option<BriefFormat>,
    /// A folder with templates of your own: any of brief.md, theme.md and brief.html
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
    /// Write the built-in templates to a folder, to be changed
    #[arg(long, value_name = "DIR", conflicts_with_all = ["area", "theme", "templates", "format", "since"])]
    write_templates: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum BriefFormat {
    Md,
    Html,
    Docx,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    if let Some(folder) = &args.write_templates {
        return write_templates(folder, session);
    }
    let format = format(args, session)?;
    let templates =
        args.templates.as_deref().map(Templates::of_folder).transpose().map_err(|fault| *fault)?;
    let templates = templates.unwrap_or_default();
    let (store, rules) = (session.open_store()?, session.rules()?);
    let since = filters::date("--since", args.since.as_deref())?;
    if let Some(theme) = &args.theme {
        let brief = of_theme(theme, args, since, (&store, &rules), session)?;
        return write(Subject::Theme(&brief), &templates, format, session);
    }
    let area = args.area.as_deref().ok_or_else(no_subject)?;
    let brief = of_area(area, since, (&store, &rules), session)?;
    write(Subject::Area(&brief), &templates, format, session)
}

/// Not told by clap, for which an area that the configuration file gives is none.
fn no_subject() -> Failure {
    Diagnostic::error("no-subject", "it is not said what to brief on")
        .help("give --area, or --theme for one theme across areas; `throughline list` shows which areas are held")
        .into()
}

fn of_area(
    area: &str,
    since: Option<DateBound>,
    (store, rules): (&Store, &RuleSet),
    session: &Session,
) -> Result<Brief, Failure> {
    let names = Names::new(rules, store)?;
    let area = names.area(area)?;
    succession::tell(&area, &names, rules, &session.terminal);
    let library = session.library_of(store, rules, &area)?;
    let story = library.story(&area, rules).ok_or_else(|| not_held(&area))?;
    let brief = brief(&story, rules, since);
    if brief.letters.is_empty() {
        let message = format!("no letter about {area} is held of that time");
        return Err(none_of_that_time(message));
    }
    Ok(brief)
}

fn of_theme(
    theme: &str,
    args: &Args,
    since: Option<DateBound>,
    (store, rules): (&Store, &RuleSet),
    session: &Session,
) -> Result<ThemeBrief, Failure> {
    let names = Names::new(rules, store)?;
    let theme = names.theme(theme)?;
    let areas = args.areas.iter().map(|area| names.area(area.trim())).collect::<Result<_, _>>()?;
    let region = args.region.as_deref().map(|region| names.region(region)).transpose()?;
    let filter = LetterFilter { areas, region, from: since, ..LetterFilter::default() };
    let brief = theme_brief(&session.library(store, rules)?, rules, &theme, &filter);
    if brief.areas.is_empty() && brief.silent.is_empty() {
        return Err(none_of_that_time("no letter is held of those areas and that time".to_owned()));
    }
    Ok(brief)
}

fn write(
    subject: Subject<'_>,
    templates: &Templates,
    format: BriefFormat,
    session: &Session,
) -> Result<Outcome, Failure> {
    let bytes = match format {
        BriefFormat::Md => render::markdown(subject, templates).map(String::into_bytes),
        BriefFormat::Html => render::html(subject, templates).map(String::into_bytes),
        BriefFormat::Docx => render::docx(subject, templates),
    };
    session.terminal.print_bytes(&bytes.map_err(|fault| *fault)?)?;
    Ok(Outcome::AllWell)
}

fn format(args: &Args, session: &Session) -> Result<BriefFormat, Failure> {
    let ending = session.output_ending();
    let by_name = match ending.as_deref() {
        None => BriefFormat::Md,
        Some("html" | "htm") => BriefFormat::Html,
        Some("docx") => BriefFormat::Docx,
        Some("md" | "markdown" | "txt") => BriefFormat::Md,
        Some(other) if args.format.is_none() => return Err(unknown_ending(other)),
        Some(_) => BriefFormat::Md,
    };
    let format = args.format.unwrap_or(by_name);
    if format == BriefFormat::Docx && session.terminal.shows_results() {
        return Err(Diagnostic::error("not-for-a-screen", "a Word file cannot be shown on the screen")
            .help("name a file for it, such as -o brief.docx")
            .into());
    }
    Ok(format)
}

fn unknown_ending(ending: &str) -> Failure {
    Diagnostic::error("unknown-format", format!("a brief is not written as .{ending}"))
        .help("name the file .docx, .html or .md, or say --format docx, html or md")
        .into()
}

fn write_templates(folder: &Path, session: &Session) -> Result<Outcome, Failure> {
    // What somebody has changed there is not written over.
    if let Some((name, _)) = BUILT_IN.iter().find(|(name, _)| folder.join(name).exists()) {
        return Err(Diagnostic::error("would-overwrite", "a template of that name is there already")
            .in_file(folder.join(name))
            .help("give another folder, or move the file away first")
            .into());
    }
    let files = BUILT_IN.map(|(name, text)| ExportFile {
        name: name.to_owned(),
        bytes: text.as_bytes().to_vec(),
        rows: None,
    });
    export::write(&files, folder).map_err(|(path, error)| Failure::writing(&path, &error))?;
    let names = BUILT_IN.map(|(name, _)| name).join(", ");
    session
        .terminal
        .note(&format!("{names} written to {}; change them and give --templates", folder.display()));
    Ok(Outcome::AllWell)
}

/// An area that exists and of which the store holds no letter.
pub fn not_held(area: &str) -> Failure {
    Diagnostic::error("area-not-held", format!("no letter about {area} is held"))
        .help("ingest its letters first; `throughline list` shows what is held")
        .into()
}

fn none_of_that_time(message: String) -> Failure {
    Diagnostic::error("area-not-held", message)
        .help("give an earlier --since, or other areas; `throughline list` shows what is held")
        .into()
}
