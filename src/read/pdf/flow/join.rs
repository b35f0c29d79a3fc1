use super::{Flow, Kind, Piece};
use crate::read::flow::Block;

/// A line of at least this many bytes that ends no sentence is prose: names, labels and addresses are shorter.
const PROSE: usize = 60;

/// Footnotes are set in type smaller than this share of the text's, and there are no more than so many on a
/// page.
const NOTE: f32 = 0.92;
const NOTES: usize = 6;

/// Joins each piece that a page end, or a line end typed as a paragraph's, cut to its rest.
pub fn pieces(flow: Vec<Flow>) -> Vec<Flow> {
    let margin = margin(&flow);
    let mut joined: Vec<Flow> = Vec::with_capacity(flow.len());
    for item in flow {
        let Flow::Piece(piece) = item else {
            joined.push(item);
            continue;
        };
        match before(&mut joined, &piece) {
            Some(before) if goes_on(before, &piece, margin) => before.append(piece),
            _ => joined.push(Flow::Piece(piece)),
        }
    }
    joined
}

/// The piece that `piece` may be the rest of: the last one, footnotes passed over.
fn before<'a>(joined: &'a mut [Flow], piece: &Piece) -> Option<&'a mut Piece> {
    let is_note = |item: &Flow| match item {
        Flow::Piece(note) => note.size < piece.size * NOTE && note.last_page() < piece.first_page(),
        Flow::Table(_) => false,
    };
    let notes = joined.iter().rev().take(NOTES).take_while(|item| is_note(item)).count();
    match joined.iter_mut().rev().nth(notes)? {
        Flow::Piece(before) => Some(before),
        Flow::Table(_) => None,
    }
}

/// How far to the right the lines of a flow usually reach, in points; not at all where no piece of it has
/// several lines.
fn margin(flow: &[Flow]) -> f32 {
    let reach = |item: &Flow| match item {
        Flow::Piece(piece) if piece.bottom < piece.top => Some(piece.right),
        _ => None,
    };
    let mut reaches: Vec<f32> = flow.iter().filter_map(reach).collect();
    reaches.sort_by(f32::total_cmp);
    reaches.get(reaches.len() / 2).copied().unwrap_or(f32::MAX)
}

fn goes_on(before: &Piece, piece: &Piece, margin: f32) -> bool {
    if before.last_page() == piece.first_page() {
        goes_on_below(before, piece, margin)
    } else {
        before.last_page() < piece.first_page() && goes_on_overleaf(before, piece)
    }
}

fn may_go_on(before: &Piece, piece: &Piece) -> bool {
    let heading = matches!(before.kind, Kind::Heading(_)) || matches!(piece.kind, Kind::Heading(_));
    !heading && !piece.marked && (before.size - piece.size).abs() < 0.6 && before.bold == piece.bold
}

/// Whether `piece`, which comes next and on a later page, is the rest of `before`.
pub fn goes_on_overleaf(before: &Piece, piece: &Piece) -> bool {
    if !may_go_on(before, piece) {
        return false;
    }
    if before.marked && matches!(piece.kind, Kind::Item(_)) {
        // In a list with bullets, an item without one is the rest of the one before.
        return true;
    }
    !is_closed(&before.text) && (starts_low(&piece.text) || ends_openly(&before.text))
}

/// Whether `piece`, which comes next on the same page, is the rest of `before`: whoever wrote it ended each
/// line as a paragraph.
fn goes_on_below(before: &Piece, piece: &Piece, margin: f32) -> bool {
    let step = before.bottom - piece.top;
    let next_line = step > 0.0 && step < piece.size * 1.6;
    if !next_line || !may_go_on(before, piece) || is_closed(&before.text) {
        return false;
    }
    let word = piece.text.split_whitespace().next().unwrap_or_default();
    let full = before.end + (word.chars().count() as f32 + 1.0) * piece.size * 0.45 > margin;
    match (before.kind, piece.kind) {
        _ if starts_low(&piece.text) && full => true,
        (Kind::Item(_), _) => starts_low(&piece.text),
        (_, Kind::Paragraph) => before.text.len() >= PROSE && step < piece.size * 1.35,
        _ => false,
    }
}

/// Ends as a sentence or a lead-in does.
fn is_closed(text: &str) -> bool {
    let text = text.trim_end().trim_end_matches(['’', '”', '\'', '"', ')']);
    text.ends_with(['.', ':', ';', '?', '!'])
}

fn starts_low(text: &str) -> bool {
    text.trim_start().chars().next().is_some_and(|first| first.is_lowercase() || matches!(first, '(' | ','))
}

/// Ends on a word or a mark that no sentence, name or heading ends on.
fn ends_openly(text: &str) -> bool {
    let last = text.split_whitespace().next_back().unwrap_or_default();
    last.ends_with([',', '-', '–', '('])
        || matches!(
            last,
            "and"
                | "or"
                | "of"
                | "the"
                | "a"
                | "an"
                | "to"
                | "in"
                | "with"
                | "for"
                | "that"
                | "by"
                | "their"
                | "on"
        )
}

#[cfg(test)]
mod tests {
    use super::super::piece::Place;
    use super::*;

    fn piece(kind: Kind, text: &str, page: u32, marked: bool) -> Flow {
        Flow::Piece(Piece {
            kind,
            text: text.to_owned(),
            places: vec![Place { byte: 0, page, area: None, ocr_confidence: None }],
            marked,
            size: 12.0,
            bold: false,
            left: 0.0,
            right: 400.0,
            end: 100.0,
            top: 50.0,
            bottom: 50.0,
        })
    }

    fn joined(before: Flow, after: Flow) -> bool {
        pieces(vec![before, after]).len() == 1
    }

    #[test]
    fn an_item_without_a_bullet_goes_on_from_the_page_before() {
        let item = Kind::Item(1);
        let before = || piece(item, "Leaders know the area well.", 1, true);
        assert!(joined(before(), piece(item, "They act on it.", 2, false)));
        assert!(!joined(before(), piece(item, "They act on it.", 2, true)));
        assert!(!joined(before(), piece(item, "They act on it.", 1, false)));
    }

    #[test]
    fn a_paragraph_goes_on_only_in_mid_sentence() {
        let paragraph = Kind::Paragraph;
        let before = |text| piece(paragraph, text, 3, false);
        assert!(joined(before("The partnership has"), piece(paragraph, "not begun.", 4, false)));
        assert!(joined(before("The boards of"), piece(paragraph, "Hull", 4, false)));
        assert!(!joined(before("It has begun."), piece(paragraph, "it goes on.", 4, false)));
        assert!(!joined(before("Main findings"), piece(paragraph, "The area", 4, false)));
        assert!(!joined(before("The partnership has"), piece(Kind::Heading(1), "not begun", 4, false)));
    }

    #[test]
    fn the_pages_of_a_joined_piece_are_kept() {
        let flow = pieces(vec![
            piece(Kind::Paragraph, "a café has", 3, false),
            piece(Kind::Paragraph, "opened", 4, false),
        ]);
        let [Flow::Piece(piece)] = &flow[..] else { panic!() };
        let places: Vec<(usize, u32)> = piece.places.iter().map(|place| (place.byte, place.page)).collect();
        assert_eq!((piece.text.as_str(), &places[..]), ("a café has\nopened", &[(0, 3), (12, 4)][..]));
    }
}
