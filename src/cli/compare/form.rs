use clap::{Args, ValueEnum};

use crate::cli::session::Session;

/// The form in which a matrix is given.
#[derive(Debug, Args)]
pub struct Format {
    /// The form of the matrix; where it is not given, the ending of --output tells, else text
    #[arg(long, value_name = "FORM")]
    format: Option<Form>,
    /// The same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Form {
    /// A table for the terminal
    Text,
    /// Every cell with its denominators and the ids of its findings
    Json,
    /// One row a cell, with its denominators
    Csv,
    /// The matrix in colour, and a sheet with one row a cell
    Xlsx,
    /// A Markdown table
    Md,
    /// A heat map, as a picture for papers and web pages
    Svg,
}

impl Format {
    pub fn form(&self, session: &Session) -> Form {
        let by_ending = || Form::from_str(&session.output_ending()?, true).ok();
        let json = self.json.then_some(Form::Json);
        self.format.or(json).or_else(by_ending).unwrap_or(Form::Text)
    }
}
