//! Rule packs: what a letter looks like, in TOML that people own.
//!
//! `source -> lower -> compile -> `[`RuleSet`]: files are read, each table becomes a value of Rust with its
//! faults reported where they stand, patterns are compiled once. Nothing past this room sees TOML. There is
//! one source file for each kind of rule, and the set of kinds is closed.
//!
//! A pack is a folder: `pack.toml` (what it is), `vocabulary.toml` (its names for findings, outcomes and events),
//! `fragments.toml` (named pieces of patterns), `areas.toml` (the gazetteer), `synonyms.toml`, `links.toml` (how
//! findings are compared), `themes/*.toml` with `asides.toml` (words of which no theme takes account), and one file
//! for each family of letters. The packs of `rules/` are built into the program, and with them a gazetteer and
//! fragments that every pack has.

mod compile;
mod context;
pub mod count;
pub mod deadline;
pub mod event;
mod expanded;
pub mod expected;
pub mod family;
pub mod field;
pub mod finding;
mod form;
mod fragments;
mod gazetteer;
pub mod grade;
mod holidays;
mod json_schema;
mod links;
mod lower;
pub mod names;
pub mod near;
pub mod outcome;
mod pack;
mod passages;
pub mod pattern;
pub mod person;
mod phrases;
mod place;
mod quoted;
mod reference;
pub mod scope;
pub mod section;
mod source;
mod suggest;
pub mod survey;
mod synonyms;
mod theme;
pub mod verdict;
pub mod vocabulary;

pub use family::Family;
pub use gazetteer::{Gazetteer, LocalArea};
pub use holidays::BankHolidays;
pub use json_schema::schemas;
pub use links::{Framework, LinkRules, LinkThresholds, LinkWeights};
pub use names::Vocabulary;
pub use pack::Pack;
pub use place::{Places, RulePlace};
pub use reference::reference;
pub use suggest::nearest;
pub use synonyms::Synonyms;
pub use theme::{MatchedTerm, Said, Theme};

use std::path::Path;
use std::sync::LazyLock;

use sha2::{Digest, Sha256};

use crate::diagnostic::Diagnostic;
use compile::Care;
use pattern::Pattern;

/// Compiled packs: immutable, and shared by everything that reads letters.
#[derive(Debug, Clone, Default)]
pub struct RuleSet {
    /// Those that stand first are asked first.
    pub packs: Vec<Pack>,
    pub families: Vec<Family>,
    /// Pack by pack, in the order that they give themselves.
    pub themes: Vec<Theme>,
    pub vocabulary: Vocabulary,
    /// The areas of all packs.
    pub gazetteer: Gazetteer,
    pub synonyms: Synonyms,
    pub places: Places,
    /// Those by which working days are counted.
    pub bank_holidays: BankHolidays,
}

impl RuleSet {
    /// The pack of that id.
    pub fn pack(&self, id: &str) -> Option<&Pack> {
        self.packs.iter().find(|pack| pack.id == id)
    }

    /// What people call the letters of a kind: "Area SEND inspection report" for `inspection_report`.
    pub fn family_label(&self, kind: &str) -> Option<&str> {
        let family = self.families.iter().find(|family| family.kind == kind)?;
        Some(&family.label)
    }

    /// The themes of a pack that a finding of its letters is about. `parts` are the statement's sub-bullets, which
    /// stand in it.
    pub fn themes_about(&self, pack: &str, statement: &str, parts: &[String]) -> Vec<&Theme> {
        let said = self.said(pack, statement, parts);
        self.themes.iter().filter(|theme| theme.pack == pack && theme.is_in(&said)).collect()
    }

    /// What a finding says, as a pack's themes look at it.
    pub fn said(&self, pack: &str, statement: &str, parts: &[String]) -> Said {
        Said::new(statement, parts, self.pack(pack).map_or(&[][..], |pack| &pack.asides))
    }

    /// How findings of a pack's letters are linked: not at all where no such pack is in use.
    pub fn links(&self, pack: &str) -> &LinkRules {
        static NONE: LazyLock<LinkRules> = LazyLock::new(LinkRules::default);
        self.pack(pack).map_or(&*NONE, |pack| &pack.links)
    }

    /// Over all packs, in lower-case hexadecimal.
    pub fn sha256(&self) -> String {
        let mut hasher = Sha256::new();
        self.packs.iter().for_each(|pack| hasher.update(&pack.sha256));
        crate::text::hex(&hasher.finalize())
    }

    /// "Four significant weaknesses": a number, and behind it what the packs call their findings.
    pub fn numbers_of_findings(&self) -> Pattern {
        let last_word = |term: &names::Term| term.label.split(' ').next_back().map(regex::escape);
        let kinds: Vec<String> = self.vocabulary.finding_kinds.iter().filter_map(last_word).collect();
        compile::numbers_of(&kinds)
    }

    /// Takes in another pack, unless this set has one of that id; says whether it did.
    fn join(&mut self, other: Self) -> bool {
        if other.packs.iter().any(|pack| self.pack(&pack.id).is_some()) {
            return false;
        }
        self.gazetteer.join(&other.gazetteer);
        self.vocabulary.join(other.vocabulary);
        self.synonyms.join(other.synonyms);
        self.places.join(other.places);
        self.bank_holidays.join(other.bank_holidays);
        self.packs.extend(other.packs);
        self.families.extend(other.families);
        self.themes.extend(other.themes);
        true
    }
}

/// A rule set, and what was wrong with its files.
#[derive(Debug, Default)]
pub struct Compiled {
    pub rules: RuleSet,
    pub diagnostics: Vec<Diagnostic>,
}

/// The packs that the program carries. The project's own tests show that they are sound, so their patterns are
/// compiled when they are first used.
pub fn built_in() -> Compiled {
    compile_built_in(Care::Trusted)
}

/// [`built_in`], with the passages tried that each rule must and must not match.
pub fn check_built_in() -> Compiled {
    compile_built_in(Care::Tried)
}

fn compile_built_in(care: Care) -> Compiled {
    let mut all = Compiled::default();
    join_built_in(&mut all, care);
    all
}

/// Takes in the built-in packs whose ids no pack of `all` has.
fn join_built_in(all: &mut Compiled, care: Care) {
    for (folder, files) in source::built_in() {
        all.join(compile::compile(&files, care).in_folder(&folder));
    }
}

/// The pack in a folder, with `check` as in [`check_built_in`].
///
/// # Errors
/// When the folder or a file in it cannot be read; one diagnostic for each.
pub fn from_folder(folder: &Path, check: bool) -> Result<Compiled, Vec<Diagnostic>> {
    let files = source::from_folder(folder)?;
    let care = if check { Care::Tried } else { Care::Parsed };
    Ok(compile::compile(&files, care).in_folder(folder))
}

/// The packs in folders, and after them the built-in ones whose ids none of them has.
///
/// # Errors
/// As [`from_folder`], and when two of the folders hold packs of one id.
pub fn with_folders(folders: &[impl AsRef<Path>]) -> Result<Compiled, Vec<Diagnostic>> {
    let mut all = Compiled::default();
    for folder in folders.iter().map(AsRef::as_ref) {
        let pack = from_folder(folder, false)?;
        let known = pack.rules.packs.iter().find(|pack| all.rules.pack(&pack.id).is_some());
        if let Some(known) = known {
            let message =
                format!("another folder given to --rules has a pack with the id `{}` too", known.id);
            let fault = Diagnostic::error("rules-twice", message).in_file(folder);
            return Err(vec![fault.help("give one of them another `id` in its pack.toml")]);
        }
        all.join(pack);
    }
    join_built_in(&mut all, Care::Trusted);
    Ok(all)
}

/// Dates, and periods in days or weeks, however rules use them.
pub fn dates_and_periods() -> &'static Pattern {
    static PATTERN: LazyLock<Pattern> = LazyLock::new(compile::dates_and_periods);
    &PATTERN
}

impl Compiled {
    /// Says of every fault and rule in which folder its file lies.
    fn in_folder(mut self, folder: &Path) -> Self {
        for diagnostic in &mut self.diagnostics {
            diagnostic.file = diagnostic.file.take().map(|file| folder.join(file));
        }
        self.rules.places.set_folder(folder);
        self
    }

    fn join(&mut self, other: Self) {
        if self.rules.join(other.rules) {
            self.diagnostics.extend(other.diagnostics);
            // Errors of any pack stand before the warnings of all.
            self.diagnostics.sort_by_key(|fault| std::cmp::Reverse(fault.severity));
        }
    }
}
