//! What an export is of, in a few facts that let a paper cite it.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};

use super::Held;
use super::table::{Column, Draft, Table};
use crate::record::{RulesUsed, SCHEMA};
use crate::text::hex;

pub const PROGRAM: &str = env!("CARGO_PKG_NAME");
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The licence of what is quoted, as its publishers state it.
pub const LICENCE: &str = "OGL-UK-3.0";
pub const LICENCE_TITLE: &str = "Open Government Licence v3.0";
pub const LICENCE_PATH: &str = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/";

/// What the licence is of, and what not.
pub const TERMS: &str = "Letters and reports that Ofsted, the Care Quality Commission and the Department for Education \
    publish are Crown copyright and may be used under the Open Government Licence v3.0; so may what is quoted of them \
    here. Where a file is of another publisher, such as a council, that publisher's terms hold for what is quoted of it.";

/// The rules that the letters held were read with, in order.
pub fn rules_used<'a>(held: &Held<'a>) -> BTreeSet<(&'a str, &'a str, &'a str)> {
    let key = |RulesUsed { pack, version, sha256 }: &'a RulesUsed| (&pack[..], &version[..], &sha256[..]);
    held.records().map(|record| key(&record.rules)).collect()
}

/// One hash for all files held: of a line for each, its hash, two spaces and its path, as `sha256sum` prints them.
pub fn sources_sha256(held: &Held<'_>) -> String {
    let mut hasher = Sha256::new();
    for source in held.sources {
        hasher.update(format!("{}  {}\n", source.sha256, source.path));
    }
    hex(&hasher.finalize())
}

/// One sentence to cite.
pub fn citation(held: &Held<'_>) -> String {
    let packs: Vec<String> = rules_used(held)
        .into_iter()
        .map(|(pack, version, sha256)| format!("{pack} {version} (SHA-256 {})", short(sha256)))
        .collect();
    let packs = if packs.is_empty() { "none".to_owned() } else { packs.join(", ") };
    let corrections = held.corrections_sha256.as_deref();
    let corrections =
        corrections.map_or_else(String::new, |sha256| format!(", corrections {}", short(sha256)));
    format!(
        "{PROGRAM} {VERSION}, rule packs {packs}{corrections}; {} letters with {} findings, from {} files (SHA-256 of \
         their list {}).",
        held.library.letters().len(),
        held.findings().count(),
        held.sources.len(),
        short(&sources_sha256(held)),
    )
}

/// The beginning of a hash, enough to tell it from others.
fn short(sha256: &str) -> &str {
    sha256.get(..12).unwrap_or(sha256)
}

const WHAT: &str = "What inspection letters found, and what became of each finding. One table is one kind of thing, and \
    the table `columns` says what each column holds. Every quotation comes with its file, page and place.";

/// The facts as names and values, for formats that carry them in a table.
pub fn facts(held: &Held<'_>) -> Vec<(String, String)> {
    let fact = |name: &str, value: &dyn ToString| (name.to_owned(), value.to_string());
    let mut facts = vec![
        fact("What this is", &WHAT),
        fact("Program", &format!("{PROGRAM} {VERSION}")),
        fact("Letter record", &SCHEMA),
        fact("Letters", &held.library.letters().len()),
        fact("Findings", &held.findings().count()),
        fact("Files", &held.sources.len()),
        fact("SHA-256 of the files' list", &sources_sha256(held)),
    ];
    for (pack, version, sha256) in rules_used(held) {
        facts.push(fact(&format!("Rule pack {pack}"), &format!("version {version}, SHA-256 {sha256}")));
    }
    if let Some(sha256) = &held.corrections_sha256 {
        facts.push(fact("SHA-256 of the corrections", sha256));
    }
    facts.push(fact("To cite", &citation(held)));
    facts.push(fact("Terms", &format!("{TERMS} {LICENCE_PATH}")));
    facts
}

/// The facts as a table of their own.
pub fn table(held: &Held<'_>) -> Table {
    Draft::new("about", "About", "A fact about the export.")
        .column(Column::text("fact", "What is told.").required(), |row: &(String, String)| (&row.0).into())
        .column(Column::text("value", "What it is.").required(), |row| (&row.1).into())
        .key(&["fact"])
        .rows(facts(held))
}
