use crate::query::compare::{Held, Matrix};

/// One denominator of every column or row.
pub struct Line {
    pub label: &'static str,
    pub of: fn(&Held) -> usize,
}

const HELD: Line = Line { label: "letters held", of: |held| held.letters_held };
const COULD: Line = Line { label: "could have said it", of: |held| held.letters_could };
const AREAS: Line = Line { label: "areas held", of: |held| held.areas_held };

/// Those that stand under the columns, where the columns are of letters and so differ.
pub fn under(matrix: &Matrix) -> Vec<Line> {
    if matrix.columns_by.is_of_finding() {
        return Vec::new();
    }
    lines(&matrix.columns.iter().map(|column| column.held).collect::<Vec<_>>())
}

/// Those that stand beside the rows, where the rows are of letters.
pub fn beside(matrix: &Matrix) -> Vec<Line> {
    if matrix.rows_by.is_of_finding() {
        return Vec::new();
    }
    lines(&matrix.rows.iter().map(|row| row.held).collect::<Vec<_>>())
}

/// The letters held, and what else differs from them.
fn lines(held: &[Held]) -> Vec<Line> {
    let mut lines = vec![HELD];
    if held.iter().any(|held| held.letters_could != held.letters_held) {
        lines.push(COULD);
    }
    // Each key is one area's, or has no letter.
    if held.iter().any(|held| held.areas_held > 1) {
        lines.push(AREAS);
    }
    lines
}
