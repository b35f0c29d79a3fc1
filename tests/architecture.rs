//! The rooms of `src/` and the order between them: a room imports only from rooms to its left.
//!
//! A letter walks from left to right. The one pair that see each other are `extract`, which makes records,
//! and `record`, which takes the type of its dates from `extract::date`.

use std::fs;
use std::path::{Path, PathBuf};

const ROOMS: [&str; 20] = [
    "text",
    "diagnostic",
    "document",
    "draw",
    "read",
    "rules",
    "extract",
    "record",
    "check",
    "store",
    "link",
    "correct",
    "index",
    "ingest",
    "verify",
    "query",
    "render",
    "export",
    "cli",
    "web",
];

/// Files that stand in no room.
const OUTSIDE: [&str; 2] = ["lib.rs", "main.rs"];

#[test]
fn rooms_import_only_from_rooms_to_their_left() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = rust_files(&src);
    assert!(files.len() > ROOMS.len(), "no sources found in {}", src.display());
    let mut faults = Vec::new();
    for path in files {
        let inside = path.strip_prefix(&src).unwrap().to_string_lossy().replace('\\', "/");
        if !OUTSIDE.contains(&inside.as_str()) {
            faults.extend(violations(&inside, &fs::read_to_string(&path).unwrap()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn an_import_from_the_right_is_found_however_it_is_written() {
    let faulty = [
        "use crate::store::Store;",
        "use crate::{\n    text::Span,\n    query::{Library, words},\n};",
        "fn open() -> crate::store::Store {}",
    ];
    for source in faulty {
        assert_eq!(violations("read/pdf/mod.rs", source).len(), 1, "{source}");
    }
    let fine = ["use crate::text::Span;", "//! Told by [`crate::cli`].", "use super::mending;"];
    for source in fine {
        assert_eq!(violations("read/pdf/mod.rs", source), Vec::<String>::new(), "{source}");
    }
}

#[test]
fn records_and_extraction_see_each_other_in_one_way() {
    assert!(violations("extract/mod.rs", "use crate::record::LetterRecord;").is_empty());
    assert!(violations("record/mod.rs", "use crate::extract::date::PartialDate;").is_empty());
    assert_eq!(violations("record/mod.rs", "use crate::extract::letter_records;").len(), 1);
    assert_eq!(violations("rules/mod.rs", "use crate::record::LetterRecord;").len(), 1);
}

#[test]
fn a_room_that_the_order_does_not_know_is_a_fault() {
    assert_eq!(violations("attic/mod.rs", "").len(), 1);
    assert_eq!(violations("cli/mod.rs", "use crate::attic::Box;").len(), 1);
}

/// What a file imports that it may not. `inside` is its path from `src/`.
fn violations(inside: &str, source: &str) -> Vec<String> {
    let room = inside.split('/').next().unwrap_or_default().trim_end_matches(".rs");
    let Some(place) = place(room) else {
        return vec![format!("src/{inside}: the room {room} has no place in the order of rooms")];
    };
    let may_see = |path: &[String]| match (room, path[0].as_str()) {
        ("extract", "record") => true,
        ("record", "extract") => path.get(1).is_some_and(|module| module == "date"),
        (_, other) => self::place(other).is_some_and(|other| other <= place),
    };
    let forbidden = imports(source).into_iter().filter(|path| !may_see(path));
    forbidden.map(|path| format!("src/{inside}: {room} may not import crate::{}", path.join("::"))).collect()
}

fn place(room: &str) -> Option<usize> {
    ROOMS.iter().position(|known| *known == room)
}

/// The paths after each `crate::`, as far as they are plain names; those of a group each by itself.
fn imports(source: &str) -> Vec<Vec<String>> {
    let code: String =
        source.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let after: Vec<&str> = code.split("crate::").skip(1).collect();
    after.into_iter().flat_map(paths).collect()
}

fn paths(text: &str) -> Vec<Vec<String>> {
    match text.strip_prefix('{') {
        Some(group) => members(group).iter().map(|member| names(member.trim())).collect(),
        None => vec![names(text)],
    }
}

/// The members of a group, up to its closing brace.
fn members(group: &str) -> Vec<String> {
    let mut members = vec![String::new()];
    let mut depth = 0;
    for character in group.chars() {
        match character {
            '}' if depth == 0 => break,
            ',' if depth == 0 => members.push(String::new()),
            other => {
                depth += i32::from(other == '{') - i32::from(other == '}');
                members.last_mut().unwrap().push(other);
            }
        }
    }
    members.retain(|member| !member.trim().is_empty());
    members
}

fn names(path: &str) -> Vec<String> {
    let is_name = |character: char| character.is_alphanumeric() || character == '_';
    let names = path.split("::").map(|name| name.split(|c| !is_name(c)).next().unwrap_or_default());
    names.take_while(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files.extend(rust_files(&path)),
            false if path.extension().is_some_and(|ending| ending == "rs") => files.push(path),
            false => {}
        }
    }
    files
}
