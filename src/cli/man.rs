use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::failure::{Failure, Outcome};
use super::filters::choose;
use super::session::Session;
use crate::export;

const EXAMPLES: &str = "\
Examples:
  throughline man brief | man -l -             show one page
  throughline man -o ~/.local/share/man/man1   all, for `man throughline-brief`

The folder is made where it does not exist.";

/// Print the manual page of a command, or write those of all commands to a folder with -o
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The command, such as `brief` or `rules check`; else the program itself, and with -o all pages
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

impl Args {
    /// Whether all pages are wanted, each in a file of its own, where there is a folder for them.
    pub fn wants_all(&self) -> bool {
        self.command.is_empty()
    }
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    // A page for each `help COMMAND` would say what the page of the command says.
    let mut program = super::command().disable_help_subcommand(true);
    program.build();
    match &session.output {
        Some(folder) if args.wants_all() => {
            std::fs::create_dir_all(folder).map_err(|error| Failure::writing(folder, &error))?;
            for command in with_subcommands(&program) {
                let (name, page) = page(command)?;
                let path = folder.join(name);
                export::write_file(&path, &page).map_err(|error| Failure::writing(&path, &error))?;
                session.terminal.note(&path.display().to_string());
            }
        }
        _ => session.terminal.print_bytes(&page(named(&program, &args.command)?)?.1)?,
    }
    Ok(Outcome::AllWell)
}

/// The command of these names, each that of a subcommand of the one before.
fn named<'c>(program: &'c Command, names: &[String]) -> Result<&'c Command, Failure> {
    names.iter().try_fold(program, |command, typed| {
        let known: Vec<&str> = command.get_subcommands().map(Command::get_name).collect();
        if known.contains(&typed.as_str()) {
            return Ok(command.find_subcommand(typed).unwrap_or(command));
        }
        // Which says that there is none, and which is near.
        let near = choose("unknown-command", "command", typed, &known)?;
        Ok(command.find_subcommand(near).unwrap_or(command))
    })
}

fn with_subcommands(command: &Command) -> Vec<&Command> {
    std::iter::once(command).chain(command.get_subcommands().flat_map(with_subcommands)).collect()
}

/// The name of a page's file, and the page.
fn page(command: &Command) -> Result<(String, Vec<u8>), Failure> {
    let version = format!("throughline {}", env!("CARGO_PKG_VERSION"));
    let man = Man::new(command.clone()).source(version);
    let mut page = Vec::new();
    let render = |page: &mut Vec<u8>| {
        man.render_title(page)?;
        man.render_name_section(page)?;
        man.render_synopsis_section(page)?;
        man.render_description_section(page)?;
        man.render_options_section(page)?;
        if command.has_subcommands() {
            man.render_subcommands_section(page)?;
        }
        examples(command).to_writer(page)
    };
    render(&mut page).map_err(|_| Failure::of_our_own())?;
    Ok((man.get_filename(), page))
}

/// What stands below a command's help, line by line as it is there.
fn examples(command: &Command) -> Roff {
    let mut roff = Roff::new();
    let Some(text) = command.get_after_help().map(ToString::to_string) else { return roff };
    roff.control("SH", ["EXAMPLES"]).control("nf", []);
    for line in text.lines().filter(|line| *line != "Examples:") {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
    roff
}
