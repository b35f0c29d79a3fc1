use super::{Flow, Kind, Piece, limits};
use crate::read::pdf::Tally;

/// A heading is no longer than this, in characters.
const LONGEST: usize = 160;
/// Type this much larger than running text makes a heading.
const LARGER: f32 = 1.12;

/// The size that most of the text is set in; `None` where the file names no sizes.
pub fn body_size(flow: &[Flow]) -> Option<f32> {
    let mut sizes = Tally::new(0.25);
    count_sizes(flow, &mut sizes);
    sizes.usual()
}

fn count_sizes(flow: &[Flow], sizes: &mut Tally) {
    for item in flow {
        match item {
            Flow::Piece(piece) => {
                if let Some(size) = piece.size {
                    sizes.add(size, piece.text.len());
                }
            }
            Flow::Table(table) => table.cells().for_each(|cell| count_sizes(&cell.flow, sizes)),
        }
    }
}

/// Makes headings of the paragraphs outside tables that are set like one. They come below those that are
/// marked as headings; among themselves the larger come first.
pub fn find(flow: &mut [Flow], body_size: Option<f32>) {
    let marked = pieces(flow).filter_map(|piece| match piece.kind {
        Kind::Heading(level) => Some(level),
        _ => None,
    });
    let above = marked.max().unwrap_or(0);
    let mut sizes: Vec<i32> = Vec::new();
    for piece in pieces(flow).filter(|piece| is_set_as_heading(piece, body_size)) {
        let size = rank(piece);
        if !sizes.contains(&size) && sizes.len() < limits::SIZES {
            sizes.push(size);
        }
    }
    sizes.sort_unstable_by(|one, other| other.cmp(one));
    for piece in pieces(flow).filter(|piece| is_set_as_heading(piece, body_size)) {
        let below = sizes.iter().position(|size| *size == rank(piece)).unwrap_or(sizes.len()) + 1;
        piece.kind = Kind::Heading((usize::from(above) + below).min(9) as u8);
    }
}

fn pieces(flow: &mut [Flow]) -> impl Iterator<Item = &mut Piece> {
    flow.iter_mut().filter_map(|item| if let Flow::Piece(piece) = item { Some(piece) } else { None })
}

/// The size in whole points, 0 where none is named.
fn rank(piece: &Piece) -> i32 {
    piece.size.map_or(0, |size| size.round() as i32)
}

/// A few words in type larger than that of running text.
pub fn is_larger(piece: &Piece, body_size: Option<f32>) -> bool {
    let larger = matches!((piece.size, body_size), (Some(size), Some(body)) if size > body * LARGER);
    larger && piece.text.trim().chars().count() <= LONGEST
}

/// A paragraph of a few words in larger type, or in bold type that is no sentence.
pub fn is_set_as_heading(piece: &Piece, body_size: Option<f32>) -> bool {
    let text = piece.text.trim();
    let short = text.chars().count() <= LONGEST;
    let sentence = text.ends_with(['.', ';', ',']);
    let worded = text.chars().any(char::is_alphabetic);
    piece.kind == Kind::Paragraph
        && short
        && worded
        && (is_larger(piece, body_size) || (piece.bold && !sentence))
}
