use super::{Flow, Kind, Piece};
use crate::read::pdf::limits;
use crate::read::pdf::tally::Tally;

/// A heading is no longer than this, in characters.
const LONGEST: usize = 160;
/// Type this much larger than running text makes a heading.
const LARGER: f32 = 1.12;

/// The size, in points, that most of the text is set in.
pub fn body_size(flow: &[Flow]) -> f32 {
    let mut sizes = Tally::new(0.25);
    each(flow, &mut |piece| sizes.add(piece.size, piece.text.len()));
    sizes.usual().unwrap_or(0.0)
}

fn each<'a>(flow: &'a [Flow], visit: &mut impl FnMut(&'a Piece)) {
    for item in flow {
        match item {
            Flow::Piece(piece) => visit(piece),
            Flow::Table(table) => {
                for cell in table.rows.iter().flat_map(|row| &row.cells) {
                    each(&cell.flow, visit);
                }
            }
        }
    }
}

/// Makes headings of the paragraphs outside tables that are set like one, and gives every heading a level by
/// its size: the largest size of the file is level 1, and bold text of the running size comes last.
pub fn find(flow: &mut [Flow], body_size: f32) {
    let mut ranks: Vec<(f32, bool)> = Vec::new();
    for piece in pieces(flow) {
        if piece.kind == Kind::Paragraph && is_set_as_heading(piece, body_size) {
            piece.kind = Kind::Heading(0);
        }
        let is_new = matches!(piece.kind, Kind::Heading(_)) && !ranks.contains(&rank(piece));
        if is_new && ranks.len() < limits::MEASURES {
            ranks.push(rank(piece));
        }
    }
    ranks.sort_by(|one, other| other.0.total_cmp(&one.0).then(other.1.cmp(&one.1)));
    for piece in pieces(flow) {
        if let Kind::Heading(_) = piece.kind {
            let level = ranks.iter().position(|known| *known == rank(piece)).unwrap_or(ranks.len()) + 1;
            piece.kind = Kind::Heading(level.min(9) as u8);
        }
    }
}

fn pieces(flow: &mut [Flow]) -> impl Iterator<Item = &mut Piece> {
    flow.iter_mut().filter_map(|item| if let Flow::Piece(piece) = item { Some(piece) } else { None })
}

fn rank(piece: &Piece) -> (f32, bool) {
    (piece.size.round(), piece.bold)
}

/// A few words in type larger than that of running text.
pub fn is_larger(piece: &Piece, body_size: f32) -> bool {
    piece.size > body_size * LARGER && piece.text.trim().chars().count() <= LONGEST
}

/// A few words in larger type, or in bold type that are no sentence.
pub fn is_set_as_heading(piece: &Piece, body_size: f32) -> bool {
    let text = piece.text.trim();
    let short = text.chars().count() <= LONGEST;
    let sentence = text.ends_with(['.', ';', ',']);
    let worded = text.chars().any(char::is_alphabetic);
    short && worded && (is_larger(piece, body_size) || (piece.bold && !sentence))
}
