use std::io::{IsTerminal, Write, stderr, stdout};

use anstream::{AutoStream, ColorChoice};
use serde::Serialize;

use super::failure::Failure;
use super::results::Results;
use crate::diagnostic::{Diagnostic, draw};
use crate::render::Look;

/// Where a command prints: results to standard output or the file of `--output`, everything else to standard error.
#[derive(Debug)]
pub struct Terminal {
    colour: ColorChoice,
    quiet: bool,
    results: Results,
}

impl Terminal {
    pub fn new(colour: ColorChoice, quiet: bool, results: Results) -> Self {
        Self { colour, quiet, results }
    }

    /// Before the options are known.
    pub fn before_options(colour: ColorChoice) -> Self {
        Self::new(colour, false, Results::to(None))
    }

    /// How results are set: as wide as the terminal is, and plain in a pipe.
    pub fn look(&self) -> Look {
        if self.results.go_to_a_file() {
            return Look::PLAIN;
        }
        let stdout = stdout();
        let size = terminal_size::terminal_size_of(&stdout).map(|(width, _)| usize::from(width.0));
        let colour = match self.colour {
            ColorChoice::Auto => AutoStream::choice(&stdout) != ColorChoice::Never,
            choice => choice != ColorChoice::Never,
        };
        Look { width: size.unwrap_or(Look::PLAIN.width), colour, piped: !stdout.is_terminal() }
    }

    pub fn print(&self, text: &str) -> Result<(), Failure> {
        self.print_bytes(text.as_bytes())
    }

    /// Prints bytes as they are.
    pub fn print_bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        self.results.add(bytes)
    }

    pub fn print_json(&self, value: &impl Serialize) -> Result<(), Failure> {
        let json = serde_json::to_string_pretty(value).map_err(|_| Failure::of_our_own())?;
        self.print(&(json + "\n"))
    }

    /// Whether results go to a person's screen.
    pub fn shows_results(&self) -> bool {
        self.results.are_watched()
    }

    /// Writes the results that are held for a file.
    pub fn finish(&self) -> Result<(), Failure> {
        self.results.finish()
    }

    /// Whether progress may be shown.
    pub fn is_watched(&self) -> bool {
        !self.quiet && stderr().is_terminal()
    }

    pub fn is_quiet(&self) -> bool {
        self.quiet
    }

    /// Tells of something doubtful, unless that is not wanted.
    pub fn warning(&self, diagnostic: &Diagnostic) {
        if !self.quiet {
            self.fault(diagnostic);
        }
    }

    /// Tells what went wrong.
    pub fn fault(&self, diagnostic: &Diagnostic) {
        let colour = match self.colour {
            ColorChoice::Auto => AutoStream::choice(&stderr()) != ColorChoice::Never,
            choice => choice != ColorChoice::Never,
        };
        self.say(&draw(diagnostic, colour));
    }

    /// A remark beside the results.
    pub fn note(&self, text: &str) {
        if !self.quiet {
            self.say(text);
        }
    }

    fn say(&self, text: &str) {
        // Nobody is there to be told that this failed.
        let _ = writeln!(stderr().lock(), "{text}");
    }
}
