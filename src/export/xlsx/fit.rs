//! What fits into a cell, and how wide and high it is.

use crate::export::table::{Column, Kind, Table, Value};

/// In UTF-16 units, as Excel counts.
const MOST_IN_A_CELL: usize = 32_767;

const MARK: &str = " … [cut]";

/// In characters.
const WIDEST: usize = 60;

/// The height of a line, in points.
pub const LINE: f64 = 15.0;

/// The beginning of a text that is too long for a cell, with a mark.
pub fn cut(text: &str) -> Option<String> {
    // A character of n bytes is n UTF-16 units at most, so that most texts need no counting.
    if text.len() <= MOST_IN_A_CELL || text.encode_utf16().count() <= MOST_IN_A_CELL {
        return None;
    }
    let mut room = MOST_IN_A_CELL - MARK.encode_utf16().count();
    let fits = |character: &char| match room.checked_sub(character.len_utf16()) {
        Some(left) => {
            room = left;
            true
        }
        None => false,
    };
    Some(text.chars().take_while(fits).collect::<String>() + MARK)
}

/// Whether the column has hashes, ids or paths, which are not read as lines.
pub fn is_name(column: &Column) -> bool {
    let endings = ["sha256", "_id", "file", "rule"];
    column.kind == Kind::Text && endings.iter().any(|ending| column.name.ends_with(ending))
}

/// The width of a column, in characters: as wide as what it holds, within bounds; hashes are for machines.
pub fn width(table: &Table, column: usize) -> usize {
    let name = &table.columns[column].name;
    if name.ends_with("sha256") {
        return 14;
    }
    let longest = table.rows.iter().map(|row| length(&row[column])).max().unwrap_or_default();
    // The button of the filter stands beside the name.
    longest.clamp(name.len() + 2, WIDEST.max(name.len() + 2))
}

fn length(value: &Value) -> usize {
    match value {
        Value::Text(text) => text.chars().take(WIDEST).count(),
        Value::Absent => 0,
        other => other.plain().len(),
    }
}

/// How many lines a value takes in a column so many characters wide, about.
pub fn lines(value: &Value, width: usize) -> usize {
    match value {
        Value::Text(text) => lines_of(text, width),
        _ => 1,
    }
}

/// The same of a text.
pub fn lines_of(text: &str, width: usize) -> usize {
    text.lines().map(|line| line.chars().count().div_ceil(width).max(1)).sum::<usize>().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_no_cell_can_hold_is_cut_and_says_so() {
        assert_eq!(cut(&"a".repeat(MOST_IN_A_CELL)), None);
        let long = cut(&"𝄞".repeat(MOST_IN_A_CELL)).unwrap();
        assert!(long.ends_with(MARK));
        assert!((MOST_IN_A_CELL - 1..=MOST_IN_A_CELL).contains(&long.encode_utf16().count()));
    }
}
