//! CPU time of ingesting a folder of letters, against `pdftotext` (Debian package `poppler-utils`) over the
//! PDFs in it: the tool that people use today to get at the text alone.
//!
//!     cargo bench --bench ingest              # ../shared/letters where it is, else corpus/
//!     cargo bench --bench ingest -- FOLDER
//!
//! Prints both and their ratio, each the least of three runs. CPU time is the user and system time of the
//! child processes, as Linux counts it.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const RUNS: usize = 3;

fn main() {
    let folder = folder();
    let pdfs = pdfs(&folder);
    println!("{}: {} PDFs", folder.display(), pdfs.len());
    let ours = least(|| ingest(&folder));
    println!("throughline ingest  {ours:6.2} s CPU");
    if !Path::new("/usr/bin/pdftotext").exists() {
        println!("pdftotext is not installed (Debian package poppler-utils): no ratio");
        return;
    }
    let theirs = least(|| pdfs.iter().for_each(|pdf| pdftotext(pdf)));
    println!("pdftotext           {theirs:6.2} s CPU");
    println!("ratio               {:6.2}", ours / theirs);
}

fn folder() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let named = std::env::args().skip(1).find(|argument| !argument.starts_with("--"));
    let shared = root.join("../shared/letters");
    named.map(PathBuf::from).unwrap_or(if shared.is_dir() { shared } else { root.join("corpus") })
}

fn pdfs(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for path in std::fs::read_dir(folder).expect("the folder is readable").flatten().map(|entry| entry.path())
    {
        if path.is_dir() {
            found.extend(pdfs(&path));
        } else if path.extension().is_some_and(|extension| extension == "pdf") {
            found.push(path);
        }
    }
    found
}

fn ingest(folder: &Path) {
    let store = tempfile::tempdir().expect("a temporary folder");
    let mut command = Command::new(env!("CARGO_BIN_EXE_throughline"));
    command.arg("--store").arg(store.path()).arg("ingest").arg(folder);
    run(&mut command);
}

fn pdftotext(pdf: &Path) {
    run(Command::new("/usr/bin/pdftotext").arg(pdf).arg("-"));
}

/// Runs a command to its end. Some files of a folder may be broken on purpose, so its exit code is let be.
fn run(command: &mut Command) {
    command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("the program starts");
}

fn least(mut work: impl FnMut()) -> f64 {
    let mut times = (0..RUNS).map(|_| {
        let before = children_cpu();
        work();
        children_cpu() - before
    });
    let first = times.next().unwrap_or_default();
    times.fold(first, f64::min)
}

/// User and system time of the finished children of this process, in seconds: fields 16 and 17 of
/// `/proc/self/stat`, in hundredths.
fn children_cpu() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").expect("this bench runs on Linux");
    let after_name = stat.rsplit(')').next().unwrap_or_default();
    let ticks = after_name.split_whitespace().skip(13).take(2);
    ticks.filter_map(|field| field.parse::<f64>().ok()).sum::<f64>() / 100.0
}
