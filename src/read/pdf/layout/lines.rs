use super::shapes;
use crate::read::pdf::content::{Content, Run};
use crate::read::pdf::flow::{is_bulleted, is_raised};

/// The runs that stand on one line. Lengths are in points from the lower left of the page.
#[derive(Debug, Clone)]
pub struct Line {
    /// By number, from left to right.
    pub runs: Vec<usize>,
    /// From 1.
    pub page: u32,
    pub left: f32,
    /// Where a bullet that is drawn as a shape begins, left of the words.
    pub shape: Option<f32>,
    pub right: f32,
    pub baseline: f32,
    pub size: f32,
    /// All its words are bold; a bullet is no word.
    pub bold: bool,
    /// Its first and its last word are bold.
    pub bold_ends: (bool, bool),
    pub text: String,
}

/// Runs whose baselines differ by less than this, as a share of the font size, stand on one line.
const SAME_LINE: f32 = 0.55;

/// Sorts runs into lines, from the top of each page down.
pub fn lines(content: &Content, runs: &[usize]) -> Vec<Line> {
    let mut sorted: Vec<usize> =
        runs.iter().copied().filter(|run| !content.text_of(&content.runs[*run]).trim().is_empty()).collect();
    // Runs of one page stand together already; the sort is stable, so what is drawn first comes first.
    sorted.sort_by(|one, other| {
        let (one, other) = (&content.runs[*one], &content.runs[*other]);
        one.page.cmp(&other.page).then(other.baseline.total_cmp(&one.baseline))
    });
    let mut lines = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for index in sorted {
        let run = &content.runs[index];
        if open.first().is_some_and(|first| !on_one_line(&content.runs[*first], run)) {
            lines.extend(line(content, std::mem::take(&mut open)));
        }
        open.push(index);
    }
    lines.extend(line(content, open));
    for page in lines.chunk_by_mut(|one, other| one.page == other.page) {
        shapes::find_bullets(content, page);
    }
    lines
}

impl Line {
    /// Begins with a bullet, written or drawn.
    pub fn is_bulleted(&self) -> bool {
        self.shape.is_some() || is_bulleted(&self.text)
    }

    /// Where it begins, in points from the left of the page: at its bullet where it has one.
    pub fn start(&self) -> f32 {
        self.shape.unwrap_or(self.left)
    }
}

fn on_one_line(first: &Run, run: &Run) -> bool {
    first.page == run.page && (first.baseline - run.baseline).abs() < SAME_LINE * first.size.max(run.size)
}

fn line(content: &Content, mut runs: Vec<usize>) -> Option<Line> {
    runs.sort_by(|one, other| content.runs[*one].left.total_cmp(&content.runs[*other].left));
    let first = &content.runs[*runs.first()?];
    // Most of the line's letters say what it is set in.
    let longest = runs.iter().map(|run| &content.runs[*run]).max_by_key(|run| content.text_of(run).len())?;
    let is_worded = |run: &&usize| content.text_of(&content.runs[**run]).contains(char::is_alphabetic);
    let bold: Vec<bool> = runs.iter().filter(is_worded).map(|run| content.runs[*run].bold).collect();
    let bold_ends = (bold.first().copied().unwrap_or(first.bold), bold.last().copied().unwrap_or(first.bold));
    let is_on_baseline =
        |run: &&usize| !is_raised(longest, &content.runs[**run], content.text_of(&content.runs[**run]));
    let worded = runs.iter().filter(is_on_baseline);
    let text: Vec<&str> = worded.map(|run| content.text_of(&content.runs[*run]).trim()).collect();
    Some(Line {
        page: first.page,
        left: first.left,
        shape: None,
        right: runs.iter().map(|run| content.runs[*run].right).fold(first.right, f32::max),
        baseline: longest.baseline,
        size: longest.size,
        bold: bold_ends.0 && bold.iter().all(|is_bold| *is_bold),
        bold_ends,
        text: text.join(" "),
        runs,
    })
}
