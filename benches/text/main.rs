//! CPU time of `throughline text` over the PDFs of a folder, against `pdftotext` (Debian package
//! `poppler-utils`), `mutool` (`mupdf-tools`), and the floor: loading each file and inflating every page's
//! content streams with `lopdf`, which is what any reader built on it has to do first.
//!
//!     cargo bench --bench text                # ../shared/letters where it is, else corpus/
//!     cargo bench --bench text -- FOLDER
//!
//! The tools take turns, one process a file, and the least of three runs of each counts. Then comes the memory
//! that `throughline text` holds at most over a report of thirty pages, which the typesetter of the corpus makes.

#[path = "../common/mod.rs"]
mod common;
mod part;
mod tools;

use std::path::{Path, PathBuf};
use std::process::Command;

use common::files::{folder, pdfs};
use common::usage::{Usage, least, run, run_each};
use part::Part;
use tools::{OTHERS, Tool, text};

const RUNS: usize = 3;
const PAGES: usize = 30;
/// What the report of so many pages may cost, in MiB.
const MEMORY_GOAL: f64 = 12.0;

fn main() {
    if let Some((part, pdf)) = Part::asked() {
        return part.work(&pdf);
    }
    let folder = folder();
    let pdfs = pdfs(&folder);
    println!("{}: {} PDFs, one process a file", folder.display(), pdfs.len());
    times(&pdfs);
    long_report();
}

/// Prints the CPU time of each tool, and the ratio of ours to it.
fn times(pdfs: &[PathBuf]) {
    let (installed, missing): (Vec<&Tool>, Vec<&Tool>) = OTHERS.iter().partition(|tool| tool.is_installed());
    let commands: Vec<_> =
        [text as fn(&Path) -> Command].into_iter().chain(installed.iter().map(|tool| tool.command)).collect();
    let round = |_| commands.iter().map(|command| run_each(pdfs, |pdf| command(pdf))).collect::<Vec<Usage>>();
    let each_least = |one: Vec<Usage>, other: Vec<Usage>| {
        one.into_iter().zip(other).map(|(one, other)| least(one, other)).collect()
    };
    let usages = (0..RUNS).map(round).reduce(each_least).expect("a round");
    let ours = usages[0];
    println!("throughline text    {:7.3} s CPU, at most {:.1} MiB on a file", ours.cpu, ours.peak);
    for (tool, theirs) in installed.iter().zip(&usages[1..]) {
        println!("{:<20}{:7.3} s CPU  {}", tool.name, theirs.cpu, tool.compare(ours.cpu, theirs.cpu));
    }
    for tool in missing {
        println!("{:<20}not installed (Debian package {})", tool.name, tool.package);
    }
}

/// Prints the memory that reading a long report holds at most. This process loads no PDF itself: Linux counts
/// what a parent held when its child was started to the child.
fn long_report() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let pdf = folder.path().join("long-report.pdf");
    run(&mut Part::LongReport.command(&pdf));
    let usage = (0..RUNS).map(|_| run(&mut text(&pdf))).reduce(least).expect("a run");
    println!("{PAGES} pages            {:7.1} MiB; goal: at most {MEMORY_GOAL:.0} MiB", usage.peak);
}
