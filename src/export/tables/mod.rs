//! Every table of an export, one file each: its columns, what they say, and what fills them from a letter.
//!
//! Nothing is packed into a cell: what there are several of has a table of its own, under the key of what it
//! belongs to. A table whose rows carry a quotation has `file`, `file_sha256`, `page`, `last_page`, `line`,
//! `char_start`, `char_end` and `quote`; a second quotation in a row has these names behind a prefix.

mod areas;
mod checks;
mod codes;
mod contradictions;
mod corrections;
mod deadlines;
mod events;
mod evidence;
mod evidence_map;
mod files;
mod finding_themes;
mod findings;
mod grades;
mod letters;
mod links;
mod observations;
mod parts;
mod people;
mod rows;
mod shared;
mod stated_counts;
mod statuses;

#[cfg(test)]
mod tests;

use rayon::prelude::*;

use super::Held;
use super::table::Table;

/// Those first that others refer to.
const TABLES: [fn(&Held<'_>) -> Table; 24] = [
    areas::table,
    files::sources,
    letters::table,
    findings::table,
    finding_themes::table,
    parts::table,
    evidence::table,
    links::table,
    links::reasons,
    statuses::table,
    observations::table,
    evidence_map::table,
    grades::table,
    events::table,
    deadlines::table,
    people::table,
    stated_counts::table,
    checks::table,
    contradictions::table,
    contradictions::passages,
    corrections::table,
    files::letter_files,
    files::reading_warnings,
    codes::table,
];

/// All tables, in that order; they are filled at once.
pub fn all(held: &Held<'_>) -> Vec<Table> {
    TABLES.par_iter().map(|table| table(held)).collect()
}
