use std::collections::{BTreeSet, HashMap};

use super::lines::Line;

/// How many lines at the top and at the foot of a page may be running headers and footers.
const EDGE: usize = 4;
/// The share of the pages that a line stands on when it is one.
const SHARE: f32 = 0.4;

/// The lines without running headers, footers and page numbers.
pub fn without(lines: Vec<Line>) -> Vec<Line> {
    let all_pages = pages(lines.iter());
    let edge = edge_lines(&lines);
    let mut counts: HashMap<String, BTreeSet<u32>> = HashMap::new();
    for line in edge.iter().map(|index| &lines[*index]) {
        counts.entry(shape(&line.text)).or_default().insert(line.page);
    }
    let least = (all_pages.len() as f32 * SHARE).max(3.0) as usize;
    let is_furniture = |index: usize| {
        let text = shape(&lines[index].text);
        edge.contains(&index)
            && (is_page_label(&text)
                || (all_pages.len() >= 3 && is_number(&text))
                || counts.get(&text).is_some_and(|pages| pages.len() >= least))
    };
    let kept: Vec<usize> = (0..lines.len()).filter(|index| !is_furniture(*index)).collect();
    if pages(kept.iter().map(|index| &lines[*index])).len() * 2 < all_pages.len() {
        // Pages that are alike all through are no furniture.
        return lines;
    }
    kept.into_iter().map(|index| lines[index].clone()).collect()
}

fn pages<'a>(lines: impl Iterator<Item = &'a Line>) -> BTreeSet<u32> {
    lines.map(|line| line.page).collect()
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

/// A number alone, by its shape: it counts pages where there are several.
fn is_number(shape: &str) -> bool {
    matches!(shape, "#" | "-#-" | "#of#" | "#|page")
}

/// Says of itself that it numbers the page, by its shape.
fn is_page_label(shape: &str) -> bool {
    matches!(shape, "page#" | "page#of#")
}
