//! Other readers, and what of their text is running headers, footers and page numbers.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;
use std::process::Command;

use super::words::{words, words_of};

/// How many lines at the top and the foot of a page may be running headers and footers.
const EDGE: usize = 5;
/// A line on so many pages is one.
const PAGES: usize = 3;

/// The pages of a file as `mutool` and as `pdftotext` read them; `None` where either is not installed.
pub fn pages(path: &Path) -> Option<[Vec<String>; 2]> {
    let run = |command: &mut Command| {
        let output = command.output().ok().filter(|output| output.status.success())?;
        Some(String::from_utf8_lossy(&output.stdout).split('\u{c}').map(str::to_owned).collect())
    };
    let mutool = run(Command::new("mutool").args(["draw", "-q", "-F", "txt"]).arg(path))?;
    let pdftotext = run(Command::new("pdftotext").arg(path).arg("-"))?;
    Some([mutool, pdftotext])
}

/// The words of a file's pages, without its running lines.
pub fn running_text(pages: &[String]) -> BTreeMap<String, usize> {
    let mut counts: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        for line in edges(page) {
            counts.entry(shape(line)).or_default().insert(number);
        }
    }
    let repeats = |line: &str| counts.get(&shape(line)).is_some_and(|pages| pages.len() >= PAGES);
    let running = pages.iter().flat_map(|page| edges(page)).filter(|line| repeats(line));
    let running_words: HashSet<String> = running.flat_map(words).collect();
    // The first page may have a shorter form of the header.
    let is_running = |line: &str| repeats(line) || words(line).all(|word| running_words.contains(&word));
    let kept = pages.iter().flat_map(|page| {
        let edges: HashSet<&str> = edges(page).filter(|line| is_running(line)).collect();
        page.lines().filter(move |line| !edges.contains(line.trim()))
    });
    words_of(kept)
}

/// The lines at the top and the foot of a page.
fn edges(page: &str) -> impl Iterator<Item = &str> {
    let lines: Vec<&str> = page.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let count = lines.len();
    lines
        .into_iter()
        .enumerate()
        .filter(move |(index, _)| *index < EDGE || *index + EDGE >= count)
        .map(|line| line.1)
}

/// A line with its numbers made alike: they count pages.
fn shape(line: &str) -> String {
    let mut shape = String::new();
    for character in line.chars().filter(|c| !c.is_whitespace()) {
        match character.is_ascii_digit() {
            true if shape.ends_with('#') => {}
            true => shape.push('#'),
            false => shape.extend(character.to_lowercase()),
        }
    }
    shape
}
