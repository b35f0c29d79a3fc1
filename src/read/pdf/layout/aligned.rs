//! Tables and columns without rules, told by the gap that runs down between them.

mod gutters;
mod rows;

use super::blocks::Setting;
use super::lines::Line;
use super::tables::Part;
use crate::read::pdf::content::Content;
use gutters::Gutters;

/// No table is taken to have more lines than this on a page.
const MOST_LINES: usize = 200;
/// A table has at least this many lines with words on both sides of a gap.
const LEAST: usize = 3;
/// Lines farther apart than this many times their size are of different tables.
const FAR: f32 = 4.0;

/// Parts lines into those set in columns and those around them.
pub fn parts(content: &Content, lines: Vec<Line>, setting: &Setting) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut open = Vec::new();
    let mut at = 0;
    while at < lines.len() {
        let Some((length, gutters)) = columns_at(content, &lines[at..], setting) else {
            open.push(lines[at].clone());
            at += 1;
            continue;
        };
        if !open.is_empty() {
            parts.push(Part::Lines(std::mem::take(&mut open)));
        }
        parts.push(Part::Table(rows::cells(content, &lines[at..at + length], &gutters, setting)));
        at += length;
    }
    if !open.is_empty() {
        parts.push(Part::Lines(open));
    }
    parts
}

/// How many of the lines, from the first on, are set in columns, and the gaps between these.
fn columns_at(content: &Content, lines: &[Line], setting: &Setting) -> Option<(usize, Gutters)> {
    let mut gutters = Gutters::of(content, &lines[0])?;
    let mut end = 1;
    for pair in lines.windows(2).take(MOST_LINES) {
        let down = pair[0].baseline - pair[1].baseline;
        let is_near = pair[0].page == pair[1].page && down > 0.0 && down < FAR * pair[1].size;
        if !is_near || !gutters.narrow(content, &pair[1]) {
            break;
        }
        end += 1;
    }
    let length = without_what_follows(content, &lines[..end], &gutters, setting);
    gutters.part_columns(content, &lines[..length], LEAST).then_some((length, gutters))
}

/// The lines up to the last with words on both sides, and those right below it.
fn without_what_follows(content: &Content, lines: &[Line], gutters: &Gutters, setting: &Setting) -> usize {
    let last = lines.iter().rposition(|line| gutters.is_on_both_sides(content, line)).unwrap_or(0);
    let below = lines[last..].windows(2).take_while(|pair| !rows::is_apart(&pair[0], &pair[1], setting));
    last + 1 + below.count()
}
