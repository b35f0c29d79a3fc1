use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::ValueEnum;

use crate::cli::options::Colour;

/// What must be known of a call before it can be read with its defaults.
#[derive(Debug, Default)]
pub struct Asked {
    /// The file that the call names.
    pub config: Option<PathBuf>,
    pub no_config: bool,
    pub colour: Colour,
}

impl Asked {
    /// Takes its three options wherever they stand; what is wrong with the call is seen when it is read in full.
    pub fn of(arguments: &[OsString]) -> Self {
        let mut asked = Self::default();
        let mut rest = arguments.iter().skip(1).take_while(|argument| *argument != "--");
        while let Some(argument) = rest.next() {
            let (name, value) = parted(argument);
            let mut value = || value.or_else(|| rest.next().map(OsString::as_os_str));
            match name.to_str() {
                Some("--no-config") => asked.no_config = true,
                Some("--config") => asked.config = value().map(PathBuf::from),
                Some("--color") => {
                    let colour = value().and_then(OsStr::to_str);
                    let colour = colour.and_then(|colour| Colour::from_str(colour, true).ok());
                    asked.colour = colour.unwrap_or_default();
                }
                _ => {}
            }
        }
        asked
    }
}

/// `--name=value` in two, and other arguments whole.
fn parted(argument: &OsStr) -> (&OsStr, Option<&OsStr>) {
    match argument.to_str().and_then(|text| text.split_once('=')) {
        Some((name, value)) => (OsStr::new(name), Some(OsStr::new(value))),
        None => (argument, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(call: &str) -> Asked {
        Asked::of(&call.split(' ').map(OsString::from).collect::<Vec<_>>())
    }

    #[test]
    fn the_options_are_found_wherever_they_stand() {
        let before = asked("throughline --config team.toml --color=never list");
        assert_eq!((before.config, before.colour), (Some(PathBuf::from("team.toml")), Colour::Never));
        let after = asked("throughline list --area X --config=team.toml --no-config");
        assert_eq!((after.config, after.no_config), (Some(PathBuf::from("team.toml")), true));
    }

    #[test]
    fn what_stands_after_two_dashes_is_no_option() {
        let asked = asked("throughline text -- --no-config");
        assert!(!asked.no_config);
    }

    #[test]
    fn an_option_without_its_value_and_a_wrong_value_are_left_to_the_full_reading() {
        assert_eq!(asked("throughline list --config").config, None);
        assert_eq!(asked("throughline list --color blue").colour, Colour::Auto);
    }
}
