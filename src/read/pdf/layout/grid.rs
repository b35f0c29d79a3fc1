use crate::read::pdf::content::Rule;

/// A table by the rules drawn around its cells. Lengths are in points from the lower left of the page.
#[derive(Debug, PartialEq)]
pub struct Grid {
    /// From the top down.
    pub rows: Vec<Band>,
}

/// The space between two level rules.
#[derive(Debug, PartialEq)]
pub struct Band {
    pub top: f32,
    pub bottom: f32,
    /// Where the upright rules stand that part its cells, from the left edge to the right edge.
    pub edges: Vec<f32>,
}

/// Rules nearer to each other than this are one, and meet.
const NEAR: f32 = 4.0;
/// No row is lower than this.
const LOWEST: f32 = 8.0;
/// More rules than this on a page are a drawing.
const MOST_RULES: usize = 600;

impl Grid {
    /// The row and column of a place.
    pub fn cell_at(&self, x: f32, y: f32) -> Option<(usize, usize)> {
        let row = self.rows.iter().position(|band| band.bottom < y && y < band.top)?;
        let edges = &self.rows[row].edges;
        let column = edges.iter().rposition(|edge| *edge < x)?;
        (column + 1 < edges.len()).then_some((row, column))
    }

    pub fn top(&self) -> f32 {
        self.rows.first().map_or(0.0, |band| band.top)
    }
}

/// The tables that the rules of one page frame, from the top down.
pub fn grids(rules: &[Rule]) -> Vec<Grid> {
    if rules.len() > MOST_RULES {
        return Vec::new();
    }
    let level = merged(rules.iter().filter(|rule| rule.is_level()).map(|rule| Stroke {
        at: (rule.top + rule.bottom) / 2.0,
        from: rule.left,
        to: rule.right,
    }));
    let upright = merged(rules.iter().filter(|rule| rule.is_upright()).map(|rule| Stroke {
        at: (rule.left + rule.right) / 2.0,
        from: rule.bottom,
        to: rule.top,
    }));
    let mut grids: Vec<Grid> = Vec::new();
    for (index, top) in level.iter().enumerate().rev() {
        let Some(bottom) = level[..index].iter().rev().find(|below| top.is_over(below)) else { continue };
        let Some(band) = band(top, bottom, &upright) else { continue };
        match grids.iter_mut().find(|grid| grid.rows.last().is_some_and(|last| last.bottom == band.top)) {
            Some(grid) => grid.rows.push(band),
            None => grids.push(Grid { rows: vec![band] }),
        }
    }
    grids
}

/// A line, with where it stands across its direction, and from where to where it runs along it.
#[derive(Debug, Clone, Copy)]
struct Stroke {
    at: f32,
    from: f32,
    to: f32,
}

impl Stroke {
    fn is_over(&self, below: &Stroke) -> bool {
        self.at - below.at > LOWEST
            && (self.from - below.from).abs() < NEAR
            && (self.to - below.to).abs() < NEAR
    }
}

/// Puts the parts of lines together that borders are drawn in; from the lowest up.
fn merged(strokes: impl Iterator<Item = Stroke>) -> Vec<Stroke> {
    let mut sorted: Vec<Stroke> = strokes.collect();
    sorted.sort_by(|one, other| one.from.total_cmp(&other.from));
    let mut merged: Vec<Stroke> = Vec::new();
    for stroke in sorted {
        let goes_on =
            |known: &&mut Stroke| (known.at - stroke.at).abs() < NEAR && stroke.from - known.to < NEAR;
        match merged.iter_mut().find(goes_on) {
            Some(known) => known.to = known.to.max(stroke.to),
            None => merged.push(stroke),
        }
    }
    merged.sort_by(|one, other| one.at.total_cmp(&other.at));
    merged
}

fn band(top: &Stroke, bottom: &Stroke, upright: &[Stroke]) -> Option<Band> {
    let crosses = |stroke: &&Stroke| {
        stroke.from < bottom.at + NEAR
            && stroke.to > top.at - NEAR
            && stroke.at > top.from - NEAR
            && stroke.at < top.to + NEAR
    };
    let edges: Vec<f32> = upright.iter().filter(crosses).map(|stroke| stroke.at).collect();
    let is_framed = edges.len() >= 2
        && edges.first().is_some_and(|left| (left - top.from).abs() < NEAR)
        && edges.last().is_some_and(|right| (right - top.to).abs() < NEAR);
    is_framed.then_some(Band { top: top.at, bottom: bottom.at, edges })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rule(left: f32, bottom: f32, right: f32, top: f32) -> Rule {
        Rule { page: 1, left, right, bottom, top }
    }

    #[test]
    fn borders_drawn_in_parts_frame_rows_and_columns() {
        let mut rules = Vec::new();
        for y in [700.0, 650.0, 600.0] {
            rules.push(rule(72.0, y, 200.0, y + 0.5));
            rules.push(rule(200.5, y, 500.0, y + 0.5));
        }
        for x in [72.0, 200.0, 500.0] {
            rules.push(rule(x, 650.0, x + 0.5, 700.0));
            rules.push(rule(x, 600.0, x + 0.5, 650.0));
        }
        let grids = grids(&rules);
        assert_eq!(grids.len(), 1);
        assert_eq!(grids[0].rows.len(), 2);
        assert_eq!(grids[0].cell_at(100.0, 690.0), Some((0, 0)));
        assert_eq!(grids[0].cell_at(300.0, 620.0), Some((1, 1)));
        assert_eq!(grids[0].cell_at(300.0, 720.0), None);
    }

    #[test]
    fn a_line_under_a_heading_is_no_table() {
        assert_eq!(grids(&[rule(72.0, 700.0, 500.0, 700.5), rule(72.0, 600.0, 500.0, 600.5)]), []);
    }
}
