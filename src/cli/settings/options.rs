use clap::builder::ValueParser;
use clap::{Arg, ArgAction, Command};

use super::OF_ONE_CALL;

/// The options of every command that a file can give.
pub fn of_all(program: &Command) -> Vec<&Arg> {
    named(program).filter(|arg| !OF_ONE_CALL.contains(&arg.get_id().as_str())).collect()
}

/// The options of one command that a file can give.
pub fn of(command: &Command) -> Vec<&Arg> {
    named(command).collect()
}

fn named(command: &Command) -> impl Iterator<Item = &Arg> {
    command.get_arguments().filter(|arg| arg.get_long().is_some())
}

/// The name of an option in a file: that on the command line.
pub fn key(arg: &Arg) -> &str {
    arg.get_long().unwrap_or_default()
}

pub fn is_flag(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::SetTrue)
}

/// Whether the option may be given several times.
pub fn is_list(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Append)
}

/// Whether the option is a file or folder.
pub fn is_path(arg: &Arg) -> bool {
    arg.get_value_parser().type_id() == ValueParser::path_buf().type_id()
}
