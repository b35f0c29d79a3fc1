use clap::{Args, ValueEnum};

use super::session::Session;

/// The form in which a command that lists or compares gives its results.
#[derive(Debug, Args)]
pub struct Format {
    /// The form of the results; where it is not given, the ending of --output tells, else text
    #[arg(long, value_name = "FORM")]
    format: Option<Form>,
    /// The same as --format json
    #[arg(long, conflicts_with = "format")]
    json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    Text,
    Json,
}

impl Format {
    pub fn is_json(&self, session: &Session) -> bool {
        match self.format {
            Some(form) => form == Form::Json,
            None => self.json || session.output_ending().as_deref() == Some("json"),
        }
    }
}
