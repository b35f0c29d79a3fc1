use super::{INK, Stroke, tsv};
use crate::draw::Grey;

/// A line of words. Lengths are in pixels from the upper left of the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub words: Vec<Word>,
    /// How far down its baseline is, on the page made level.
    pub baseline: f32,
    /// By how much it falls on the picture, in pixels a pixel.
    pub slope: f32,
    /// The size of its type, by the height of its letters.
    pub size: f32,
    /// How thick its letters are, as a share of their size.
    pub weight: f32,
}

/// A word with its place on the page made level, beside the box that it has on the picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    pub read: tsv::Word,
    pub left: f32,
    pub right: f32,
}

impl Line {
    /// How far down the baseline is on the picture, at a place across it.
    pub fn baseline_at(&self, x: f32) -> f32 {
        self.baseline + self.slope * x
    }
}

/// How high capitals and small letters are, and how far letters reach below the baseline, as shares of the size
/// of their type. Those of the fonts that letters are set in differ by less than measuring does.
const CAPITAL: f32 = 0.72;
const SMALL: f32 = 0.52;
const DESCENT: f32 = 0.21;
/// Lines shorter than this, in pixels, do not tell the slope of a page.
const LONG: f32 = 600.0;
/// A page lies no more askew than this, as a slope.
const STEEPEST: f32 = 0.05;
/// A gap between words that is wider than this, in heights of the words, parts columns.
const COLUMN_GAP: f32 = 2.5;
/// A word this much wider than a rule that it lies on, in pixels, is none.
const THIN: f32 = 12.0;
/// Stretches of ink longer than this, as a share of the size of type, run along letters and not across them.
const STROKE: f32 = 0.3;

/// By how much lines fall from left to right, in pixels a pixel: scanners draw paper in askew.
pub fn slope(lines: &[tsv::Line]) -> f32 {
    let mut slopes: Vec<f32> = lines.iter().filter_map(slope_of).collect();
    slopes.sort_by(f32::total_cmp);
    slopes.get(slopes.len() / 2).copied().filter(|slope| slope.abs() < STEEPEST).unwrap_or(0.0)
}

fn slope_of(line: &tsv::Line) -> Option<f32> {
    let mut on_baseline = line.iter().filter(|word| stands_on_baseline(&word.text));
    let first = on_baseline.next()?;
    let last = on_baseline.next_back()?;
    let run = last.left - first.left;
    (run > LONG).then(|| (last.bottom - first.bottom) / run)
}

/// Parts the lines that run on from one column or cell to the next: at an upright rule, and at a wide gap. What
/// Tesseract reads of a rule itself is left out.
pub fn parted(lines: Vec<tsv::Line>, rules: &[Stroke], slope: f32) -> Vec<tsv::Line> {
    let is_parted = |one: &tsv::Word, next: &tsv::Word| {
        let height = (one.bottom - one.top).max(next.bottom - next.top);
        let down = (next.top + next.bottom) / 2.0 - slope * next.left;
        let across = |x: f32| x + slope * down;
        let (from, to) = (across(one.right), across(next.left));
        let divides = |rule: &Stroke| {
            let middle = (rule.left + rule.right) / 2.0;
            from <= middle && middle <= to && rule.top < down && down < rule.bottom
        };
        next.left - one.right > COLUMN_GAP * height || rules.iter().any(divides)
    };
    let mut parts: Vec<tsv::Line> = Vec::with_capacity(lines.len());
    for line in lines {
        let mut is_first = true;
        for word in line.into_iter().filter(|word| !rules.iter().any(|rule| is_read_of(word, rule, slope))) {
            match parts.last_mut().filter(|_| !is_first) {
                Some(part) if part.last().is_none_or(|last| !is_parted(last, &word)) => part.push(word),
                _ => parts.push(vec![word]),
            }
            is_first = false;
        }
    }
    parts
}

/// Whether what was read for a word is a piece of an upright rule.
fn is_read_of(word: &tsv::Word, rule: &Stroke, slope: f32) -> bool {
    let down = (word.top + word.bottom) / 2.0 - slope * word.left;
    let middle = (rule.left + rule.right) / 2.0 - slope * down;
    let is_thin = word.right - word.left < rule.right - rule.left + THIN;
    is_thin && word.left <= middle && middle <= word.right && rule.top < down && down < rule.bottom
}

/// Puts words on lines, with what their type looks like.
pub fn lines(picture: &Grey, read: Vec<tsv::Line>, slope: f32) -> Vec<Line> {
    read.into_iter().filter(|words| !words.is_empty()).map(|words| line(picture, words, slope)).collect()
}

fn line(picture: &Grey, words: Vec<tsv::Word>, slope: f32) -> Line {
    let level = |word: &tsv::Word, y: f32| y - slope * (word.left + word.right) / 2.0;
    let bottoms = words.iter().filter(|word| stands_on_baseline(&word.text));
    let bottom = median(bottoms.map(|word| level(word, word.bottom)).collect());
    let lowest = words.iter().map(|word| level(word, word.bottom)).fold(f32::MIN, f32::max);
    let highest = words.iter().map(|word| level(word, word.top)).fold(f32::MAX, f32::min);
    let baseline = bottom.unwrap_or(lowest - (lowest - highest) * DESCENT / (CAPITAL + DESCENT));
    let tops = |is_told: fn(&str) -> bool| {
        median(words.iter().filter(|word| is_told(&word.text)).map(|word| level(word, word.top)).collect())
    };
    let by_capitals = tops(has_tall_letter).map(|top| (baseline - top) / CAPITAL);
    let by_small = || tops(is_of_small_letters).map(|top| (baseline - top) / SMALL);
    let size = by_capitals.or_else(by_small).unwrap_or((baseline - highest) / CAPITAL).max(1.0);
    let weight = weight(picture, &words, size);
    let place = |read: tsv::Word| {
        let shift = slope * (read.top + read.bottom) / 2.0;
        Word { left: read.left + shift, right: read.right + shift, read }
    };
    Line { words: words.into_iter().map(place).collect(), baseline, slope, size, weight }
}

fn median(mut values: Vec<f32>) -> Option<f32> {
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied()
}

fn stands_on_baseline(text: &str) -> bool {
    text.chars().all(|c| (c.is_ascii_alphanumeric() && !"gjpqyQJ".contains(c)) || ".:?!’".contains(c))
}

fn has_tall_letter(text: &str) -> bool {
    let is_tall = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || "bdfhkl?!".contains(c);
    text.contains(is_tall) && text.chars().all(|c| c.is_ascii_alphanumeric() || ".,;:-?!‘’“”".contains(c))
}

fn is_of_small_letters(text: &str) -> bool {
    text.chars().all(|c| "acegmnopqrsuvwxyz.,;:-".contains(c)) && text.contains(char::is_alphabetic)
}

/// The mean length of the level stretches of ink in the words, as a share of the size of type.
fn weight(picture: &Grey, words: &[tsv::Word], size: f32) -> f32 {
    let longest = (size * STROKE) as usize;
    let (mut ink, mut stretches) = (0_usize, 0_usize);
    let mut add = |length: usize| {
        if (1..=longest).contains(&length) {
            ink += length;
            stretches += 1;
        }
    };
    for word in words {
        let (left, right) = (word.left as usize, (word.right as usize).min(picture.width));
        for y in word.top as usize..(word.bottom as usize).min(picture.height) {
            let mut length = 0;
            for x in left..right {
                if picture.at(x, y) < INK {
                    length += 1;
                } else {
                    add(std::mem::take(&mut length));
                }
            }
            add(length);
        }
    }
    if stretches == 0 { 0.0 } else { ink as f32 / stretches as f32 / size }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, left: f32, top: f32, bottom: f32) -> tsv::Word {
        tsv::Word { text: text.to_owned(), left, top, right: left + 100.0, bottom, confidence: 90 }
    }

    #[test]
    fn size_and_baseline_come_from_the_letters_that_tell_them() {
        let blank = Grey { width: 10, height: 10, pixels: vec![255; 100] };
        let words = vec![word("Early", 0.0, 100.0, 147.0), word("notes", 120.0, 111.0, 136.0)];
        let line = &lines(&blank, vec![words], 0.0)[0];
        assert_eq!((line.baseline, line.size.round()), (136.0, 50.0));
    }

    #[test]
    fn a_rule_or_a_wide_gap_parts_a_line() {
        let words = || {
            let at = |left: f32| word("Area", left, 100.0, 136.0);
            vec![vec![at(0.0), at(120.0), at(240.0)], vec![at(0.0), at(400.0)]]
        };
        let rule = Stroke { left: 229.0, top: 50.0, right: 231.0, bottom: 200.0 };
        let parts = |rules: &[Stroke]| parted(words(), rules, 0.0).iter().map(Vec::len).collect::<Vec<_>>();
        assert_eq!(parts(&[]), [3, 1, 1]);
        assert_eq!(parts(&[rule]), [2, 1, 1, 1]);
        assert_eq!(parts(&[Stroke { bottom: 90.0, ..rule }]), [3, 1, 1]);
    }

    #[test]
    fn a_page_drawn_in_askew_is_made_level() {
        let blank = Grey { width: 10, height: 10, pixels: vec![255; 100] };
        let words = vec![word("Area", 0.0, 64.0, 100.0), word("Area", 1000.0, 74.0, 110.0)];
        let slope = slope(std::slice::from_ref(&words));
        assert!((slope - 0.01).abs() < 1e-6);
        let line = &lines(&blank, vec![words], slope)[0];
        assert!((line.baseline - 99.5).abs() < 0.01 && (line.size - 50.0).abs() < 0.1, "{line:?}");
    }
}
