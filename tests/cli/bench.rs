//! A place to run the program in: an empty folder, with a store of its own.

use std::path::{Path, PathBuf};

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
        bench.run(&["--quiet", "ingest", &corpus(area)]).success();
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
            .env_remove("NO_COLOR")
    }

    /// Runs the program and gives what it prints, which must be JSON.
    pub fn json(&self, arguments: &[&str]) -> serde_json::Value {
        let assert = self.run(arguments).success();
        serde_json::from_slice(&assert.get_output().stdout).unwrap()
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
