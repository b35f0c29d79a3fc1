//! What a viewer printed at the edges of pages: running headers, footers and page numbers.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::Line;

/// How many lines a running header or footer may take.
const DEEPEST: usize = 3;
/// How many lines from a page's edge one may stand, with empty lines between.
const FARTHEST: usize = 100;

/// Takes running lines out. Where one stood, the text before and after it met at a page end.
pub fn without_running_lines(lines: Vec<Line>) -> Vec<Line> {
    let running = running(&lines);
    let mut page_turned = false;
    let mut page_before = None;
    let mut index = 0;
    // In place: a text may have millions of lines.
    let mut kept = lines;
    kept.retain_mut(|line| {
        index += 1;
        if running.contains(&(index - 1)) {
            page_turned = true;
            return false;
        }
        page_turned |= page_before.is_some_and(|before| before < line.page);
        page_before = Some(line.page);
        line.after_page_end = page_turned;
        page_turned &= line.text.is_empty();
        true
    });
    kept
}

/// The lines that are page numbers, and those beside a page's edge that stand at the edges of other pages.
fn running(lines: &[Line]) -> BTreeSet<usize> {
    let mut running = page_numbers(lines);
    let edges: Vec<Vec<usize>> =
        edges(lines, &running).iter().map(|edge| beside(lines, *edge, &running)).collect();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    // A line near two edges is one line.
    for index in edges.iter().flatten().collect::<BTreeSet<_>>() {
        *seen.entry(bare(&lines[*index].text)).or_default() += 1;
    }
    let first_page_end = edges.first().and_then(|edge| edge.first().copied()).unwrap_or(0);
    let on_first_page: BTreeSet<String> =
        lines[..first_page_end].iter().map(|line| bare(&line.text)).collect();
    for index in edges.iter().flatten().copied() {
        let text = bare(&lines[index].text);
        let repeated = seen[&text] >= 2 && seen[&text] * 2 >= edges.len();
        // A footer may repeat the title, and a file may hold two pages only.
        let repeats_the_title = text.split(' ').count() >= 4 && on_first_page.contains(&text);
        if !ends_a_sentence(&text) && !lines[index].bullet && (repeated || repeats_the_title) {
            running.insert(index);
        }
    }
    running
}

/// A line without the numbers that differ from page to page.
fn bare(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| !word.chars().all(|c| c.is_ascii_digit()));
    words.collect::<Vec<_>>().join(" ")
}

fn ends_a_sentence(text: &str) -> bool {
    text.ends_with(['.', ':', ';', '?', '!'])
}

/// Where one page ends and the next begins: at form feeds, and at page numbers. An edge is the index of the
/// first line after it.
fn edges(lines: &[Line], numbers: &BTreeSet<usize>) -> Vec<usize> {
    let feeds = (1..lines.len()).filter(|&index| lines[index - 1].page < lines[index].page);
    let mut edges: Vec<usize> = feeds.chain(numbers.iter().map(|&number| number + 1)).collect();
    edges.sort_unstable();
    // A page number and the form feed beside it are one edge.
    edges.dedup_by(|later, earlier| *later - *earlier <= DEEPEST);
    edges
}

/// The lines above and below an edge in which running lines may stand.
fn beside(lines: &[Line], edge: usize, numbers: &BTreeSet<usize>) -> Vec<usize> {
    let filled = |index: &usize| !lines[*index].text.is_empty() && !numbers.contains(index);
    let above = (0..edge).rev().take(FARTHEST).filter(filled).take(DEEPEST).collect::<Vec<_>>();
    let below = (edge..lines.len()).take(FARTHEST).filter(filled).take(DEEPEST);
    above.into_iter().rev().chain(below).collect()
}

/// "Page 3 of 7", and lines that hold a number and nothing else where these count pages: each is one more
/// than the one before.
fn page_numbers(lines: &[Line]) -> BTreeSet<usize> {
    let mut found: BTreeSet<usize> =
        (0..lines.len()).filter(|&index| names_a_page(&lines[index].text)).collect();
    let alone: Vec<(usize, u32)> =
        (0..lines.len()).filter_map(|index| Some((index, lone_number(&lines[index].text)?))).collect();
    for (position, (index, number)) in alone.iter().enumerate() {
        let counts_on = |other: Option<&(usize, u32)>, step: i64| {
            other.is_some_and(|(_, other)| i64::from(*other) == i64::from(*number) + step)
        };
        let before = position.checked_sub(1).and_then(|before| alone.get(before));
        let at_form_feed = lines.get(index + 1).is_some_and(|next| next.page > lines[*index].page);
        if counts_on(before, -1) || counts_on(alone.get(position + 1), 1) || at_form_feed {
            found.insert(*index);
        }
    }
    found
}

fn names_a_page(text: &str) -> bool {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let number = |word: &str| word.parse::<u32>().is_ok();
    match words[..] {
        ["page", page] => number(page),
        ["page", page, "of", pages] => number(page) && number(pages),
        [page, "of", pages] => number(page) && number(pages),
        _ => false,
    }
}

fn lone_number(text: &str) -> Option<u32> {
    let number = text.trim_matches(|c: char| c.is_whitespace() || "-–—|".contains(c));
    number.parse().ok().filter(|number| *number < 1000)
}
