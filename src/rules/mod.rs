//! Rule packs: what a letter looks like, in TOML that people own.
//!
//! `source -> lower -> compile -> `[`RuleSet`]: files are read, each table becomes a value of Rust with its
//! faults reported where they stand, patterns are compiled once. Nothing past this room sees TOML. There is
//! one source file for each kind of rule, and the set of kinds is closed.
//!
//! A pack is a folder: `pack.toml` (what it is), `fragments.toml` (named pieces of patterns), `areas.toml`
//! (the gazetteer), `synonyms.toml`, `links.toml` (how findings are compared), `themes/*.toml` with `asides.toml`
//! (words of which no theme takes account), and one file for each family of letters. The packs of `rules/` are
//! built into the program.

mod compile;
mod context;
pub mod count;
pub mod deadline;
pub mod event;
pub mod family;
pub mod field;
pub mod finding;
mod fragments;
mod gazetteer;
mod links;
mod lower;
pub mod outcome;
pub mod pattern;
pub mod person;
pub mod section;
mod source;
mod suggest;
mod synonyms;
mod theme;
pub mod verdict;
pub mod vocabulary;

pub use family::Family;
pub use gazetteer::{Gazetteer, LocalArea};
pub use links::{Framework, LinkRules, LinkThresholds, LinkWeights};
pub use suggest::nearest;
pub use synonyms::Synonyms;
pub use theme::Theme;

use std::path::Path;

use crate::diagnostic::Diagnostic;
use compile::Care;

/// A compiled pack: immutable, and shared by everything that reads letters.
#[derive(Debug, Clone, Default)]
pub struct RuleSet {
    pub pack: Pack,
    pub families: Vec<Family>,
    /// In the order that they give themselves.
    pub themes: Vec<Theme>,
    pub gazetteer: Gazetteer,
    pub synonyms: Synonyms,
    pub links: LinkRules,
}

/// What a pack says of itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pack {
    pub id: String,
    pub version: String,
    pub title: String,
    pub source: String,
    pub licence: String,
    /// Over all its files, in lower-case hexadecimal.
    pub sha256: String,
}

/// A rule set, and what was wrong with its files.
#[derive(Debug)]
pub struct Compiled {
    pub rules: RuleSet,
    pub diagnostics: Vec<Diagnostic>,
}

/// The pack that the program carries. The project's own tests show that it is sound, so its patterns are
/// compiled when they are first used.
pub fn built_in() -> Compiled {
    compile::compile(&source::built_in(), Care::Trusted)
}

/// [`built_in`], with the passages tried that each rule must and must not match.
pub fn check_built_in() -> Compiled {
    compile::compile(&source::built_in(), Care::Tried)
}

/// The pack in a folder, with `check` as in [`check_built_in`].
///
/// # Errors
/// When the folder or a file in it cannot be read; one diagnostic for each.
pub fn from_folder(folder: &Path, check: bool) -> Result<Compiled, Vec<Diagnostic>> {
    let files = source::from_folder(folder)?;
    let care = if check { Care::Tried } else { Care::Compiled };
    let mut compiled = compile::compile(&files, care);
    for diagnostic in &mut compiled.diagnostics {
        diagnostic.file = diagnostic.file.take().map(|file| folder.join(file));
    }
    Ok(compiled)
}
