//! Replays what `fuzz/` holds through the functions that its targets call, on a stable toolchain: every seed,
//! and every file that once showed a fault, named after what it showed.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use throughline::fuzzing;

const TARGETS: [(&str, fn(&[u8])); 6] = [
    ("cmap", fuzzing::cmap),
    ("fonts", fuzzing::fonts),
    ("pdf", fuzzing::pdf),
    ("structure", fuzzing::structure),
    ("text", fuzzing::text),
    ("tokens", fuzzing::tokens),
];

/// No input may take longer, even in a build without optimisation.
const LONGEST: Duration = Duration::from_secs(2);

#[test]
fn seeds_are_read_without_panic_and_in_time() {
    for (target, read) in TARGETS {
        let seeds = files(&fuzz_folder().join("seeds").join(target));
        assert!(!seeds.is_empty(), "{target} has no seeds");
        seeds.iter().for_each(|seed| replay(seed, read));
    }
}

#[test]
fn faults_found_stay_mended() {
    for (target, read) in TARGETS {
        files(&fuzz_folder().join("faults").join(target)).iter().for_each(|fault| replay(fault, read));
    }
}

#[test]
fn every_target_is_replayed() {
    let stem = |path: &PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
    let written: BTreeSet<String> = files(&fuzz_folder().join("fuzz_targets")).iter().map(stem).collect();
    let replayed = TARGETS.iter().map(|(target, _)| (*target).to_owned()).collect();
    assert_eq!(written, replayed);
}

fn replay(path: &Path, read: fn(&[u8])) {
    let bytes = std::fs::read(path).unwrap();
    let started = Instant::now();
    let read = std::panic::catch_unwind(|| read(&bytes));
    assert!(read.is_ok(), "{} makes the reader panic", path.display());
    assert!(started.elapsed() < LONGEST, "{} takes {:?}", path.display(), started.elapsed());
}

fn fuzz_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz")
}

/// The files of a folder, in order of name; none where there is no folder.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}
