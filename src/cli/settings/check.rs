//! A value of a configuration file, checked as if it were typed.

use std::error::Error;

use clap::{Arg, Command};
use toml::de::DeValue;

use super::options::{is_flag, is_list, key};
use crate::rules::nearest;

/// What is wrong with a value, and what to do.
type Fault = (String, String);

/// The values that a TOML value stands for, as they would be typed.
pub fn typed(arg: &Arg, value: &DeValue<'_>) -> Result<Vec<String>, Fault> {
    let typed = match value {
        DeValue::Boolean(flag) if is_flag(arg) => Some(vec![flag.to_string()]),
        DeValue::Array(items) if is_list(arg) => items.iter().map(|item| word(item.get_ref())).collect(),
        value if !is_flag(arg) => word(value).map(|word| vec![word]),
        _ => None,
    };
    typed.ok_or_else(|| {
        let wanted = match arg {
            arg if is_flag(arg) => "true or false",
            arg if is_list(arg) => "a string or a list of strings",
            _ => "a string",
        };
        (format!("`{}` must be {wanted}", key(arg)), about(arg))
    })
}

/// One value. A number or date needs no quotation marks.
fn word(value: &DeValue<'_>) -> Option<String> {
    match value {
        DeValue::String(text) => Some(text.to_string()),
        DeValue::Integer(number) => Some(number.to_string()),
        DeValue::Float(number) => Some(number.to_string()),
        DeValue::Datetime(date) => Some(date.to_string()),
        DeValue::Boolean(_) | DeValue::Array(_) | DeValue::Table(_) => None,
    }
}

/// Makes sure that an option takes a value.
pub fn accepted(arg: &Arg, value: &str) -> Result<(), Fault> {
    if is_flag(arg) {
        return Ok(());
    }
    let names = arg.get_possible_values();
    let names: Vec<&str> = names.iter().map(|name| name.get_name()).collect();
    let alone = Arg::new("value").long("value").value_parser(arg.get_value_parser().clone());
    let command = Command::new("check").no_binary_name(true).arg(alone);
    let Err(error) = command.try_get_matches_from([format!("--value={value}")]) else { return Ok(()) };
    let message = format!("`{}` cannot be \"{value}\"", key(arg));
    Err(match (error.source(), nearest(value, names.iter().copied())) {
        (Some(source), _) => (format!("{message}: {source}"), about(arg)),
        (None, Some(near)) => (message, format!("did you mean \"{near}\"?")),
        (None, None) if !names.is_empty() => (message, format!("it is one of: {}", names.join(", "))),
        (None, None) => (message, about(arg)),
    })
}

/// What an option is for.
fn about(arg: &Arg) -> String {
    let about = arg.get_help().map_or_else(String::new, |help| format!(": {help}"));
    format!("`{}`{about}", key(arg))
}
