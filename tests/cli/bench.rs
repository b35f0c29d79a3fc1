//! A place to run the program in: an empty folder, with a store of its own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use snapbox::cmd::Command;
use snapbox::cmd::OutputAssert;
use tempfile::TempDir;

pub struct Bench {
    folder: TempDir,
}

impl Bench {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// With the letters of one area of `corpus/` in its store.
    pub fn holding(area: &str) -> Self {
        let bench = Self::new();
        copy(&prepared(area), &bench.path(".throughline"));
        bench
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    /// Runs the program in the folder.
    pub fn run(&self, arguments: &[&str]) -> OutputAssert {
        self.command().args(arguments).assert()
    }

    pub fn command(&self) -> Command {
        Command::new(snapbox::cmd::cargo_bin!("throughline"))
            .current_dir(self.folder.path())
            .env_remove("THROUGHLINE_STORE")
            .env_remove("THROUGHLINE_CONFIG")
            // Whoever runs the tests may have a configuration file of their own.
            .env("XDG_CONFIG_HOME", self.folder.path().join("config"))
            .env("APPDATA", self.folder.path().join("config"))
            .env_remove("NO_COLOR")
            .env_remove("CLICOLOR_FORCE")
    }

    /// Runs the program and gives what it prints, which must be JSON.
    pub fn json(&self, arguments: &[&str]) -> serde_json::Value {
        let assert = self.run(arguments).success();
        serde_json::from_slice(&assert.get_output().stdout).unwrap()
    }
}

/// A store with one area's letters, made once for all tests of a run.
fn prepared(area: &str) -> PathBuf {
    static MADE: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let store = Path::new(env!("CARGO_TARGET_TMPDIR")).join("stores").join(area);
    let mut made = MADE.lock().unwrap();
    if made.insert(area.to_owned()) {
        drop(std::fs::remove_dir_all(&store));
        let folder = store.to_string_lossy();
        Bench::new().run(&["--quiet", "--store", &folder, "ingest", &corpus(area)]).success();
    }
    store
}

pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            std::fs::copy(&path, target).unwrap();
        }
    }
}

pub fn corpus(name: &str) -> String {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    corpus.join(name).to_string_lossy().into_owned()
}

/// The bytes of one letter of the corpus.
pub fn letter(name: &str) -> Vec<u8> {
    std::fs::read(corpus(name)).unwrap()
}

pub fn stdout(assert: &OutputAssert) -> String {
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

pub fn stderr(assert: &OutputAssert) -> String {
    String::from_utf8(assert.get_output().stderr.clone()).unwrap()
}

/// A letter that every bench can read, as text.
pub const GOOD: &str = "northmere/2021-11-17-revisit-letter.txt";
