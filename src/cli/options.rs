use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::settings::VARIABLE;

/// The options of every command. They may stand before or after the subcommand.
#[derive(Debug, Args)]
pub struct Options {
    /// The folder that holds what was ingested
    #[arg(
        long,
        global = true,
        value_name = "DIR",
        env = "THROUGHLINE_STORE",
        hide_env_values = true,
        default_value = ".throughline",
        help_heading = "Global options"
    )]
    pub store: PathBuf,
    /// A folder with a pack of rules, to use beside the built-in ones or in place of the one with its id; may be
    /// given several times
    #[arg(long, global = true, value_name = "DIR", help_heading = "Global options")]
    pub rules: Vec<PathBuf>,
    /// A configuration file, which gives options their defaults; `throughline help config` says what else is read
    #[arg(
        long,
        global = true,
        value_name = "FILE",
        env = VARIABLE,
        hide_env_values = true,
        help_heading = "Global options"
    )]
    pub config: Option<PathBuf>,
    /// Read no configuration file
    #[arg(long, global = true, help_heading = "Global options")]
    pub no_config: bool,
    /// The file to write results to, in place of standard output (-)
    #[arg(short, long, global = true, value_name = "FILE", help_heading = "Global options")]
    pub output: Option<PathBuf>,
    /// When to use colour; `auto` does on a terminal, unless NO_COLOR is set
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Global options")]
    pub color: Colour,
    /// Print results and errors only: no progress, summary or warnings
    #[arg(short, long, global = true, help_heading = "Global options")]
    pub quiet: bool,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    #[default]
    Auto,
    Always,
    Never,
}

impl From<Colour> for anstream::ColorChoice {
    fn from(colour: Colour) -> Self {
        match colour {
            Colour::Auto => anstream::ColorChoice::Auto,
            Colour::Always => anstream::ColorChoice::Always,
            Colour::Never => anstream::ColorChoice::Never,
        }
    }
}

impl From<Colour> for clap::ColorChoice {
    fn from(colour: Colour) -> Self {
        match colour {
            Colour::Auto => clap::ColorChoice::Auto,
            Colour::Always => clap::ColorChoice::Always,
            Colour::Never => clap::ColorChoice::Never,
        }
    }
}
