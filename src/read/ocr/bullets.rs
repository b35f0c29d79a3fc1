use super::blob::Blob;
use super::lines::Word;
use super::{Line, tsv};
use crate::draw::Grey;

/// What bullets are read as that is no letter. A quotation mark, a bracket or a pound sign may open a line.
const MARKS: &str = "#•·∙●■▪◼◾▶►»«©®¢§°*=~+>™¥@¤_º";
/// What they are read as that a numbered item may have after its letter.
const POINTS: &str = ".,;";
/// A mark is a bullet where the words stand this far from it at least, as a share of the size of type; a letter
/// where they stand farther than blanks in a justified line are wide.
const MARK_GAP: f32 = 0.1;
const LETTER_GAP: f32 = 0.6;
/// Bullets of one list, and the words beside them, begin this near to each other, as a share of the size.
const SAME_PLACE: f32 = 0.4;

/// How far before the words a bullet that Tesseract left out is looked for, and how far from them it stands at
/// least, as shares of the size of type.
const REACH: f32 = 4.0;
const LEAST_GAP: f32 = 0.3;

/// Gives bullets back to the lines that begin with what Tesseract takes one for: a mark, or a short word of
/// letters that is a patch of ink or hangs before the words as those of other items do. Where it left one out, a
/// word is added.
pub fn restore(picture: &Grey, lines: &mut Vec<Line>) {
    without_lone(picture, lines);
    let places: Vec<Option<Place>> = lines.iter().map(Place::of).collect();
    let is_bullet = |line: &Line, place: &Place| match place.kind {
        Kind::Mark => true,
        Kind::Letters => {
            let others = places.iter().flatten().filter(|other| place.is_beside(other)).count() > 1;
            others || lines.iter().any(|line| place.has_below(line)) || is_patch(picture, line, line.size)
        }
    };
    let found: Vec<bool> = lines
        .iter()
        .zip(&places)
        .map(|(line, place)| place.as_ref().is_some_and(|place| is_bullet(line, place)))
        .collect();
    let left_out: Vec<Option<Word>> = lines.iter().map(|line| left_out(picture, line, lines)).collect();
    for ((line, found), left_out) in lines.iter_mut().zip(found).zip(left_out) {
        if found {
            line.words[0].read.text = BULLET.to_owned();
        } else if let Some(bullet) = left_out {
            line.words.insert(0, bullet);
        }
        for word in line.words.iter_mut().filter(|word| word.read.text == PERSON.to_string()) {
            word.read.text = "I".to_owned();
        }
    }
}

/// Drops what was read of bullets as lines of their own: they are found by their ink.
fn without_lone(picture: &Grey, lines: &mut Vec<Line>) {
    let mut sizes: Vec<f32> = lines.iter().map(|line| line.size).collect();
    sizes.sort_by(f32::total_cmp);
    let Some(size) = sizes.get(sizes.len() / 2).copied() else { return };
    lines.retain(|line| {
        let is_short = line.words.len() == 1 && line.words[0].read.text.chars().count() <= 2;
        !(is_short && is_patch(picture, line, size))
    });
}

const BULLET: &str = "•";
/// What the word "I" is read as, and now and then a bullet.
const PERSON: char = '|';

/// Whether the first word of a line is a bullet by its ink.
fn is_patch(picture: &Grey, line: &Line, size: f32) -> bool {
    let word = &line.words[0].read;
    let columns = word.left as usize..word.right as usize;
    Blob::within(picture, columns, word.top as usize..word.bottom as usize).is_bullet(size)
}

/// A bullet that stands before a line and that Tesseract has not read.
fn left_out(picture: &Grey, line: &Line, lines: &[Line]) -> Option<Word> {
    let first = line.words.first()?;
    let word = &first.read;
    let is_beside = |other: &&tsv::Word| {
        let middle = (other.top + other.bottom) / 2.0;
        other.right <= word.left && word.top - line.size < middle && middle < word.bottom + line.size
    };
    // Ink of other words is theirs.
    let words = lines.iter().flat_map(|line| &line.words).map(|word| &word.read);
    let free_from = words.filter(is_beside).map(|word| word.right).fold(0.0, f32::max);
    let from = (word.left - REACH * line.size).max(free_from);
    let to = word.left - LEAST_GAP * line.size;
    let baseline = line.baseline_at(word.left);
    let rows =
        (baseline - 0.85 * line.size).max(0.0) as usize..(baseline + 0.1 * line.size).max(0.0) as usize;
    let columns = from.max(0.0) as usize..to.max(0.0) as usize;
    let blob = Blob::last(picture, columns, rows, (LEAST_GAP * line.size) as usize)?;
    let shift = first.left - word.left;
    blob.is_bullet(line.size).then(|| {
        let (left, right) = (blob.left as f32, blob.right as f32);
        let (top, bottom) = (blob.top as f32, blob.bottom as f32);
        let read = tsv::Word { text: BULLET.to_owned(), left, top, right, bottom, confidence: 100 };
        Word { left: left + shift, right: right + shift, read }
    })
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Mark,
    Letters,
}

/// Where what may be a bullet stands, and the words beside it, in pixels.
#[derive(Debug)]
struct Place {
    kind: Kind,
    bullet: f32,
    words: f32,
    baseline: f32,
    size: f32,
}

impl Place {
    fn of(line: &Line) -> Option<Place> {
        let [first, second, ..] = &line.words[..] else { return None };
        let kind = kind(&first.read.text)?;
        let gap = match kind {
            Kind::Mark => MARK_GAP,
            Kind::Letters => LETTER_GAP,
        };
        let is_apart = second.left - first.right >= gap * line.size;
        let (bullet, words) = (first.left, second.left);
        is_apart.then_some(Place { kind, bullet, words, baseline: line.baseline, size: line.size })
    }

    fn is_beside(&self, other: &Place) -> bool {
        let near = |one: f32, other: f32| (one - other).abs() < SAME_PLACE * self.size;
        near(self.bullet, other.bullet) && near(self.words, other.words)
    }

    /// Whether `line` is the next one down, and begins where the words do.
    fn has_below(&self, line: &Line) -> bool {
        let down = line.baseline - self.baseline;
        let left = line.words.first().map_or(f32::MIN, |word| word.left);
        down > 0.5 * self.size && down < 2.0 * self.size && (left - self.words).abs() < SAME_PLACE * self.size
    }
}

fn kind(text: &str) -> Option<Kind> {
    let count = text.chars().count();
    if count > 2 || text.contains(|c: char| c.is_numeric()) {
        return None;
    }
    if text.contains(|c| MARKS.contains(c)) || text.chars().all(|c| POINTS.contains(c)) {
        return Some(Kind::Mark);
    }
    // Letters with a full stop or a bracket number an item.
    text.chars().all(|c| c.is_alphabetic() || c == PERSON).then_some(Kind::Letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(baseline: f32, words: &[(&str, f32, f32)]) -> Line {
        let word = |&(text, left, right): &(&str, f32, f32)| {
            let read =
                tsv::Word { text: text.to_owned(), left, top: 0.0, right, bottom: 0.0, confidence: 90 };
            Word { read, left, right }
        };
        Line { words: words.iter().map(word).collect(), baseline, slope: 0.0, size: 50.0, weight: 0.1 }
    }

    fn restored(mut lines: Vec<Line>) -> Vec<bool> {
        let blank = Grey { width: 1, height: 1, pixels: vec![255] };
        restore(&blank, &mut lines);
        lines.iter().map(|line| line.words[0].read.text == "•").collect()
    }

    #[test]
    fn letters_that_hang_before_the_words_are_bullets() {
        let item = |baseline, bullet| line(baseline, &[(bullet, 300.0, 320.0), ("plans", 370.0, 480.0)]);
        assert_eq!(restored(vec![item(100.0, "e"), item(220.0, "e"), item(340.0, "m™")]), [true; 3]);
        assert_eq!(restored(vec![item(100.0, "e"), item(700.0, "12")]), [false, false]);
        let hanging =
            vec![item(100.0, "o"), line(156.0, &[("and", 371.0, 430.0), ("reviews", 445.0, 600.0)])];
        assert_eq!(restored(hanging), [true, false]);
    }

    #[test]
    fn an_article_or_a_number_at_the_beginning_of_a_line_is_none() {
        let prose = |baseline| line(baseline, &[("a", 300.0, 320.0), ("plan", 336.0, 420.0)]);
        assert_eq!(restored(vec![prose(100.0), prose(156.0)]), [false, false]);
        let mut lines = vec![line(100.0, &[("|", 300.0, 306.0), ("was", 322.0, 400.0)])];
        restore(&Grey { width: 1, height: 1, pixels: vec![255] }, &mut lines);
        assert_eq!(lines[0].words[0].read.text, "I");
        let numbered = |label| line(100.0, &[(label, 300.0, 320.0), ("plans", 370.0, 480.0)]);
        assert_eq!(
            restored(vec![numbered("a."), numbered("i)"), numbered("."), numbered("=")])[..3],
            [false, false, true]
        );
    }
}
