//! Workbooks: the cells of each sheet as text.

use std::path::Path;

use super::table::{self, Table};
use super::zip::{Package, Piece, attribute, walk};
use super::{Found, unreadable};
use crate::diagnostic::Diagnostic;

/// The claims of every sheet of a workbook. The first row of a sheet is its header.
pub fn read(path: &Path, bytes: &[u8]) -> Result<Found, Box<Diagnostic>> {
    let mut package = Package::open(path, bytes)?;
    let shared = match package.part("xl/sharedStrings.xml")? {
        Some(xml) => strings(path, &xml)?,
        None => Vec::new(),
    };
    let mut tables = Vec::new();
    for (name, part) in sheets(path, &mut package)? {
        let xml =
            package.part(&part)?.ok_or_else(|| unreadable(path, format!("its sheet {name} is missing")))?;
        let mut rows = cells(path, &xml, &shared)?.into_iter();
        let header = rows.next().map(|(_, cells)| cells).unwrap_or_default();
        let name = format!("{}, sheet {name}", path.display());
        tables.push(Table { name, header, rows: rows.collect() });
    }
    Ok(table::claims(&tables))
}

/// The name of each sheet and its part.
fn sheets(path: &Path, package: &mut Package<'_>) -> Result<Vec<(String, String)>, Box<Diagnostic>> {
    let mut part = |name: &str| {
        package.part(name)?.ok_or_else(|| unreadable(path, format!("it is no workbook: {name} is missing")))
    };
    let (workbook, relations) = (part("xl/workbook.xml")?, part("xl/_rels/workbook.xml.rels")?);
    let mut targets = Vec::new();
    walk(path, &relations, |piece| {
        if let Piece::Start("Relationship", tag) = piece {
            targets.extend(attribute(tag, "Id").zip(attribute(tag, "Target")));
        }
    })?;
    let mut sheets = Vec::new();
    walk(path, &workbook, |piece| {
        if let Piece::Start("sheet", tag) = piece {
            let id = attribute(tag, "r:id").unwrap_or_default();
            let target = targets.iter().find(|(known, _)| *known == id);
            sheets.extend(attribute(tag, "name").zip(target.map(|(_, target)| in_package(target))));
        }
    })?;
    Ok(sheets)
}

fn in_package(target: &str) -> String {
    target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned)
}

/// The strings that cells refer to by number. Each may be cut into runs of one type; its phonetic reading is none.
fn strings(path: &Path, xml: &str) -> Result<Vec<String>, Box<Diagnostic>> {
    let mut strings = Vec::new();
    let (mut in_text, mut in_reading) = (false, false);
    walk(path, xml, |piece| match piece {
        Piece::Start("si", _) => strings.push(String::new()),
        Piece::Start("t", _) => in_text = true,
        Piece::End("t") => in_text = false,
        Piece::Start("rPh", _) => in_reading = true,
        Piece::End("rPh") => in_reading = false,
        Piece::Text(text) if in_text && !in_reading => {
            strings.last_mut().into_iter().for_each(|last: &mut String| last.push_str(text));
        }
        _ => {}
    })?;
    Ok(strings.iter().map(|text| unescaped(text)).collect())
}

/// The rows that hold anything, with their numbers.
fn cells(path: &Path, xml: &str, shared: &[String]) -> Result<Vec<(usize, Vec<String>)>, Box<Diagnostic>> {
    let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
    let (mut column, mut is_shared, mut in_value) = (0, false, false);
    let mut value = String::new();
    walk(path, xml, |piece| match piece {
        Piece::Start("row", tag) => {
            let next = rows.last().map_or(1, |(number, _)| number + 1);
            let number = attribute(tag, "r").and_then(|number| number.parse().ok()).unwrap_or(next);
            rows.push((number, Vec::new()));
        }
        Piece::Start("c", tag) => {
            let after = rows.last().map_or(0, |(_, cells)| cells.len());
            column = attribute(tag, "r").and_then(|place| column_of(&place)).unwrap_or(after);
            is_shared = attribute(tag, "t").as_deref() == Some("s");
            value.clear();
        }
        // A value, or a text in the cell itself.
        Piece::Start("v" | "t", _) => in_value = true,
        Piece::End("v" | "t") => in_value = false,
        Piece::Text(text) if in_value => value.push_str(text),
        Piece::End("c") => {
            let number = value.parse::<usize>().ok().filter(|_| is_shared);
            let text =
                number.map_or_else(|| unescaped(&value), |at| shared.get(at).cloned().unwrap_or_default());
            if let Some((_, cells)) = rows.last_mut()
                && column < MOST_COLUMNS
            {
                cells.resize(cells.len().max(column + 1), String::new());
                cells[column] = text;
            }
        }
        _ => {}
    })?;
    Ok(rows)
}

/// As many as a sheet can have.
const MOST_COLUMNS: usize = 16_384;

/// 27 for "AB12".
fn column_of(place: &str) -> Option<usize> {
    let letters = place.bytes().take_while(u8::is_ascii_uppercase);
    let number = letters.take(4).fold(0, |number, letter| number * 26 + usize::from(letter - b'A') + 1);
    number.checked_sub(1)
}

/// Workbooks write characters that XML has no room for as `_x000B_`.
fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.as_bytes().get(at + 6) == Some(&b'_'));
        match code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32) {
            Some(character) => {
                out.push_str(&rest[..at]);
                out.push(character);
                rest = &rest[at + 7..];
            }
            None => {
                out.push_str(&rest[..at + 2]);
                rest = &rest[at + 2..];
            }
        }
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_counted_from_their_letters() {
        assert_eq!(["A1", "Z9", "AA10", "AB12"].map(|place| column_of(place).unwrap()), [0, 25, 26, 27]);
        assert_eq!(column_of("12"), None);
    }

    #[test]
    fn escaped_characters_are_read_and_others_are_left() {
        assert_eq!(unescaped("a_x000B_b _x005F_x000B_ _xyz_ an_x"), "a\u{b}b _x000B_ _xyz_ an_x");
    }
}
