use super::lines::Line;
use crate::read::pdf::content::{Area, Content, Shape};

/// More shapes than this on a page are a drawing.
const MOST: usize = 400;
/// A bullet is no higher than this share of the type after it, and no farther from it than this many times
/// its size.
const HIGH: f32 = 0.75;
const FAR: f32 = 3.0;
/// How far above the baseline letters reach, as a share of their size.
const ASCENT: f32 = 0.8;

/// Finds the bullets of a page's lines that are drawn as shapes, as browsers draw them.
pub fn find_bullets(content: &Content, lines: &mut [Line]) {
    let Some(page) = lines.first().map(|line| line.page) else { return };
    let start = content.shapes.partition_point(|shape| shape.page < page);
    let end = content.shapes.partition_point(|shape| shape.page <= page);
    let shapes = &content.shapes[start..end];
    if shapes.len() > MOST {
        return;
    }
    for line in lines {
        let leads = |shape: &&Shape| stands_before(&shape.area, line);
        line.shape = shapes.iter().find(leads).map(|shape| shape.area.left);
    }
}

fn stands_before(area: &Area, line: &Line) -> bool {
    let middle = (area.bottom + area.top) / 2.0 - line.baseline;
    let gap = line.left - area.right;
    (0.0..line.size * ASCENT).contains(&middle)
        && (0.0..line.size * FAR).contains(&gap)
        && area.top - area.bottom < line.size * HIGH
}
