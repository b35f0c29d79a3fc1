//! Replays what `fuzz/` holds through the functions that its targets call, on a stable toolchain: every seed,
//! every file that once showed a fault, named after what it showed, and changed seeds, for as long as a test may
//! take. A fault that shows here is kept: its input goes to `fuzz/faults/TARGET/`.

mod mutate;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use mutate::Mutator;
use throughline::fuzzing;

/// Its name in `fuzz/`, and what it calls.
type Target = (&'static str, fn(&[u8]));

const TARGETS: [Target; 6] = [
    ("cmap", fuzzing::cmap),
    ("fonts", fuzzing::fonts),
    ("pdf", fuzzing::pdf),
    ("structure", fuzzing::structure),
    ("text", fuzzing::text),
    ("tokens", fuzzing::tokens),
];

/// How long changed seeds of one target are tried.
const TRYING: Duration = Duration::from_millis(800);
/// How many of them are tried at most.
const TRIES: usize = 5_000;
/// No input may take longer, even in a build without optimisation.
const LONGEST: Duration = Duration::from_secs(2);

#[test]
fn seeds_are_read_without_panic_and_in_time() {
    for (target, read) in TARGETS {
        let seeds = files(&fuzz_folder().join("seeds").join(target));
        assert!(!seeds.is_empty(), "{target} has no seeds");
        seeds.iter().for_each(|seed| replay_file(seed, read));
    }
}

#[test]
fn faults_found_stay_mended() {
    for (target, read) in TARGETS {
        files(&fuzz_folder().join("faults").join(target)).iter().for_each(|fault| replay_file(fault, read));
    }
}

#[test]
fn changed_seeds_are_read_without_panic_and_in_time() {
    for (target, read) in TARGETS {
        let seeds = files(&fuzz_folder().join("seeds").join(target));
        let seeds: Vec<Vec<u8>> = seeds.iter().map(|seed| std::fs::read(seed).unwrap()).collect();
        let mut mutator = Mutator::new(&seeds);
        let started = Instant::now();
        for number in (0..TRIES).take_while(|_| started.elapsed() < TRYING) {
            replay(&mutator.input(), read, &format!("change {number} of the seeds of {target}"));
        }
    }
}

#[test]
fn every_target_is_replayed() {
    let stem = |path: &PathBuf| path.file_stem().unwrap().to_string_lossy().into_owned();
    let written: BTreeSet<String> = files(&fuzz_folder().join("fuzz_targets")).iter().map(stem).collect();
    let replayed = TARGETS.iter().map(|(target, _)| (*target).to_owned()).collect();
    assert_eq!(written, replayed);
}

fn replay_file(path: &Path, read: fn(&[u8])) {
    replay(&std::fs::read(path).unwrap(), read, &path.display().to_string());
}

fn replay(bytes: &[u8], read: fn(&[u8]), name: &str) {
    let started = Instant::now();
    let read = std::panic::catch_unwind(|| read(bytes));
    assert!(read.is_ok(), "{name} makes the reader panic");
    assert!(started.elapsed() < LONGEST, "{name} takes {:?}", started.elapsed());
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
