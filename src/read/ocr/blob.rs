use std::ops::Range;

use super::INK;
use crate::draw::Grey;

/// A patch of ink, in pixels from the upper left of the picture; the ends are past the last pixel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Blob {
    pub left: usize,
    pub right: usize,
    pub top: usize,
    pub bottom: usize,
    ink: usize,
}

/// How large bullets are, as shares of the size of type.
const SIZES: Range<f32> = 0.12..0.8;
/// How much wider than high, or higher than wide, a bullet is at most.
const OBLONG: f32 = 1.6;
/// The share of its box that the ink of a bullet fills: of a disc it is 0.79.
const FILLED: f32 = 0.62;

impl Blob {
    /// The ink nearest to the right end of an area that stands together, with white of `apart` pixels around it at
    /// the sides; `None` where there is none, or it goes on past the area's left end.
    pub fn last(picture: &Grey, columns: Range<usize>, rows: Range<usize>, apart: usize) -> Option<Blob> {
        let rows = rows.start..rows.end.min(picture.height);
        let ink_in = |x: usize| rows.clone().filter(|y| picture.at(x, *y) < INK).count();
        let mut found: Option<(usize, usize)> = None;
        for x in columns.clone().rev().filter(|x| *x < picture.width) {
            match (ink_in(x), &mut found) {
                (0, Some((left, _))) if *left >= x + apart => break,
                (0, _) => {}
                (_, Some((left, _))) => *left = x,
                // Single pixels are dust.
                (1, None) => {}
                (_, None) => found = Some((x, x + 1)),
            }
        }
        let (left, right) = found?;
        (left >= columns.start + apart).then(|| Self::within(picture, left..right, rows))
    }

    /// All the ink of an area.
    pub fn within(picture: &Grey, columns: Range<usize>, rows: Range<usize>) -> Blob {
        let mut blob =
            Blob { left: columns.end, right: columns.start, top: rows.end, bottom: rows.start, ink: 0 };
        for y in rows.start..rows.end.min(picture.height) {
            for x in (columns.start..columns.end.min(picture.width)).filter(|x| picture.at(*x, y) < INK) {
                blob.left = blob.left.min(x);
                blob.right = blob.right.max(x + 1);
                blob.top = blob.top.min(y);
                blob.bottom = blob.bottom.max(y + 1);
                blob.ink += 1;
            }
        }
        blob
    }

    /// Whether it is a disc or a box of the size that bullets have in type of a size in pixels.
    pub fn is_bullet(&self, size: f32) -> bool {
        let width = self.right.saturating_sub(self.left) as f32;
        let height = self.bottom.saturating_sub(self.top) as f32;
        let is_sized = [width, height].iter().all(|side| SIZES.contains(&(side / size)));
        let is_even = width < OBLONG * height && height < OBLONG * width;
        is_sized && is_even && self.ink as f32 >= FILLED * width * height
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(is_ink: impl Fn(i32, i32) -> bool) -> Grey {
        let pixels = (0..60 * 100).map(|at| if is_ink(at % 100, at / 100) { 0 } else { 255 });
        Grey { width: 100, height: 60, pixels: pixels.collect() }
    }

    fn last(picture: &Grey) -> Option<bool> {
        Blob::last(picture, 0..100, 0..60, 6).map(|blob| blob.is_bullet(50.0))
    }

    #[test]
    fn discs_are_bullets_and_rings_strokes_and_dust_are_none() {
        let disc = |x: i32, y: i32| (x - 50).pow(2) + (y - 30).pow(2);
        assert_eq!(last(&drawn(|x, y| disc(x, y) < 64)), Some(true));
        assert_eq!(last(&drawn(|x, y| (36..64).contains(&disc(x, y)))), Some(false));
        assert_eq!(last(&drawn(|x, y| (48..52).contains(&x) && (10..50).contains(&y))), Some(false));
        assert_eq!(last(&drawn(|x, y| (x, y) == (50, 30))), None);
        let beside_a_word = drawn(|x, y| disc(x, y) < 64 || x < 40);
        assert_eq!(last(&beside_a_word), None);
    }
}
