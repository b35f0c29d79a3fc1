//! The same sources, rules and version give the same bytes, in every form of export and in briefs: from two stores
//! that were filled in different order, and from one store twice.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

const FORMS: [&str; 5] = ["annotations", "csv", "jsonl", "sqlite", "xlsx"];
const AREAS: [&str; 3] = ["Elverdale", "Northmere", "Wexcombe"];

type Bytes = BTreeMap<PathBuf, Vec<u8>>;

#[test]
fn two_stores_of_the_same_letters_give_the_same_bytes() {
    let place = tempfile::tempdir().unwrap();
    let letters = copy_letters(place.path());
    let (forth, back) = (place.path().join("forth"), place.path().join("back"));
    let together: Vec<&str> = letters.iter().map(String::as_str).collect();
    run(place.path(), &forth, &[&["ingest"], &together[..]].concat());
    // One at a time, the last first.
    for letter in together.iter().rev() {
        run(place.path(), &back, &["ingest", letter]);
    }
    let once = everything(place.path(), &forth);
    assert!(once.len() > 30, "{:?}", once.keys());
    assert_same(&once, &everything(place.path(), &forth), "a second time");
    assert_same(&once, &everything(place.path(), &back), "ingested in another order");
}

fn assert_same(once: &Bytes, again: &Bytes, when: &str) {
    assert_eq!(once.keys().collect::<Vec<_>>(), again.keys().collect::<Vec<_>>());
    for (path, bytes) in once {
        assert!(again[path] == *bytes, "{} differs, {when}", path.display());
    }
}

/// The letters of `corpus/`, in a folder of their own, by their paths from there.
fn copy_letters(place: &Path) -> Vec<String> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut letters = Vec::new();
    for area in AREAS {
        let area = area.to_lowercase();
        std::fs::create_dir_all(place.join(&area)).unwrap();
        for entry in std::fs::read_dir(corpus.join(&area)).unwrap() {
            let name = format!("{area}/{}", entry.unwrap().file_name().to_string_lossy());
            std::fs::copy(corpus.join(&name), place.join(&name)).unwrap();
            letters.push(name);
        }
    }
    letters.sort();
    letters
}

/// Every file of every export, and the briefs, by their names.
fn everything(place: &Path, store: &Path) -> Bytes {
    let out = place.join("out");
    let forms = FORMS.into_iter().chain(cfg!(feature = "parquet").then_some("parquet"));
    for form in forms {
        run(place, store, &["export", "--format", form, "-o", &format!("out/{form}")]);
    }
    for area in AREAS {
        run(place, store, &["brief", "--area", area, "-o", &format!("out/{area}.md")]);
    }
    let mut files = Bytes::new();
    read(&out, &mut files);
    std::fs::remove_dir_all(&out).unwrap();
    files
}

fn read(folder: &Path, files: &mut Bytes) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read(&path, files);
        } else {
            files.insert(path.clone(), std::fs::read(&path).unwrap());
        }
    }
}

fn run(place: &Path, store: &Path, arguments: &[&str]) {
    let mut program = Command::new(env!("CARGO_BIN_EXE_throughline"));
    program.current_dir(place).arg("--quiet").arg("--store").arg(store).args(arguments);
    let output = program.output().unwrap();
    assert!(output.status.success(), "{arguments:?}\n{}", String::from_utf8_lossy(&output.stderr));
}
