//! The configuration file: defaults for the options of commands, in place of the program's own.
//!
//! What it says becomes the default values of clap's arguments, so that the command line and the environment come
//! first without further ado. Any option with a long name can stand in it, and its value is checked as if it were
//! typed.

mod asked;
mod check;
mod in_force;
mod options;
mod place;
mod read;

use std::path::PathBuf;

use clap::{Arg, Command};

use crate::diagnostic::Diagnostic;
pub use asked::Asked;
pub use in_force::{GivenBy, InForce, Setting};
pub use place::{VARIABLE, own, searched};

/// Arguments of every command that say something of one call, and that no file gives.
const OF_ONE_CALL: [&str; 3] = ["config", "no_config", "output"];

/// What a configuration file says.
#[derive(Debug, Default)]
pub struct Settings {
    /// `None` where there is none.
    pub file: Option<PathBuf>,
    given: Vec<Given>,
}

/// An option with the value that the file gives it.
#[derive(Debug)]
struct Given {
    /// `None` for an option of every command.
    command: Option<String>,
    /// The argument by its id.
    option: clap::Id,
    /// Several for an option that may be given several times; "true" or "false" for a flag.
    values: Vec<String>,
    /// Of the file, from 1.
    line: usize,
}

impl Settings {
    /// Reads the configuration file that the call names, or the one that is found. `program` makes the commands,
    /// whose options the file is held against.
    ///
    /// # Errors
    /// When the file that is named is not there, or when something is wrong with the file: all of it at once.
    pub fn read(asked: &Asked, program: impl Fn() -> Command) -> Result<Self, Vec<Diagnostic>> {
        let place = if asked.no_config { None } else { place::find(asked.config.as_deref()) };
        let Some(place) = place else { return Ok(Self::default()) };
        let given = read::read(&place, &program())?;
        Ok(Self { file: Some(place.path), given })
    }

    /// The program's commands with the file's values as their defaults.
    pub fn applied(&self, command: Command) -> Command {
        if self.given.is_empty() {
            return command;
        }
        let with_own = command.mut_args(|arg| self.with_default(None, arg));
        with_own.mut_subcommands(|command| {
            let name = command.get_name().to_owned();
            command.mut_args(|arg| self.with_default(Some(&name), arg))
        })
    }

    fn with_default(&self, command: Option<&str>, arg: Arg) -> Arg {
        match self.of(command, &arg) {
            Some(given) => arg.required(false).default_values(given.values.clone()),
            None => arg,
        }
    }

    fn of(&self, command: Option<&str>, arg: &Arg) -> Option<&Given> {
        self.given.iter().find(|given| given.command.as_deref() == command && given.option == *arg.get_id())
    }
}
