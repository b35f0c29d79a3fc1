use std::path::{Path, PathBuf};

use clap::ArgMatches;

use super::corrected::Corrected;
use super::failure::Failure;
use super::options::Options;
use super::results::Results;
use super::settings::Settings;
use super::terminal::Terminal;
use crate::correct::{self, Correction, CorrectionFile};
use crate::diagnostic::said_once;
use crate::query::Library;
use crate::rules::{self, Compiled, RuleSet};
use crate::store::{Store, StoredLetter};

/// What every command works with.
#[derive(Debug)]
pub struct Session {
    pub terminal: Terminal,
    pub store: PathBuf,
    /// The file or folder of `--output`; `None` for standard output.
    pub output: Option<PathBuf>,
    rules: Vec<PathBuf>,
    /// What the configuration file says.
    pub settings: Settings,
    /// The arguments as clap has them, with who gave each.
    pub matches: ArgMatches,
}

impl Session {
    /// With `writes_files`, what is printed goes to standard output and the command itself writes to `output`.
    pub fn new(options: Options, settings: Settings, matches: ArgMatches, writes_files: bool) -> Self {
        let output = options.output.filter(|output| output != Path::new("-"));
        let results = Results::to(output.clone().filter(|_| !writes_files));
        let terminal = Terminal::new(options.color.into(), options.quiet, results);
        Self { terminal, store: options.store, output, rules: options.rules, settings, matches }
    }

    /// The ending of the name that `--output` gives, in lower case.
    pub fn output_ending(&self) -> Option<String> {
        let ending = self.output.as_deref()?.extension()?;
        Some(ending.to_string_lossy().to_lowercase())
    }

    /// The rules to work with: the built-in ones, or those of `--rules`. What is wrong with them is said, and
    /// the rest is used.
    pub fn rules(&self) -> Result<RuleSet, Failure> {
        let compiled = self.compiled(false)?;
        said_once(&compiled.diagnostics).iter().for_each(|diagnostic| self.terminal.warning(diagnostic));
        Ok(compiled.rules)
    }

    /// The rules with what is wrong with them; with `check`, the passages they carry are tried.
    pub fn compiled(&self, check: bool) -> Result<Compiled, Failure> {
        match (self.rules.as_slice(), check) {
            ([], true) => Ok(rules::check_built_in()),
            ([], false) => Ok(rules::built_in()),
            ([folder], true) => rules::from_folder(folder, true).map_err(Failure::Wrong),
            (folders, _) => rules::with_folders(folders).map_err(Failure::Wrong),
        }
    }

    pub fn open_store(&self) -> Result<Store, Failure> {
        Ok(Store::open(&self.store)?)
    }

    /// Every letter held, as corrected.
    pub fn library(&self, store: &Store, rules: &RuleSet) -> Result<Library, Failure> {
        Ok(self.corrected(store, rules, store.letters()?, |all, _| all.to_vec())?.library)
    }

    /// The letters held about one area, as corrected.
    pub fn library_of(&self, store: &Store, rules: &RuleSet, area: &str) -> Result<Library, Failure> {
        let letters = store.letters_of(&[area.to_owned()])?;
        Ok(self.corrected(store, rules, letters, correct::of_area)?.library)
    }

    /// The letters with the corrections that `chosen` picks. What is wrong with the file of corrections is said,
    /// and so is which of those picked find their words no more.
    fn corrected(
        &self,
        store: &Store,
        rules: &RuleSet,
        letters: Vec<StoredLetter>,
        chosen: impl Fn(&[Correction], &[StoredLetter]) -> Vec<Correction>,
    ) -> Result<Corrected, Failure> {
        let file = CorrectionFile::read(store.dir()).map_err(|fault| *fault)?;
        let chosen = chosen(&file.corrections, &letters);
        let corrected = Corrected::new(store, rules, letters, &chosen)?;
        let lost = corrected.lost(&file, &chosen);
        let said = [file.faults.as_slice(), &lost].concat();
        said_once(&said).iter().for_each(|diagnostic| self.terminal.warning(diagnostic));
        Ok(corrected)
    }
}
