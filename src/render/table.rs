//! A table of text whose columns give way when the terminal is narrow.

use unicode_width::UnicodeWidthStr;

use super::Look;
use super::wrap::{words, wrap};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Right,
    /// On the left, and the first to give way.
    Wrap,
    /// On the right, under a heading that gives way as readily.
    Count,
}

/// Between columns.
pub const GAP: &str = "  ";

/// Lays out rows under their headings; on a terminal, cells that do not fit are wrapped.
pub fn table(headings: &[(&str, Align)], rows: &[Vec<String>], look: Look) -> String {
    let mut widths = widths(headings, rows);
    if !look.piped {
        narrow(&mut widths, &floors(headings, rows), headings, look.width);
    }
    let titles: Vec<String> = headings.iter().map(|(title, _)| (*title).to_owned()).collect();
    let aligns: Vec<Align> = headings.iter().map(|(_, align)| *align).collect();
    let heading = layout(&titles, &aligns, &widths);
    let mut out: String = heading.iter().map(|line| look.bold(line) + "\n").collect();
    for row in rows {
        for line in layout(row, &aligns, &widths) {
            out.push_str(&line);
            out.push('\n');
        }
    }
    out
}

/// How wide each column would like to be.
fn widths(headings: &[(&str, Align)], rows: &[Vec<String>]) -> Vec<usize> {
    let widest = |column: usize| rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
    headings.iter().enumerate().map(|(column, (title, _))| title.width().max(widest(column))).collect()
}

/// The widest word of each column: cut no narrower, its lines stay inside it.
fn floors(headings: &[(&str, Align)], rows: &[Vec<String>]) -> Vec<usize> {
    let in_rows = |column: usize| rows.iter().map(|row| widest_word(&row[column])).max().unwrap_or(0);
    headings.iter().enumerate().map(|(column, (title, _))| widest_word(title).max(in_rows(column))).collect()
}

pub fn widest_word(text: &str) -> usize {
    words(text).map(UnicodeWidthStr::width).max().unwrap_or(0)
}

/// Takes from the widest column that may give way until the row fits, or no column can be narrower.
fn narrow(widths: &mut [usize], floors: &[usize], headings: &[(&str, Align)], available: usize) {
    let gaps = GAP.len() * widths.len().saturating_sub(1);
    while widths.iter().sum::<usize>() + gaps > available {
        let wide = (0..widths.len()).filter(|column| widths[*column] > floors[*column]);
        let Some(widest) = wide.max_by_key(|column| (gives_way(headings[*column].1), widths[*column])) else {
            return;
        };
        widths[widest] -= 1;
    }
}

fn gives_way(align: Align) -> bool {
    matches!(align, Align::Wrap | Align::Count)
}

/// The lines of one row.
fn layout(cells: &[String], aligns: &[Align], widths: &[usize]) -> Vec<String> {
    let wrapped: Vec<Vec<String>> = cells
        .iter()
        .zip(widths)
        .map(|(cell, width)| wrap(cell, *width, "", "").lines().map(str::to_owned).collect())
        .collect();
    let height = wrapped.iter().map(Vec::len).max().unwrap_or(0);
    (0..height)
        .map(|line| {
            let parts =
                wrapped.iter().zip(aligns).zip(widths).map(|((cell, align), width)| {
                    pad(cell.get(line).map_or("", String::as_str), *align, *width)
                });
            parts.collect::<Vec<_>>().join(GAP).trim_end().to_owned()
        })
        .collect()
}

fn pad(text: &str, align: Align, width: usize) -> String {
    let space = " ".repeat(width.saturating_sub(text.width()));
    match align {
        Align::Left | Align::Wrap => format!("{text}{space}"),
        Align::Right | Align::Count => format!("{space}{text}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADINGS: [(&str, Align); 2] = [("area", Align::Left), ("findings", Align::Right)];

    #[test]
    fn columns_line_up_and_the_widest_gives_way() {
        let rows = vec![vec!["a rather long name".to_owned(), "12".to_owned()]];
        let wide = table(&HEADINGS, &rows, Look::PLAIN);
        assert_eq!(wide, "area                findings\na rather long name        12\n");
        let narrow = table(&HEADINGS, &rows, Look { width: 22, colour: false, piped: false });
        assert_eq!(narrow, "area          findings\na rather            12\nlong name\n");
        let tiny = table(&HEADINGS, &rows, Look { width: 8, colour: false, piped: false });
        assert_eq!(tiny, "area    findings\na             12\nrather\nlong\nname\n", "no word is cut");
    }
}
