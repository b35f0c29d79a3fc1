use super::{DOTS_PER_INCH, INK};
use crate::draw::Grey;

/// A straight line drawn on a picture, in pixels from the upper left of the page made level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stroke {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

/// How long a stroke is at least, in pixels: longer than level strokes of letters, and taller than capitals of
/// headings.
const LEAST_LEVEL: usize = DOTS_PER_INCH as usize;
const LEAST_UPRIGHT: usize = (DOTS_PER_INCH * 0.25) as usize;
/// A stroke is no thicker than this, in pixels; what is thicker is a picture or a filled box.
const THICKEST: usize = 12;
/// Gaps in a stroke that are no longer than this, in pixels, are faults of the scan.
const GAP: usize = 8;
/// The share of a stroke that is ink.
const INKED: f32 = 0.75;
/// Rows of a stroke may lie this far apart, in pixels.
const APART: usize = 3;
/// Strokes that end this near to each other meet, and one that ends short of another by less than this was drawn
/// to it, in pixels.
const NEAR: f32 = 12.0;
const SHORT: f32 = DOTS_PER_INCH * 0.5;
/// A picture with more strokes than this is a drawing.
const MOST: usize = 2_000;

/// The strokes of a picture whose lines fall by `slope` pixels a pixel.
pub fn strokes(picture: &Grey, slope: f32) -> Vec<Stroke> {
    let is_ink = |x: usize, y: usize| {
        let (across, down) = (x as f32 - slope * y as f32, y as f32 + slope * x as f32);
        let inside = across >= 0.0 && down >= 0.0;
        let (across, down) = (across.round() as usize, down.round() as usize);
        inside && across < picture.width && down < picture.height && picture.at(across, down) < INK
    };
    // A thin line steps from row to row where the page is a little more askew than its slope says.
    let level = bars(picture.width, picture.height, LEAST_LEVEL, |along, across| {
        is_ink(along, across) || is_ink(along, across + 1)
    });
    let upright = bars(picture.height, picture.width, LEAST_UPRIGHT, |along, across| {
        is_ink(across, along) || is_ink(across + 1, along)
    });
    let level = level.iter().map(|bar| Stroke {
        left: bar.from as f32,
        top: bar.first as f32,
        right: bar.to as f32,
        bottom: bar.last as f32 + 1.0,
    });
    let upright = upright.iter().map(|bar| Stroke {
        left: bar.first as f32,
        top: bar.from as f32,
        right: bar.last as f32 + 1.0,
        bottom: bar.to as f32,
    });
    let upright: Vec<Stroke> = upright.collect();
    level.map(|stroke| mended(stroke, &upright)).chain(upright.iter().copied()).collect()
}

/// A level stroke drawn out to the upright strokes that it ends short of: faint rules are lost in part.
fn mended(stroke: Stroke, upright: &[Stroke]) -> Stroke {
    let meets = |other: &&Stroke| other.top - NEAR < stroke.bottom && stroke.top < other.bottom + NEAR;
    let left = upright.iter().filter(meets).map(|other| other.left);
    let right = upright.iter().filter(meets).map(|other| other.right);
    Stroke {
        left: left.filter(|left| stroke.left - left < SHORT).fold(stroke.left, f32::min),
        right: right.filter(|right| right - stroke.right < SHORT).fold(stroke.right, f32::max),
        ..stroke
    }
}

/// A stretch of ink that runs from `from` to `to`, on the rows from `first` to `last`.
#[derive(Debug, Clone, Copy)]
struct Bar {
    from: usize,
    to: usize,
    first: usize,
    last: usize,
}

fn bars(length: usize, rows: usize, least: usize, is_ink: impl Fn(usize, usize) -> bool) -> Vec<Bar> {
    let mut open: Vec<Bar> = Vec::new();
    let mut done: Vec<Bar> = Vec::new();
    for row in 0..rows {
        let (ended, going_on) = open.into_iter().partition(|bar: &Bar| bar.last + APART < row);
        done.extend::<Vec<Bar>>(ended);
        open = going_on;
        for (from, to) in stretches(length, least, |along| is_ink(along, row)) {
            match open.iter_mut().find(|bar| from <= bar.to + GAP && bar.from <= to + GAP) {
                Some(bar) => {
                    *bar = Bar { from: bar.from.min(from), to: bar.to.max(to), last: row, ..*bar };
                }
                None => open.push(Bar { from, to, first: row, last: row }),
            }
            if done.len() + open.len() > MOST {
                return Vec::new();
            }
        }
    }
    done.extend(open);
    done.retain(|bar| bar.last - bar.first < THICKEST);
    done
}

/// The stretches of ink of one row that are long enough, gaps closed.
fn stretches(length: usize, least: usize, is_ink: impl Fn(usize) -> bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    // From where to where, and how much of it is ink.
    let mut open: Option<(usize, usize, usize)> = None;
    let is_stroke = |(from, to, ink): &(usize, usize, usize)| {
        to - from >= least && *ink as f32 >= INKED * (to - from) as f32
    };
    for along in (0..length).filter(|along| is_ink(*along)) {
        match &mut open {
            Some((_, to, ink)) if along <= *to + GAP => (*to, *ink) = (along + 1, *ink + 1),
            _ => {
                found.extend(open.filter(is_stroke));
                open = Some((along, along + 1, 1));
            }
        }
    }
    found.extend(open.filter(is_stroke));
    found.into_iter().map(|(from, to, _)| (from, to)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_found_on_a_page_askew_and_boxes_are_none() {
        let (width, height) = (600, 400);
        let mut picture = Grey { width, height, pixels: vec![255; width * height] };
        let slope = 0.02;
        for step in 50..550 {
            let y = 100 + (step as f32 * slope).round() as usize;
            for y in [y, y + 1] {
                picture.pixels[y * width + step] = 0;
            }
        }
        for y in 200..300 {
            picture.pixels[y * width + 50..y * width + 550].fill(0);
        }
        let found = strokes(&picture, slope);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!((found[0].top - 100.0).abs() < 3.0 && found[0].right - found[0].left > 490.0, "{found:?}");
    }
}
