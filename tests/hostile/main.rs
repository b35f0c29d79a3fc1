//! Files made to break readers, by a generator that makes the same ones in every run: each gives text or a typed
//! error, with no panic behind it, in bounded time. Run one kind alone with
//! `HOSTILE=name cargo test --test hostile -- --nocapture`; `HOSTILE_KEEP=FOLDER` keeps the files there, to measure
//! the memory that they take.
#![cfg(unix)]

mod cost;
mod drawing;
mod objects;
mod others;
mod pdf;
mod streams;
mod structure;

use std::path::Path;
use std::process::{Command, Stdio};

/// A file made to break readers.
pub struct Case {
    name: String,
    bytes: Vec<u8>,
    /// Good text that stands in the file and must be read.
    holds: &'static str,
}

impl Case {
    /// A file that may hold anything or nothing.
    fn new(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes, holds: "" }
    }

    /// A file whose good text must be read.
    fn holding(name: impl Into<String>, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), bytes, holds: pdf::TEXT }
    }
}

/// Seconds of CPU that a file may take; a build without optimisation takes some ten times as long.
const LONGEST: f64 = if cfg!(debug_assertions) { 20.0 } else { 2.0 };
/// What is said where a panic was caught.
const CAUGHT: [&str; 3] = ["make no sense", "makes no sense", "a fault of its own"];

#[test]
fn files_made_to_break_readers_give_text_or_a_typed_error() {
    let wanted = std::env::var("HOSTILE").unwrap_or_default();
    let folder = tempfile::tempdir().unwrap();
    let cases = [objects::cases(), streams::cases(), structure::cases(), drawing::cases(), others::cases()];
    let faults: Vec<String> = cases
        .into_iter()
        .flatten()
        .filter(|case| case.name.contains(&wanted))
        .filter_map(|case| fault(&case, folder.path()))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// What is wrong with how the program reads a file.
fn fault(case: &Case, folder: &Path) -> Option<String> {
    let path = |ending: &str| folder.join(format!("case.{ending}"));
    std::fs::write(path("in"), &case.bytes).unwrap();
    if let Some(kept) = std::env::var_os("HOSTILE_KEEP") {
        std::fs::write(Path::new(&kept).join(case.name.replace([' ', '/'], "-")), &case.bytes).unwrap();
    }
    let output = |ending| Stdio::from(std::fs::File::create(path(ending)).unwrap());
    let mut command = Command::new(env!("CARGO_BIN_EXE_throughline"));
    command.arg("text").arg(path("in")).stdout(output("out")).stderr(output("err"));
    let cost = cost::run(command);
    let said = |ending| String::from_utf8_lossy(&std::fs::read(path(ending)).unwrap()).into_owned();
    let (text, told) = (said("out"), said("err"));
    println!("{}: {:.2} s, {}", case.name, cost.seconds, told.lines().next().unwrap_or("text"));
    let wrong = if !matches!(cost.code, Some(0 | 1)) {
        format!("ends with {:?}: {told}", cost.code)
    } else if CAUGHT.iter().any(|caught| told.contains(caught)) {
        "makes the reader panic".to_owned()
    } else if !text.contains(case.holds) {
        format!("its text is lost: {told}")
    } else if cost.seconds > LONGEST {
        format!("takes {:.2} s", cost.seconds)
    } else {
        return None;
    };
    Some(format!("{}: {wrong}", case.name))
}
