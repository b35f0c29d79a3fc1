//! CPU time of ingesting a folder of letters, against `pdftotext` (Debian package `poppler-utils`) over the
//! PDFs in it: the tool that people use today to get at the text alone.
//!
//!     cargo bench --bench ingest              # ../shared/letters where it is, else corpus/
//!     cargo bench --bench ingest -- FOLDER
//!
//! Prints both, each the least of three runs, their ratio, and the memory that ingesting holds at most.

mod common;

use std::path::Path;
use std::process::Command;

use common::files::{folder, pdfs};
use common::usage::{Usage, least, run, run_each};

const RUNS: usize = 3;
const PDFTOTEXT: &str = "/usr/bin/pdftotext";

fn main() {
    let folder = folder();
    let pdfs = pdfs(&folder);
    println!("{}: {} PDFs", folder.display(), pdfs.len());
    let ours = least_of_runs(|| ingest(&folder));
    println!("throughline ingest  {:6.2} s CPU, at most {:.1} MiB", ours.cpu, ours.peak);
    if !Path::new(PDFTOTEXT).exists() {
        println!("pdftotext is not installed (Debian package poppler-utils): no ratio");
        return;
    }
    let theirs = least_of_runs(|| run_each(&pdfs, |pdf| pdftotext(pdf)));
    println!("pdftotext           {:6.2} s CPU", theirs.cpu);
    println!("ratio               {:6.2}", ours.cpu / theirs.cpu);
}

fn ingest(folder: &Path) -> Usage {
    let store = tempfile::tempdir().expect("a temporary folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_throughline"));
    run(command.arg("--store").arg(store.path()).arg("ingest").arg(folder))
}

fn pdftotext(pdf: &Path) -> Command {
    let mut command = Command::new(PDFTOTEXT);
    command.arg(pdf).arg("-");
    command
}

fn least_of_runs(work: impl Fn() -> Usage) -> Usage {
    (0..RUNS).map(|_| work()).reduce(least).expect("a run")
}
