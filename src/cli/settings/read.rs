//! A configuration file's TOML to the values that it gives to options, with every fault where it stands.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use clap::{Arg, Command};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::place::Place;
use super::{Given, check, options};
use crate::diagnostic::Diagnostic;
use crate::rules::nearest;

/// Options whose value is a program to run, each with its command.
const PROGRAMS: [(&str, &str); 1] = [("open", "viewer")];

/// Reads a file; all that is wrong with it is an error.
pub fn read(place: &Place, program: &Command) -> Result<Vec<Given>, Vec<Diagnostic>> {
    let text: Arc<str> =
        std::fs::read_to_string(&place.path).map_err(|error| vec![unreadable(place, &error)])?.into();
    let (root, errors) = DeTable::parse_recoverable(&text);
    let mut reader = Reader { place, text: text.clone(), given: Vec::new(), faults: Vec::new() };
    for error in &errors {
        let message = format!("not valid TOML: {}", error.message());
        reader.fault(
            message,
            error.span().unwrap_or(0..0),
            "docs/configuration.md shows what the file looks like",
        );
    }
    if errors.is_empty() {
        reader.root(root.get_ref(), program);
    }
    reader.faults.sort_by_key(Diagnostic::line);
    if reader.faults.is_empty() { Ok(reader.given) } else { Err(reader.faults) }
}

fn unreadable(place: &Place, error: &std::io::Error) -> Diagnostic {
    let (why, help) = match error.kind() {
        std::io::ErrorKind::NotFound => {
            ("there is no such file".to_owned(), "check --config or THROUGHLINE_CONFIG")
        }
        std::io::ErrorKind::IsADirectory => ("this is a folder".to_owned(), "name the file in it"),
        std::io::ErrorKind::InvalidData => ("it is not UTF-8 text".to_owned(), "save it as UTF-8"),
        _ => {
            (format!("it cannot be read: {error}"), "check its permissions, or leave it out with --no-config")
        }
    };
    Diagnostic::error("config-unreadable", why).in_file(&place.path).help(help)
}

type Key<'a> = Spanned<std::borrow::Cow<'a, str>>;
type Value<'a> = Spanned<DeValue<'a>>;

struct Reader<'p> {
    place: &'p Place,
    text: Arc<str>,
    given: Vec<Given>,
    faults: Vec<Diagnostic>,
}

impl Reader<'_> {
    fn fault(&mut self, message: impl Into<String>, at: Range<usize>, help: impl Into<String>) {
        let fault = Diagnostic::error("config-fault", message).in_file(&self.place.path);
        self.faults.push(fault.at(self.text.clone(), at, "here").help(help));
    }

    /// Options of every command, and a table for each command.
    fn root(&mut self, root: &DeTable<'_>, program: &Command) {
        let known = options::of_all(program);
        for (key, value) in root.iter() {
            match (value.get_ref(), program.find_subcommand(key.get_ref().as_ref())) {
                (DeValue::Table(table), Some(command)) => self.command(table, command),
                _ => self.option(None, &known, key, value, &commands(program)),
            }
        }
    }

    fn command(&mut self, table: &DeTable<'_>, command: &Command) {
        let known = options::of(command);
        for (key, value) in table.iter() {
            self.option(Some(command.get_name()), &known, key, value, &[]);
        }
    }

    /// Takes an option's value. `tables` are names that may stand beside options.
    fn option(
        &mut self,
        command: Option<&str>,
        known: &[&Arg],
        key: &Key<'_>,
        value: &Value<'_>,
        tables: &[&str],
    ) {
        let name = key.get_ref().as_ref();
        let Some(arg) = known.iter().find(|arg| options::key(arg) == name) else {
            let names: Vec<&str> = known.iter().map(|arg| options::key(arg)).collect();
            return self.unknown(command, key, &names, tables);
        };
        if self.place.found_here && command.is_some_and(|command| PROGRAMS.contains(&(command, name))) {
            return self.fault(
                format!("`{name}` names a program to run"),
                value.span(),
                self.where_programs_go(),
            );
        }
        match self.values(arg, value) {
            Ok(values) => {
                let line = self.text[..key.span().start].matches('\n').count() + 1;
                let (command, option) = (command.map(str::to_owned), arg.get_id().clone());
                self.given.push(Given { command, option, values, line });
            }
            Err((message, help)) => self.fault(message, value.span(), help),
        }
    }

    fn unknown(&mut self, command: Option<&str>, key: &Key<'_>, options: &[&str], tables: &[&str]) {
        let name = key.get_ref().as_ref();
        let help = match (nearest(name, options.iter().chain(tables).copied()), command) {
            (Some(near), _) if tables.contains(&near) => format!("did you mean [{near}]?"),
            (Some(near), _) => format!("did you mean `{near}`?"),
            (None, Some(command)) if options.is_empty() => format!("`{command}` has no options to set"),
            (None, Some(command)) => format!("the options of `{command}` are: {}", options.join(", ")),
            (None, None) => {
                format!(
                    "options of every command: {}; others stand under their command, as [brief]",
                    options.join(", ")
                )
            }
        };
        self.fault(format!("unknown key `{name}`"), key.span(), help);
    }

    /// The values of an option as they would be typed, or what is wrong and what to do.
    fn values(&self, arg: &Arg, value: &Value<'_>) -> Result<Vec<String>, (String, String)> {
        let values = check::typed(arg, value.get_ref())?;
        values.iter().try_for_each(|value| check::accepted(arg, value))?;
        if !options::is_path(arg) {
            return Ok(values);
        }
        Ok(values.iter().map(|value| self.counted_from_file(value)).collect())
    }

    /// A path of the file, which counts from the file's folder, or from the user's own where it begins with `~/`.
    fn counted_from_file(&self, path: &str) -> String {
        let home = path.strip_prefix("~/").zip(etcetera::home_dir().ok());
        let whole = match home {
            Some((rest, home)) => home.join(rest),
            None => self.place.path.parent().unwrap_or(Path::new("")).join(path),
        };
        whole.to_string_lossy().into_owned()
    }

    fn where_programs_go(&self) -> String {
        let own = super::own().map_or_else(String::new, |own| format!("in {}, ", own.display()));
        format!(
            "a file that is found beside letters may not choose programs: set it {own}or name this file with --config"
        )
    }
}

fn commands(program: &Command) -> Vec<&str> {
    program.get_subcommands().map(Command::get_name).collect()
}
