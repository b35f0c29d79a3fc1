//! The options with the values that they have, and who gave each.

use clap::parser::ValueSource;
use clap::{Arg, ArgMatches, Command};
use serde::Serialize;

use super::{Settings, options};

/// The values of options that hold for a call.
#[derive(Debug, Default, Serialize)]
pub struct InForce {
    /// The configuration file; `None` where there is none.
    pub file: Option<std::path::PathBuf>,
    pub settings: Vec<Setting>,
}

/// An option with its value.
#[derive(Debug, Serialize)]
pub struct Setting {
    /// `None` for an option of every command.
    pub command: Option<String>,
    pub option: String,
    /// As typed; none for an option that was not given and has no default.
    pub values: Vec<String>,
    #[serde(flatten)]
    pub from: GivenBy,
}

/// Who gave a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "from", rename_all = "snake_case")]
pub enum GivenBy {
    CommandLine,
    Environment {
        variable: String,
    },
    /// Lines count from 1.
    File {
        line: usize,
    },
    Program,
}

impl Settings {
    /// Every option of all commands, and those of single commands that the environment or the file gives.
    pub fn in_force(&self, program: &Command, matches: &ArgMatches) -> InForce {
        let of_all = options::of_all(program).into_iter().filter(|arg| is_told(arg));
        let mut settings: Vec<Setting> = of_all.map(|arg| self.of_call(arg, matches)).collect();
        for command in program.get_subcommands() {
            let name = command.get_name();
            settings.extend(options::of(command).into_iter().filter_map(|arg| self.of_command(name, arg)));
        }
        InForce { file: self.file.clone(), settings }
    }

    fn of_call(&self, arg: &Arg, matches: &ArgMatches) -> Setting {
        let id = arg.get_id().as_str();
        let from = match matches.value_source(id) {
            Some(ValueSource::CommandLine) => GivenBy::CommandLine,
            Some(ValueSource::EnvVariable) => GivenBy::Environment { variable: variable(arg) },
            _ => self.of(None, arg).map_or(GivenBy::Program, |given| GivenBy::File { line: given.line }),
        };
        let values = match options::is_flag(arg) {
            true => vec![matches.get_flag(id).to_string()],
            false => matches
                .get_raw(id)
                .into_iter()
                .flatten()
                .map(|value| value.to_string_lossy().into())
                .collect(),
        };
        Setting { command: None, option: options::key(arg).to_owned(), values, from }
    }

    fn of_command(&self, command: &str, arg: &Arg) -> Option<Setting> {
        let set =
            arg.get_env().and_then(std::env::var_os).map(|value| vec![value.to_string_lossy().into_owned()]);
        let (values, from) = match (set, self.of(Some(command), arg)) {
            (Some(values), _) => (values, GivenBy::Environment { variable: variable(arg) }),
            (None, Some(given)) => (given.values.clone(), GivenBy::File { line: given.line }),
            (None, None) => return None,
        };
        Some(Setting {
            command: Some(command.to_owned()),
            option: options::key(arg).to_owned(),
            values,
            from,
        })
    }
}

/// Whether an option is one of ours, and not `--help` or `--version`.
fn is_told(arg: &Arg) -> bool {
    !["help", "version"].contains(&arg.get_id().as_str())
}

fn variable(arg: &Arg) -> String {
    arg.get_env().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
