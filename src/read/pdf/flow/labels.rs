//! Where the label of a list item belongs, whatever order a program draws and tags it in.

use super::bullets;
use crate::read::pdf::content::{Content, Run};

/// Runs whose baselines differ by less than this, as a share of the font size, stand on one line.
const LINE: f32 = 0.5;

/// Whether the runs tagged as an item's label are the first words of the next item: Word sometimes tags them
/// so. They are drawn after all of the item, and begin a line below it. Runs are given by number, in order.
pub fn is_of_next_item(open: &[usize], label: &[usize], content: &Content) -> bool {
    let Some(first) = label.first() else { return false };
    let Some(last) = open.iter().rfind(|index| label.binary_search(index).is_err()) else { return false };
    let drawn_after = first > last;
    let (first, last) = (&content.runs[*first], &content.runs[*last]);
    drawn_after && (first.page > last.page || first.baseline < last.baseline - LINE * last.size)
}

/// Puts the bullet first in a block that is in the order of drawing: an item's words may be drawn before it.
/// Word also tags the first words of an item as its label; these keep their place.
pub fn lead(open: &mut [usize], label: &[usize], content: &Content) {
    let text_of = |index: &usize| content.text_of(&content.runs[*index]);
    let is_worded = |index: &&usize| !text_of(index).trim().is_empty() && label.binary_search(index).is_err();
    let Some(words) = open.iter().find(is_worded).map(|index| &content.runs[*index]) else { return };
    let label_is_bullet = bullets::is_alone(&label.iter().map(text_of).collect::<String>());
    let leads = |index: &usize| {
        let is_tagged = label.binary_search(index).is_ok();
        let run = &content.runs[*index];
        let stands_before =
            is_on_line_of(words, run) && run.left < words.left && run.right <= words.left + LINE * words.size;
        (is_tagged && (label_is_bullet || stands_before))
            || (stands_before && bullets::is_alone(text_of(index)))
    };
    // False comes before true, and the sort keeps the order of drawing otherwise.
    open.sort_by_cached_key(|index| !leads(index));
}

/// Whether two runs stand on one line of a page.
pub fn is_on_line_of(one: &Run, other: &Run) -> bool {
    one.page == other.page && (one.baseline - other.baseline).abs() < LINE * one.size.max(other.size)
}
