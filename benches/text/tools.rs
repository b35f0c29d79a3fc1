use std::path::Path;
use std::process::Command;

use crate::part::Part;

/// A program that gets at the text of a PDF.
pub struct Tool {
    pub name: &'static str,
    /// The Debian package that it is in; none for our own.
    pub package: &'static str,
    pub command: fn(&Path) -> Command,
    goal: Goal,
}

enum Goal {
    /// We take at most so many times as long.
    AtMost(f64),
    /// We are at least so many times faster.
    Faster(f64),
}

pub const OTHERS: [Tool; 3] = [
    Tool {
        name: "lopdf floor",
        package: "",
        command: |pdf| Part::Floor.command(pdf),
        goal: Goal::AtMost(2.0),
    },
    Tool {
        name: "mutool draw -F txt",
        package: "mupdf-tools",
        command: |pdf| program("/usr/bin/mutool", &["draw", "-F", "txt"], pdf),
        goal: Goal::Faster(4.0),
    },
    Tool {
        name: "pdftotext",
        package: "poppler-utils",
        command: |pdf| {
            let mut command = program("/usr/bin/pdftotext", &[], pdf);
            command.arg("-");
            command
        },
        goal: Goal::Faster(15.0),
    },
];

/// Our own.
pub fn text(pdf: &Path) -> Command {
    program(env!("CARGO_BIN_EXE_throughline"), &["text"], pdf)
}

fn program(path: &str, arguments: &[&str], pdf: &Path) -> Command {
    let mut command = Command::new(path);
    command.args(arguments).arg(pdf);
    command
}

impl Tool {
    pub fn is_installed(&self) -> bool {
        Path::new((self.command)(Path::new("")).get_program()).exists()
    }

    /// What our time is to theirs, and what it ought to be.
    pub fn compare(&self, ours: f64, theirs: f64) -> String {
        match self.goal {
            Goal::AtMost(goal) => format!("ours is {:5.2} times it; goal: at most {goal:.1}", ours / theirs),
            Goal::Faster(goal) => {
                format!("ours is {:5.1} times faster; goal: at least {goal:.0}", theirs / ours)
            }
        }
    }
}
