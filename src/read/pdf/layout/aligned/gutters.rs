use super::super::lines::Line;
use crate::read::pdf::content::{Content, Run};

/// A gap between columns is at least this wide, as a share of the font size.
const WIDE: f32 = 1.2;
/// Words that begin within this many points of each other begin at the same place.
const SAME_LEFT: f32 = 4.0;
/// The share of the lines whose words right of a gap begin at the same place, and of those whose words left
/// of it are words.
const SHARE: f32 = 0.7;

/// The gaps between columns, from left to right, each from where to where in points.
pub struct Gutters(Vec<(f32, f32)>);

impl Gutters {
    /// The wide gaps of a line; `None` where it has none.
    pub fn of(content: &Content, line: &Line) -> Option<Self> {
        let stretches = stretches(content, line);
        let gaps: Vec<(f32, f32)> = stretches.windows(2).map(|pair| (pair[0].1, pair[1].0)).collect();
        (!gaps.is_empty()).then_some(Self(gaps))
    }

    /// Makes the gaps as narrow as another line leaves them. Returns false, and changes nothing, where it
    /// leaves none.
    pub fn narrow(&mut self, content: &Content, line: &Line) -> bool {
        let mut narrowed = self.0.clone();
        for (left, right) in stretches(content, line) {
            for gap in narrowed.iter_mut().filter(|gap| right > gap.0 && left < gap.1) {
                match left - gap.0 > gap.1 - right {
                    true => gap.1 = left,
                    false => gap.0 = right,
                }
            }
        }
        narrowed.retain(|gap| gap.1 - gap.0 > WIDE * line.size);
        let is_left = !narrowed.is_empty();
        if is_left {
            self.0 = narrowed;
        }
        is_left
    }

    /// The number of columns.
    pub fn columns(&self) -> usize {
        self.0.len() + 1
    }

    /// The column that a run stands in.
    pub fn column_of(&self, run: &Run) -> usize {
        self.0.partition_point(|gap| gap.0 < (run.left + run.right) / 2.0)
    }

    /// Where the gap right of a column ends, in points; `None` for the last column.
    pub fn end_of(&self, column: usize) -> Option<f32> {
        self.0.get(column).map(|gap| gap.1)
    }

    pub fn is_on_both_sides(&self, content: &Content, line: &Line) -> bool {
        let mut columns = runs(content, line).map(|run| self.column_of(run));
        let first = columns.next();
        columns.any(|column| Some(column) != first)
    }

    /// Whether the gaps part columns of words that begin below each other: numbers and bullets before them are
    /// no column.
    pub fn part_columns(&self, content: &Content, lines: &[Line], least: usize) -> bool {
        let across = || lines.iter().filter(|line| self.is_on_both_sides(content, line));
        let count = across().count();
        let share = |of: usize| of as f32 >= count as f32 * SHARE;
        let is_worded = |line: &&Line| {
            let first = runs(content, line).filter(|run| self.column_of(run) == 0);
            let letters = first.flat_map(|run| content.text_of(run).chars()).filter(|c| c.is_alphabetic());
            letters.count() > 2
        };
        count >= least
            && share(across().filter(is_worded).count())
            && share(self.below_each_other(content, across()))
    }

    /// How many of the lines have the words of their last column begin where most do.
    fn below_each_other<'a>(&self, content: &Content, lines: impl Iterator<Item = &'a Line>) -> usize {
        let start = |line: &Line| {
            let mut runs = runs(content, line).skip_while(|run| self.column_of(run) == 0);
            runs.next().map(|run| run.left)
        };
        let lefts: Vec<f32> = lines.filter_map(start).collect();
        let near = |left: &f32| lefts.iter().filter(|other| (*other - left).abs() < SAME_LEFT).count();
        lefts.iter().map(near).max().unwrap_or(0)
    }
}

/// From where to where words stand on a line without a wide gap.
fn stretches(content: &Content, line: &Line) -> Vec<(f32, f32)> {
    let mut stretches: Vec<(f32, f32)> = Vec::new();
    for run in runs(content, line) {
        match stretches.last_mut() {
            Some(last) if run.left - last.1 <= WIDE * line.size => last.1 = last.1.max(run.right),
            _ => stretches.push((run.left, run.right)),
        }
    }
    stretches
}

fn runs<'a>(content: &'a Content, line: &'a Line) -> impl Iterator<Item = &'a Run> {
    line.runs.iter().map(|run| &content.runs[*run])
}
