use std::collections::{BTreeSet, HashMap};

use super::lines::Line;

/// How many lines at the top and at the foot of a page may be running headers and footers.
const EDGE: usize = 4;
/// The share of the pages that a line stands on when it is one.
const SHARE: f32 = 0.4;

/// The lines without running headers, footers and page numbers.
pub fn without(lines: Vec<Line>) -> Vec<Line> {
    let pages: BTreeSet<u32> = lines.iter().map(|line| line.page).collect();
    if pages.len() < 3 {
        return lines.into_iter().filter(|line| !is_page_label(&line.text)).collect();
    }
    let edge = edge_lines(&lines);
    let mut counts: HashMap<String, BTreeSet<u32>> = HashMap::new();
    for index in &edge {
        counts.entry(shape(&lines[*index].text)).or_default().insert(lines[*index].page);
    }
    let least = (pages.len() as f32 * SHARE).max(3.0) as usize;
    let runs_on = |line: &Line| counts.get(&shape(&line.text)).is_some_and(|pages| pages.len() >= least);
    let is_furniture: Vec<bool> = (0..lines.len())
        .map(|index| edge.contains(&index) && (runs_on(&lines[index]) || is_number(&lines[index].text)))
        .collect();
    lines.into_iter().zip(is_furniture).filter(|(_, furniture)| !furniture).map(|(line, _)| line).collect()
}

/// The numbers of the lines at the top and the foot of their pages.
fn edge_lines(lines: &[Line]) -> BTreeSet<usize> {
    let mut edge = BTreeSet::new();
    let mut start = 0;
    for page in lines.chunk_by(|one, other| one.page == other.page) {
        let end = start + page.len();
        edge.extend(start..end.min(start + EDGE));
        edge.extend(end.saturating_sub(EDGE).max(start)..end);
        start = end;
    }
    edge
}

/// A line with its numbers made alike: they count pages.
fn shape(text: &str) -> String {
    let mut shape = String::with_capacity(text.len());
    for character in text.chars().filter(|c| !c.is_whitespace()) {
        match character.is_ascii_digit() {
            true if shape.ends_with('#') => {}
            true => shape.push('#'),
            false => shape.extend(character.to_lowercase()),
        }
    }
    shape
}

fn is_number(text: &str) -> bool {
    matches!(shape(text).as_str(), "#" | "-#-" | "page#" | "page#of#" | "#of#" | "#|page")
}

/// Says of itself that it numbers the page.
fn is_page_label(text: &str) -> bool {
    matches!(shape(text).as_str(), "page#" | "page#of#")
}
