use std::collections::{BTreeSet, HashMap};

use super::lines::Line;
use crate::read::pdf::tally::Tally;

/// How many lines at the top and at the foot of a page may be running headers and footers.
const EDGE: usize = 4;
/// The share of the pages that a line stands on when it is one.
const SHARE: f32 = 0.4;
/// Lines nearer to each other than this, in points, stand in the same place of their pages.
const SAME_PLACE: f32 = 2.0;

/// Type smaller than this share of that of most lines is small.
const SMALL: f32 = 0.85;

/// The lines without running headers, footers and page numbers.
pub fn without(lines: Vec<Line>) -> Vec<Line> {
    let all_pages = pages(lines.iter());
    let edge = edge_lines(&lines);
    let mut counts: HashMap<String, BTreeSet<u32>> = HashMap::new();
    for line in edge.iter().map(|index| &lines[*index]) {
        counts.entry(shape(&line.text)).or_default().insert(line.page);
    }
    let least = (all_pages.len() as f32 * SHARE).max(3.0) as usize;
    let usual_size = usual_size(&lines);
    let is_furniture = |index: usize| {
        if !edge.contains(&index) {
            return false;
        }
        let text = shape(&lines[index].text);
        let is_on_many = || counts.get(&text).is_some_and(|pages| pages.len() >= least);
        let in_place = || repeats_in_place(&lines, index);
        // A letter may say the same sentence at the end of several pages.
        let repeats =
            || if text.ends_with('.') { is_on_many() && in_place() } else { is_on_many() || in_place() };
        let is_small_header = || lines[index].size < usual_size * SMALL && repeats_at_top(&lines, index);
        let counts_pages = || is_number(&text) && (all_pages.len() >= 3 || counts_its_page(&lines[index]));
        is_page_label(&text) || counts_pages() || repeats() || is_small_header()
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

/// The size that most lines are set in.
fn usual_size(lines: &[Line]) -> f32 {
    let mut sizes = Tally::new(0.25);
    lines.iter().for_each(|line| sizes.add(line.size, 1));
    sizes.usual().unwrap_or(0.0)
}

/// Whether the line says, in the same place at the foot of its page, what one at the foot of the page before
/// or after says.
fn repeats_in_place(lines: &[Line], index: usize) -> bool {
    let line = &lines[index];
    let mut at_foot = neighbours(lines, line).flat_map(|page| &page[page.len().saturating_sub(EDGE)..]);
    at_foot.any(|other| is_in_place_of(other, line) && shape(&other.text) == shape(&line.text))
}

/// Whether the line says, in the same place at the top of its page, word for word what one at the top of the
/// page before or after says.
fn repeats_at_top(lines: &[Line], index: usize) -> bool {
    let line = &lines[index];
    let mut at_top = neighbours(lines, line).flat_map(|page| &page[..page.len().min(EDGE)]);
    at_top.any(|other| is_in_place_of(other, line) && other.text == line.text)
}

/// The lines of the page before a line's, of its own and of the page after, by page.
fn neighbours<'a>(lines: &'a [Line], line: &Line) -> impl Iterator<Item = &'a [Line]> + use<'a> {
    let from = lines.partition_point(|other| other.page + 1 < line.page);
    let to = lines.partition_point(|other| other.page <= line.page + 1);
    lines[from..to].chunk_by(|one, other| one.page == other.page)
}

fn is_in_place_of(other: &Line, line: &Line) -> bool {
    other.page != line.page
        && (other.baseline - line.baseline).abs() < SAME_PLACE
        && (other.left - line.left).abs() < SAME_PLACE
}

/// A number that is the page's.
fn counts_its_page(line: &Line) -> bool {
    line.text.split(|c: char| !c.is_ascii_digit()).any(|number| number.parse() == Ok(line.page))
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
            false if character.is_ascii() => shape.push(character.to_ascii_lowercase()),
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
