use super::Line;

/// What bullets are read as that is no letter. A quotation mark, a bracket or a pound sign may open a line.
const MARKS: &str = "•·∙●■▪◼◾▶►»«©®¢§°*=~+|>™¥@¤_°º";
/// A mark is a bullet where the words stand this far from it at least, as a share of the size of type; a letter
/// where they stand farther than blanks in a justified line are wide.
const MARK_GAP: f32 = 0.35;
const LETTER_GAP: f32 = 0.6;
/// Bullets of one list, and the words beside them, begin this near to each other, as a share of the size.
const SAME_PLACE: f32 = 0.4;

/// Gives bullets back to the lines that begin with what Tesseract takes one for: a mark, or a short word of
/// letters that hangs before the words as those of other items do.
pub fn restore(lines: &mut [Line]) {
    let places: Vec<Option<Place>> = lines.iter().map(Place::of).collect();
    let is_bullet = |place: &Place| match place.kind {
        Kind::Mark => true,
        Kind::Letters => {
            let others = places.iter().flatten().filter(|other| place.is_beside(other)).count() > 1;
            others || lines.iter().any(|line| place.has_below(line))
        }
    };
    let found: Vec<bool> = places.iter().map(|place| place.as_ref().is_some_and(is_bullet)).collect();
    for (line, _) in lines.iter_mut().zip(found).filter(|(_, found)| *found) {
        line.words[0].read.text = "•".to_owned();
    }
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
    if text.contains(|c| MARKS.contains(c)) {
        return Some(Kind::Mark);
    }
    // Letters with a full stop or a bracket number an item.
    text.chars().all(char::is_alphabetic).then_some(Kind::Letters)
}

#[cfg(test)]
mod tests {
    use super::super::lines::Word;
    use super::super::tsv;
    use super::*;

    fn line(baseline: f32, words: &[(&str, f32, f32)]) -> Line {
        let word = |&(text, left, right): &(&str, f32, f32)| {
            let read =
                tsv::Word { text: text.to_owned(), left, top: 0.0, right, bottom: 0.0, confidence: 90 };
            Word { read, left, right }
        };
        Line { words: words.iter().map(word).collect(), baseline, size: 50.0, weight: 0.1 }
    }

    fn restored(mut lines: Vec<Line>) -> Vec<bool> {
        restore(&mut lines);
        lines.iter().map(|line| line.words[0].read.text == "•").collect()
    }

    #[test]
    fn letters_that_hang_before_the_words_are_bullets() {
        let item = |baseline, bullet| line(baseline, &[(bullet, 300.0, 320.0), ("plans", 370.0, 480.0)]);
        assert_eq!(restored(vec![item(100.0, "e"), item(220.0, "e"), item(340.0, "m™")]), [true; 3]);
        assert_eq!(restored(vec![item(100.0, "e"), item(700.0, "12")]), [false, false]);
        let hanging = vec![item(100.0, "o"), line(156.0, &[("and", 371.0, 430.0), ("reviews", 445.0, 600.0)])];
        assert_eq!(restored(hanging), [true, false]);
    }

    #[test]
    fn an_article_at_the_beginning_of_a_line_is_none() {
        let prose = |baseline| line(baseline, &[("a", 300.0, 320.0), ("plan", 336.0, 420.0)]);
        assert_eq!(restored(vec![prose(100.0), prose(156.0)]), [false, false]);
    }
}
