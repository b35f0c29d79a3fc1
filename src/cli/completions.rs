use clap_complete::Shell;

use super::failure::{Failure, Outcome};
use super::session::Session;

const EXAMPLES: &str = "\
Examples:
  bash, with the package bash-completion:
    throughline completions bash \\
        -o ~/.local/share/bash-completion/completions/throughline
  zsh, into a folder of $fpath that ~/.zshrc names before compinit:
    throughline completions zsh -o ~/.zfunc/_throughline
  fish:
    throughline completions fish -o ~/.config/fish/completions/throughline.fish
  PowerShell, by a line in the file that $PROFILE names:
    throughline completions powershell | Out-String | Invoke-Expression
  elvish, by a line in ~/.config/elvish/rc.elv:
    eval (throughline completions elvish | slurp)

The folder must be there. Open a new shell, type `throughline tr` and press Tab.";

/// Print a script that lets a shell complete commands, options and their values
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Args {
    /// The shell to complete in
    shell: Shell,
}

pub fn run(args: &Args, session: &Session) -> Result<Outcome, Failure> {
    let mut command = super::command();
    let name = command.get_name().to_owned();
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut command, name, &mut script);
    session.terminal.print_bytes(&script)?;
    Ok(Outcome::AllWell)
}
