/// A rectangle on a page, its sides level and upright.
///
/// Lengths are in units of the page's default user space: points, from the origin that the page's own
/// coordinates have, before the page is turned by its `Rotate` entry. The same numbers mark the same place in a
/// PDF annotation's `QuadPoints`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageBox {
    /// From 1.
    pub page: u32,
    pub left: f32,
    pub bottom: f32,
    pub right: f32,
    pub top: f32,
}

/// Two boxes of which this share of the lower one's height stands side by side are on one line: superscripts
/// are on the line of their words.
const SAME_LINE: f32 = 0.5;
/// A gap wider than this, as a share of the height, parts columns and not words.
const COLUMN_GAP: f32 = 3.0;

impl PageBox {
    pub fn width(&self) -> f32 {
        self.right - self.left
    }

    pub fn height(&self) -> f32 {
        self.top - self.bottom
    }

    /// Whether `next` carries on the line that this box is on.
    pub fn is_continued_by(&self, next: &PageBox) -> bool {
        let lower = self.height().min(next.height());
        let side_by_side = self.top.min(next.top) - self.bottom.max(next.bottom);
        let gap = next.left - self.right;
        self.page == next.page
            && side_by_side >= SAME_LINE * lower
            && gap <= COLUMN_GAP * lower
            && next.left >= self.left
    }

    /// The box before its page was turned about the origin by so many quarter turns clockwise.
    pub(super) fn turned_back(&self, turns: u8) -> PageBox {
        (0..turns % 4).fold(*self, |it, _| PageBox {
            page: it.page,
            left: -it.top,
            bottom: it.left,
            right: -it.bottom,
            top: it.right,
        })
    }

    /// The smallest box of this one's page that holds both.
    pub fn around(&self, other: &PageBox) -> PageBox {
        PageBox {
            page: self.page,
            left: self.left.min(other.left),
            bottom: self.bottom.min(other.bottom),
            right: self.right.max(other.right),
            top: self.top.max(other.top),
        }
    }
}

/// Puts the boxes of words, in reading order, together as one box a line.
pub(super) fn lines(words: impl Iterator<Item = PageBox>) -> Vec<PageBox> {
    let mut lines: Vec<PageBox> = Vec::new();
    for word in words {
        match lines.last_mut() {
            Some(line) if line.is_continued_by(&word) => *line = line.around(&word),
            _ => lines.push(word),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(left: f32, bottom: f32) -> PageBox {
        PageBox { page: 1, left, bottom, right: left + 30.0, top: bottom + 12.0 }
    }

    #[test]
    fn words_of_a_line_are_one_box_and_columns_are_two() {
        let merged = lines([word(72.0, 700.0), word(106.0, 703.0), word(72.0, 686.0)].into_iter());
        assert_eq!(merged, [PageBox { right: 136.0, top: 715.0, ..word(72.0, 700.0) }, word(72.0, 686.0)]);
        assert_eq!(lines([word(72.0, 700.0), word(300.0, 700.0)].into_iter()).len(), 2);
    }

    #[test]
    fn pages_are_never_merged() {
        let overleaf = PageBox { page: 2, ..word(106.0, 700.0) };
        assert_eq!(lines([word(72.0, 700.0), overleaf].into_iter()).len(), 2);
    }
}
