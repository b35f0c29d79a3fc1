use super::{Flow, Kind};

/// An indent less than this, in points, may be an accident.
const LEAST_INDENT: f32 = 6.0;

/// Gives the items whose bullets are typed a level, by their indents and marks.
pub fn nest(flow: &mut [Flow]) {
    let mut outer: Vec<(f32, char)> = Vec::new();
    for item in flow {
        match item {
            Flow::Table(table) => {
                outer.clear();
                table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| nest(&mut cell.flow));
            }
            Flow::Piece(piece) => {
                let (Kind::Item(level), Some(mark)) = (&mut piece.kind, piece.typed_bullet) else {
                    outer.clear();
                    continue;
                };
                while outer.last().is_some_and(|last| !is_under(*last, (piece.indent, mark))) {
                    outer.pop();
                }
                outer.push((piece.indent, mark));
                *level = outer.len().min(9) as u8;
            }
        }
    }
}

/// Whether an item stands under `outer`: it is indented more, or has the mark of a sub-bullet at the same
/// indent.
fn is_under(outer: (f32, char), item: (f32, char)) -> bool {
    let same_indent = (outer.0 - item.0).abs() < LEAST_INDENT;
    let marks_sub_items = |mark: char| "o○◦-–−".contains(mark);
    item.0 >= outer.0 + LEAST_INDENT || (same_indent && marks_sub_items(item.1) && !marks_sub_items(outer.1))
}
