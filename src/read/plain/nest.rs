use super::lines::Line;
use crate::document::{BlockKind, Draft};

/// An indent less than this may be an accident of saving, unless the marks are Markdown's.
const LEAST_INDENT: usize = 2;

/// Gives list items their level, by the indents and marks that the file's bullets have. `lines` are in order.
pub fn nest(drafts: &mut [Draft], lines: &[Line]) {
    let mut outer: Vec<(usize, char)> = Vec::new();
    for draft in drafts {
        let BlockKind::ListItem { level } = &mut draft.kind else {
            outer.clear();
            continue;
        };
        let number = draft.places[0].2.unwrap_or(1);
        let first = lines.partition_point(|line| line.number < number);
        let line = lines[first..].iter().take_while(|line| line.number == number).find(|line| line.bullet);
        let (indent, mark) = line.map_or((0, '•'), |line| (line.indent, line.mark.unwrap_or('•')));
        while outer.last().is_some_and(|last| !is_under(*last, (indent, mark))) {
            outer.pop();
        }
        outer.push((indent, mark));
        *level = outer.len().min(9) as u8;
    }
}

/// Whether an item stands under `outer`: it is indented more, or has the mark of a sub-bullet at the same
/// indent.
fn is_under(outer: (usize, char), item: (usize, char)) -> bool {
    let deeper = if "-*".contains(item.1) { 1 } else { LEAST_INDENT };
    let same_indent = outer.0.abs_diff(item.0) < deeper;
    let marks_sub_items = |mark: char| "o○◦-–−".contains(mark);
    item.0 >= outer.0 + deeper || (same_indent && marks_sub_items(item.1) && !marks_sub_items(outer.1))
}
