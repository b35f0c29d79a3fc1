use super::Area;
use super::state::Matrix;
use crate::read::pdf::limits;

/// A straight line drawn on a page, level or upright. Lengths are in points from the lower left.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// From 1.
    pub page: u32,
    pub left: f32,
    pub right: f32,
    pub bottom: f32,
    pub top: f32,
}

/// A filled box no thicker than this is drawn for a line.
const THIN: f32 = 3.0;
/// A line shorter than this is a mark, not a rule.
const LONG: f32 = 6.0;

/// A small figure drawn in one stroke, about as wide as high: it may be a bullet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shape {
    /// From 1.
    pub page: u32,
    pub area: Area,
}

/// How wide and how high a shape is, in points, and how much more the one than the other.
const SHAPE: std::ops::Range<f32> = 1.2..9.0;
const SHAPE_RATIO: f32 = 1.8;

impl Rule {
    pub fn is_level(&self) -> bool {
        self.right - self.left >= LONG && self.top - self.bottom <= THIN
    }

    pub fn is_upright(&self) -> bool {
        self.top - self.bottom >= LONG && self.right - self.left <= THIN
    }
}

/// The path being made, as far as it may be rules.
#[derive(Debug, Default)]
pub struct Path {
    point: (f32, f32),
    lines: Vec<[f32; 4]>,
    boxes: Vec<[f32; 4]>,
    /// How many figures it is made of, and what they cover together.
    figures: usize,
    extent: Option<Area>,
}

impl Path {
    pub fn move_to(&mut self, ctm: &Matrix, x: f32, y: f32) {
        self.point = ctm.apply(x, y);
        self.figures += 1;
        self.cover(bounds(self.point, self.point));
    }

    pub fn line_to(&mut self, ctm: &Matrix, x: f32, y: f32) {
        let to = ctm.apply(x, y);
        self.cover(bounds(to, to));
        if self.lines.len() < limits::PATH {
            self.lines.push(bounds(self.point, to));
        }
        self.point = to;
    }

    /// A curve, of which only the end counts.
    pub fn curve_to(&mut self, ctm: &Matrix, x: f32, y: f32) {
        self.point = ctm.apply(x, y);
        self.cover(bounds(self.point, self.point));
    }

    pub fn rectangle(&mut self, ctm: &Matrix, x: f32, y: f32, width: f32, height: f32) {
        let corners = bounds(ctm.apply(x, y), ctm.apply(x + width, y + height));
        self.figures += 1;
        self.cover(corners);
        if self.boxes.len() < limits::PATH {
            self.boxes.push(corners);
        }
    }

    fn cover(&mut self, [left, bottom, right, top]: [f32; 4]) {
        let area = Area { left, bottom, right, top };
        self.extent = Some(self.extent.map_or(area, |extent| extent.around(&area)));
    }

    /// Ends the path without drawing it.
    pub fn clear(&mut self) {
        self.lines.clear();
        self.boxes.clear();
        self.figures = 0;
        self.extent = None;
    }

    /// The shape that drawing the path makes, where it is a small one.
    pub fn shape(&self, page: u32) -> Option<Shape> {
        let area = self.extent.filter(|_| self.figures == 1)?;
        let (width, height) = (area.right - area.left, area.top - area.bottom);
        let is_small = SHAPE.contains(&width) && SHAPE.contains(&height);
        (is_small && width < height * SHAPE_RATIO && height < width * SHAPE_RATIO)
            .then_some(Shape { page, area })
    }

    /// Ends the path and gives the rules that drawing it makes: its lines and the edges of its boxes where it
    /// is stroked, its thin boxes in any case.
    pub fn draw(&mut self, stroked: bool, page: u32, rules: &mut Vec<Rule>) {
        let rule = |[left, bottom, right, top]: [f32; 4]| Rule { page, left, right, bottom, top };
        let edges = |[left, bottom, right, top]: [f32; 4]| {
            [
                [left, bottom, right, bottom],
                [left, top, right, top],
                [left, bottom, left, top],
                [right, bottom, right, top],
            ]
        };
        let drawn = self.boxes.iter().copied();
        let stroked_edges = self.boxes.iter().filter(|_| stroked).flat_map(|frame| edges(*frame));
        let lines = self.lines.iter().copied().filter(|_| stroked);
        let found = drawn.chain(stroked_edges).chain(lines).map(rule);
        let room = limits::RULES.saturating_sub(rules.len());
        rules.extend(found.filter(|rule| rule.is_level() || rule.is_upright()).take(room));
        self.clear();
    }
}

/// Left, bottom, right and top of the box between two corners.
fn bounds(one: (f32, f32), other: (f32, f32)) -> [f32; 4] {
    [one.0.min(other.0), one.1.min(other.1), one.0.max(other.0), one.1.max(other.1)]
}
