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

use super::Held;
use super::table::Table;

/// All tables, those first that others refer to.
pub fn all(held: &Held<'_>) -> Vec<Table> {
    vec![
        areas::table(held),
        files::sources(held),
        letters::table(held),
        findings::table(held),
        finding_themes::table(held),
        parts::table(held),
        evidence::table(held),
        links::table(held),
        links::reasons(held),
        statuses::table(held),
        observations::table(held),
        evidence_map::table(held),
        grades::table(held),
        events::table(held),
        deadlines::table(held),
        people::table(held),
        stated_counts::table(held),
        checks::table(held),
        contradictions::table(held),
        contradictions::passages(held),
        corrections::table(held),
        files::letter_files(held),
        files::reading_warnings(held),
        codes::table(held),
    ]
}
