use std::ffi::OsString;
use std::path::PathBuf;

use clap::Command;

use crate::cli::options::Colour;

/// What must be known of a call before it can be read with its defaults.
#[derive(Debug)]
pub struct Asked {
    pub config: Option<PathBuf>,
    pub no_config: bool,
    pub colour: Colour,
}

impl Asked {
    /// Whatever is wrong with the call, and whether it asks for help, is seen when it is read in full.
    pub fn of(program: Command, arguments: &[OsString]) -> Self {
        let lenient = program.disable_help_flag(true).disable_version_flag(true).ignore_errors(true);
        let matches = lenient.try_get_matches_from(arguments).unwrap_or_default();
        let named = |name| matches.try_get_one::<PathBuf>(name).ok().flatten().cloned();
        let flag = |name| matches.try_get_one::<bool>(name).ok().flatten().copied();
        let colour = matches.try_get_one::<Colour>("color").ok().flatten().copied();
        Self {
            config: named("config"),
            no_config: flag("no_config").unwrap_or(false),
            colour: colour.unwrap_or(Colour::Auto),
        }
    }
}
