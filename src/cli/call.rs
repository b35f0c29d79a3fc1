use std::ffi::OsString;

use clap::{ArgMatches, CommandFactory, FromArgMatches};

use super::settings::{Asked, Settings};
use super::{Cli, command};
use crate::diagnostic::Diagnostic;

/// A call of the program, read with the configuration file where there is one.
pub struct Call {
    pub cli: Cli,
    pub settings: Settings,
    pub matches: ArgMatches,
}

/// Why no command is run.
pub enum Refused {
    /// The call is wrong, or asks for help or the version.
    Call(clap::Error),
    /// Something is wrong with the configuration file.
    File(Vec<Diagnostic>),
}

impl Call {
    /// Making the commands takes longer than reading a short letter, so a call that is right makes them once.
    pub fn read(arguments: &[OsString], asked: &Asked) -> Result<Self, Refused> {
        let plain = || Cli::command().color(asked.colour.into());
        let settings = Settings::read(asked, plain).map_err(|faults| {
            // Help is given whatever the file says.
            let told = command().color(asked.colour.into()).try_get_matches_from(arguments).err();
            let help = told.filter(|told| !told.use_stderr());
            help.map_or(Refused::File(faults), Refused::Call)
        })?;
        let mut program = settings.applied(plain());
        let matches = program.try_get_matches_from_mut(arguments).map_err(|error| {
            // The help lists the commands in groups.
            let grouped = settings.applied(command().color(asked.colour.into()));
            Refused::Call(grouped.try_get_matches_from(arguments).err().unwrap_or(error))
        })?;
        let cli =
            Cli::from_arg_matches(&matches).map_err(|error| Refused::Call(error.format(&mut program)))?;
        Ok(Self { cli, settings, matches })
    }
}
