mod form;
mod opened;

use clap::ValueEnum;

use super::failure::{Failure, Outcome};
use super::filters::{Names, Period, Place, choose};
use super::session::Session;
use crate::diagnostic::Diagnostic;
use crate::query::LetterFilter;
use crate::query::compare::{Comparison, Dimension, Matrix, Measure, compare};
use crate::rules::RuleSet;
use crate::{export, render};
use form::{Form, Format};

const EXAMPLES: &str = "\
Examples:
  throughline compare --areas Suffolk,Oldham --by theme,year
  throughline compare --region \"West Midlands\" --by area,theme -o map.svg
  throughline compare --by theme,year --measure share -o shares.xlsx
  throughline compare --by region,year --measure judgement --format csv
  throughline compare --neighbours-of Worcestershire --by area,judgement
  throughline compare --by theme,year --open co_production,2024
  throughline compare --by theme,year --open co_production,Suffolk,2024

Measures:
  count      findings of every letter held. A later letter that restates one
             counts it again, and one of several themes counts under each.
  share      of the letters that could have named such a finding for
             themselves, how many do. Letters that only restate or mention what
             another names, such as revisits and notices, are left out; those
             that judge count where --by holds `judgement`.
  judgement  findings by judgement. The heat map's colour, and `value` in CSV
             and JSON, is the share of those judged that is not sufficient or
             not effective.

A blank cell means that no letter is held that could have said it; 0 that one
is, and none does. Which letters could is what the rules say of their kinds.
Letters held, those that could have said it and areas held are given for rows
and columns, and in CSV and JSON for every cell.

With two to six areas and neither `area` nor `region` in --by, each area has a
line of its own under each row; --together and --measure share count them
together. A table that is too wide for the terminal is turned, or cut into
panels that stand one under another.";

/// Compare areas, years and themes as a matrix: counts, shares or judgements; every cell can be opened
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The areas to compare, with commas between
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    areas: Vec<String>,
    /// The areas of a region
    #[arg(long, value_name = "REGION", conflicts_with = "areas")]
    region: Option<String>,
    /// An area and its statistical neighbours
    #[arg(long, value_name = "AREA", conflicts_with_all = ["areas", "region"])]
    neighbours_of: Option<String>,
    /// What rows and columns stand for: two of theme, year, area, region, kind, letter, judgement
    #[arg(long, value_name = "ROWS,COLUMNS", default_value = "theme,year")]
    by: String,
    /// What each cell tells: how many findings, how many of the letters name one, or what was judged
    #[arg(long, value_enum, default_value_t = MeasureName::Count)]
    measure: MeasureName,
    /// Count a few areas together, where each would have a line of its own under each row
    #[arg(long)]
    together: bool,
    #[command(flatten)]
    period: Period,
    /// Only letters of this family, such as inspection_report; may be given several times
    #[arg(long, value_name = "KIND")]
    kind: Vec<String>,
    /// List the findings behind one cell, given by the row's and column's ids or labels
    #[arg(long, value_name = "ROW[,AREA],COLUMN")]
    open: Option<String>,
    #[command(flatten)]
    format: Format,
}

/// How a measure is typed.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum MeasureName {
    Count,
    Share,
    Judgement,
}

impl From<MeasureName> for Measure {
    fn from(name: MeasureName) -> Self {
        match name {
            MeasureName::Count => Measure::Count,
            MeasureName::Share => Measure::Share,
            MeasureName::Judgement => Measure::Judgement,
        }
    }
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let (store, rules) = (session.open_store()?, session.rules()?);
    let comparison = comparison(args, &rules, &Names::new(&rules, &store)?)?;
    let library = session.library(&store, &rules)?;
    let matrix = compare(&library, &rules, &comparison);
    match &args.open {
        Some(cell) => opened::open(&matrix, cell, &library, &rules, args, session)?,
        None => tell(&matrix, args.format.form(session), session)?,
    }
    Ok(Outcome::AllWell)
}

fn tell(matrix: &Matrix, form: Form, session: &Session) -> Result<(), Failure> {
    let terminal = &session.terminal;
    match form {
        Form::Text => terminal.print(&render::compare::matrix(matrix, terminal.look())),
        Form::Json => terminal.print_json(matrix),
        Form::Csv => terminal.print_bytes(&export::csv::bytes(&export::matrix::cells(matrix))),
        Form::Xlsx => print_workbook(matrix, session),
        Form::Md => terminal.print(&render::compare::markdown(matrix)),
        Form::Svg => terminal.print(&render::chart::heat_map(matrix)),
    }
}

fn print_workbook(matrix: &Matrix, session: &Session) -> Result<(), Failure> {
    if session.terminal.shows_results() {
        let message = "a workbook is no text, and would go to the terminal";
        return Err(Diagnostic::error("no-output", message)
            .help("name a file, such as -o matrix.xlsx")
            .into());
    }
    let bytes = export::matrix::workbook(matrix).map_err(|error| {
        let help = "choose fewer rows and columns, or --format csv";
        Diagnostic::error("no-workbook", format!("the workbook cannot be made: {error}")).help(help)
    })?;
    session.terminal.print_bytes(&bytes)
}

fn comparison(args: &Args, rules: &RuleSet, names: &Names<'_>) -> Result<Comparison, Failure> {
    let (rows, columns) = dimensions(&args.by)?;
    let measure = Measure::from(args.measure);
    if measure == Measure::Judgement && [rows, columns].contains(&Dimension::Judgement) {
        let message = format!("--by {} and --measure judgement both tell judgements apart", args.by);
        let help = "leave out one of them: with `judgement` in --by, the measures count and share are left";
        return Err(Diagnostic::error("judgements-twice", message).help(help).into());
    }
    let filter = filter(args, rules, names)?;
    Ok(Comparison { filter, rows, columns, measure, together: args.together })
}

fn filter(args: &Args, rules: &RuleSet, names: &Names<'_>) -> Result<LetterFilter, Failure> {
    let mut filter = names.letters(&Place::default(), &args.period)?;
    filter.kinds = args.kind.iter().map(|kind| names.letter_kind(kind)).collect::<Result<_, _>>()?;
    filter.region = args.region.as_deref().map(|region| names.region(region)).transpose()?;
    filter.areas = args.areas.iter().map(|area| names.area(area.trim())).collect::<Result<_, _>>()?;
    if let Some(area) = &args.neighbours_of {
        filter.areas = with_neighbours(&names.area(area)?, rules)?;
    }
    Ok(filter)
}

fn with_neighbours(name: &str, rules: &RuleSet) -> Result<Vec<String>, Failure> {
    let area = rules.gazetteer.find(name).filter(|area| !area.neighbours.is_empty());
    let Some(area) = area else {
        let message = format!("the gazetteer knows no statistical neighbours of {name}");
        let help = "name the areas with --areas, or add the neighbours to areas.toml and use --rules";
        return Err(Diagnostic::error("no-neighbours", message).help(help).into());
    };
    let neighbours = area.neighbours.iter().filter_map(|code| rules.gazetteer.by_code(code));
    Ok(std::iter::once(area).chain(neighbours).map(|area| area.name.clone()).collect())
}

fn dimensions(by: &str) -> Result<(Dimension, Dimension), Failure> {
    let names: Vec<&str> = Dimension::ALL.iter().map(|dimension| dimension.name()).collect();
    let dimension = |typed: &str| {
        let name = choose("unknown-dimension", "property to compare by", typed.trim(), &names)?;
        Ok::<_, Failure>(Dimension::from_name(&name))
    };
    let two = by.split_once(',').filter(|(rows, columns)| rows.trim() != columns.trim());
    if let Some((rows, columns)) = two
        && let (Some(rows), Some(columns)) = (dimension(rows)?, dimension(columns)?)
    {
        return Ok((rows, columns));
    }
    let message = format!("--by {by}: two different properties are needed, with a comma between");
    Err(Diagnostic::error("no-dimensions", message).help(format!("known: {}", names.join(", "))).into())
}
