use super::failure::{Failure, Outcome};
use super::format::Format;
use super::session::Session;
use super::settings::{GivenBy, InForce, Setting, searched};
use crate::render;

const EXAMPLES: &str = "\
Examples:
  throughline config                      options in force, and who gave each
  throughline config --config team.toml   with the options of that file
  throughline config --json

A configuration file gives options their defaults: those of every command first, then tables for commands:

  store = \"letters/.throughline\"
  rules = [\"our-rules\"]

  [brief]
  since = 2018

It is the file of --config, else of THROUGHLINE_CONFIG, else throughline.toml in the current folder, \
else the one in the user's folder for configuration. Its paths count from its own folder. What is typed \
comes first, then the environment, then the file.";

/// Show the options in force and where each comes from: command line, environment, configuration file
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    #[command(flatten)]
    format: Format,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let in_force = &session.settings.in_force(&super::command(), &session.matches);
    if args.format.is_json(session) {
        session.terminal.print_json(in_force)?;
    } else {
        let rows: Vec<Vec<String>> = in_force.settings.iter().map(|setting| row(setting, in_force)).collect();
        session.terminal.print(&render::settings::table_of(&rows, session.terminal.look()))?;
        session.terminal.note(&about_file(in_force));
    }
    Ok(Outcome::AllWell)
}

fn row(setting: &Setting, in_force: &InForce) -> Vec<String> {
    let file = in_force.file.as_deref().unwrap_or_else(|| "".as_ref()).display();
    let from = match &setting.from {
        GivenBy::CommandLine => "command line".to_owned(),
        GivenBy::Environment { variable } => variable.clone(),
        GivenBy::File { line } => format!("{file}, line {line}"),
        GivenBy::Program => "default".to_owned(),
    };
    let command = setting.command.as_ref().map_or_else(String::new, |command| format!("{command} "));
    let values = if setting.values.is_empty() { "-".to_owned() } else { setting.values.join(", ") };
    vec![format!("{command}--{}", setting.option), values, from]
}

fn about_file(in_force: &InForce) -> String {
    match &in_force.file {
        Some(file) => format!("Configuration file: {}", file.display()),
        None => {
            let places: Vec<String> = searched().iter().map(|path| path.display().to_string()).collect();
            format!("No configuration file: none is named, and there is no {}", places.join(" or "))
        }
    }
}
