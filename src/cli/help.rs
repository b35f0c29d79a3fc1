//! The program's own help: its commands in groups, by what one comes to them for.

use std::fmt::Write;

use clap::Command;

use crate::render;

const GROUPS: [(&str, &[&str]); 6] = [
    ("Take letters in", &["ingest", "extract", "text"]),
    ("Look at what is held", &["list", "show", "open", "search"]),
    ("Follow and compare", &["trace", "timeline", "check", "compare"]),
    ("Hand on", &["brief", "export", "verify"]),
    (
        "See and mend how letters are read",
        &["explain", "why-not", "coverage", "rules", "correct", "corrections"],
    ),
    (OTHERS, &["config", "completions", "man"]),
];
/// The group of every command that no group names.
const OTHERS: &str = "The program itself";

/// How wide the list is where no terminal is.
const WIDTH: usize = 80;

/// The program with a help that lists its commands in groups.
pub fn in_groups(program: Command) -> Command {
    let width =
        terminal_size::terminal_size().map_or(WIDTH, |(width, _)| usize::from(width.0).clamp(40, 100));
    let header = program.get_styles().get_header();
    let mut list = String::new();
    for (title, names) in GROUPS {
        // Writing to a string does not fail.
        let _ = writeln!(list, "\n{header}{title}:{header:#}");
        let named = names.iter().filter_map(|name| program.find_subcommand(name));
        let others = program.get_subcommands().filter(|command| title == OTHERS && !is_in_a_group(command));
        named.chain(others).for_each(|command| list.push_str(&line(command, width)));
    }
    let options = format!("{header}Options of every command:{header:#}");
    program.help_template(format!(
        "{{about-with-newline}}\n{{usage-heading}} {{usage}}\n{list}\n{options}\n{{options}}{{after-help}}"
    ))
}

fn is_in_a_group(command: &Command) -> bool {
    GROUPS.iter().any(|(_, names)| names.contains(&command.get_name()))
}

/// A command and what it is for, with further lines below its beginning.
fn line(command: &Command, width: usize) -> String {
    let about = command.get_about().map(ToString::to_string).unwrap_or_default();
    render::wrap(&about, width, &format!("  {:<13}", command.get_name()), &" ".repeat(15))
}
