use super::lines::Line;
use crate::read::pdf::content::Content;
use crate::read::pdf::flow::is_numbered;

/// Lines that begin this much farther to the right than the number, in points, hang under the words after it.
const HANGS: f32 = 4.0;
/// A gap after the number that is wider than this, as a share of the font size, is a tab.
const TAB: f32 = 0.6;

/// Whether lines are a numbered item: the lines hang, or the words stand a tab away from the number.
pub fn is_numbered_item(content: &Content, lines: &[Line]) -> bool {
    let first = &lines[0];
    if first.bold || !is_numbered(&first.text) {
        return false;
    }
    match lines.get(1) {
        Some(second) => second.left > first.left + HANGS,
        None => has_tab(content, first),
    }
}

fn has_tab(content: &Content, line: &Line) -> bool {
    let runs = line.runs.iter().map(|run| &content.runs[*run]);
    let number_ends = line.text.find(char::is_whitespace).unwrap_or(0);
    let mut length = 0;
    let mut right = line.left;
    for run in runs {
        if length >= number_ends && run.left - right > TAB * line.size {
            return true;
        }
        length += content.text_of(run).trim().len();
        right = run.right;
        if length > number_ends {
            return false;
        }
    }
    false
}
