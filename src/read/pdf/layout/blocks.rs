use super::lines::Line;
use super::numbered::is_numbered_item;
use crate::read::pdf::content::Content;
use crate::read::pdf::flow::{Flow, Kind, Piece, is_bulleted, is_numbered};
use crate::read::pdf::tally::Tally;

/// A step from line to line that is this much larger than usual begins a new paragraph.
const WIDE_STEP: f32 = 1.3;
/// Steps from line to line inside a paragraph, as shares of the font size; wider ones part paragraphs.
const STEPS: std::ops::Range<f32> = 0.8..2.0;
/// A step is that inside paragraphs when it is the smallest with this share of the most frequent one's count.
const COMMON_SHARE: f32 = 0.2;
/// Where no lines tell.
const COMMON_STEP: f32 = 1.2;
/// One step in so many is wide where paragraphs stand apart.
const SPACED_SHARE: usize = 10;
/// Lines whose left ends differ by less than this, in points, begin at the same place.
const SAME_LEFT: f32 = 4.0;

/// A line with fewer bytes than this is a line of an address or the like where the next word would have had
/// room on it.
const SHORT: usize = 60;

/// Lists within lists are told apart to this depth.
const DEEPEST: usize = 9;

/// How the lines of a file are set.
pub struct Setting {
    /// The usual step from line to line, as a share of the font size.
    pub step: f32,
    /// How far to the right lines reach that are full, in points.
    pub margin: f32,
    /// Paragraphs stand apart, so that a short line ends none.
    spaced: bool,
}

impl Setting {
    pub fn of(lines: &[Line]) -> Self {
        let mut rights: Vec<f32> = lines.iter().map(|line| line.right).collect();
        rights.sort_by(f32::total_cmp);
        // The longest lines run over the margin: titles, and tables wider than the text.
        let margin = rights.get(rights.len() * 9 / 10).copied().unwrap_or(0.0);
        let step = usual_step(lines);
        Self { step, margin, spaced: is_spaced(lines, step) }
    }

    /// The same in a table cell, which is as wide as its longest line at least.
    pub fn in_cell(&self, lines: &[Line]) -> Self {
        Self { margin: lines.iter().map(|line| line.right).fold(0.0, f32::max), ..*self }
    }
}

/// Puts lines together as paragraphs and list items.
pub fn blocks(content: &Content, lines: &[Line], setting: &Setting) -> Vec<Flow> {
    let mut flow = Vec::new();
    let mut levels = Levels::default();
    let mut start = 0;
    for end in 1..=lines.len() {
        let ends = end == lines.len() || begins_block(&lines[start..end], &lines[end], setting);
        if ends {
            flow.extend(block(content, &lines[start..end], &mut levels).map(Flow::Piece));
            start = end;
        }
    }
    flow
}

/// The usual step from one line down to the next, as a share of the font size.
fn usual_step(lines: &[Line]) -> f32 {
    let mut steps = Tally::new(0.05);
    for pair in lines.windows(2).filter(|pair| pair[0].page == pair[1].page && pair[1].size > 0.0) {
        let step = (pair[0].baseline - pair[1].baseline) / pair[1].size;
        if STEPS.contains(&step) {
            steps.add(step, 1);
        }
    }
    // In a letter of short paragraphs, the steps between them may be the most.
    steps.smallest(COMMON_SHARE).unwrap_or(COMMON_STEP)
}

/// Whether wider steps between lines are common enough to be those between paragraphs.
fn is_spaced(lines: &[Line], step: f32) -> bool {
    let pairs = || lines.windows(2).filter(|pair| pair[0].page == pair[1].page);
    let is_wide = |pair: &&[Line]| {
        let down = (pair[0].baseline - pair[1].baseline) / pair[1].size;
        down > step * WIDE_STEP && down < step * 3.0
    };
    pairs().filter(is_wide).count() * SPACED_SHARE > pairs().count()
}

/// Whether `line` begins a new block after the lines of `open`.
fn begins_block(open: &[Line], line: &Line, setting: &Setting) -> bool {
    let (first, last) = (&open[0], &open[open.len() - 1]);
    let down = last.baseline - line.baseline;
    let wide = down > setting.step * WIDE_STEP * line.size || down < 0.0;
    if last.page != line.page || wide || line.is_bulleted() {
        return true;
    }
    if (last.size - line.size).abs() > 0.1 * last.size {
        return true;
    }
    if last.bold != line.bold && last.bold_ends.1 != line.bold_ends.0 {
        return true;
    }
    // A list item's lines hang under its first word, right of its bullet.
    let leaves_item = first.is_bulleted() && line.left < first.start() + SAME_LEFT;
    let next_number = is_closed(last) && is_numbered(&line.text) && line.left < first.left + SAME_LEFT;
    leaves_item || next_number || ends_paragraph(open, line, setting)
}

/// Whether the last line of `open` ends before its margin, for no other reason than that a paragraph, or a
/// line of an address, ends there.
fn ends_paragraph(open: &[Line], next: &Line, setting: &Setting) -> bool {
    let (first, last) = (&open[0], &open[open.len() - 1]);
    let word = next.text.split_whitespace().next().unwrap_or_default().chars().count() as f32;
    let has_room = |margin: f32| last.right + (word + 1.5) * 0.5 * next.size < margin;
    if !has_room(setting.margin) || first.is_bulleted() || is_numbered(&first.text) {
        return false;
    }
    if !setting.spaced && is_closed(last) {
        return true;
    }
    let longest = open.iter().map(|line| line.right).fold(0.0, f32::max);
    let starts_high = !next.text.starts_with(char::is_lowercase);
    let is_name = last.text.len() < SHORT && !ends_in_prose(last);
    starts_high && (is_name || (is_closed(last) && has_room(longest)))
}

/// Ends on a word in small letters, as no name, date or address does.
fn ends_in_prose(line: &Line) -> bool {
    let word = line.text.split_whitespace().next_back().unwrap_or_default();
    word.starts_with(char::is_lowercase) && word.chars().all(char::is_alphabetic)
}

/// Ends as a sentence or a lead-in does.
fn is_closed(line: &Line) -> bool {
    line.text.ends_with(['.', ':', ';', '?', '!'])
}

fn block(content: &Content, lines: &[Line], levels: &mut Levels) -> Option<Piece> {
    let first = &lines[0];
    let runs = lines.iter().flat_map(|line| &line.runs).map(|run| &content.runs[*run]);
    let mut piece = Piece::new(Kind::Paragraph, content, runs)?;
    piece.marked |= first.shape.is_some() || is_numbered_item(content, lines) || levels.counts_on(first);
    let is_item = piece.marked || matches!(piece.kind, Kind::Item(_));
    piece.kind = match is_item {
        true => levels.item(first, text_left(content, lines)),
        false => levels.other(first),
    };
    Some(piece)
}

/// Where the words of a list item begin, right of its bullet.
fn text_left(content: &Content, lines: &[Line]) -> f32 {
    if lines[0].shape.is_some() {
        return lines[0].left;
    }
    let mut runs = lines[0].runs.iter().map(|run| &content.runs[*run]);
    let second_line = lines.get(1).map(|line| line.left);
    second_line
        .or_else(|| runs.find(|run| !is_bulleted(content.text_of(run))).map(|run| run.left))
        .unwrap_or(lines[0].left)
}

/// The bullets of the lists that are open.
#[derive(Default)]
struct Levels {
    /// How far in each list's bullets stand, outermost first.
    bullets: Vec<f32>,
    /// Where the text of the last item begins, and the page it is on.
    text: f32,
    page: u32,
}

impl Levels {
    /// An item with a bullet of its own, whose words begin at `text`.
    fn item(&mut self, first: &Line, text: f32) -> Kind {
        self.bullets.retain(|bullet| *bullet < first.start() - SAME_LEFT);
        self.bullets.truncate(DEEPEST - 1);
        self.bullets.push(first.start());
        self.text = text;
        self.page = first.page;
        self.open_item()
    }

    /// Whether a line begins with a number where an item of an open list begins.
    fn counts_on(&self, first: &Line) -> bool {
        let in_list = self.bullets.iter().any(|bullet| (bullet - first.left).abs() < SAME_LEFT);
        in_list && !first.bold && is_numbered(&first.text)
    }

    /// A block without a bullet: the rest of the item before the page end, or a paragraph.
    fn other(&mut self, first: &Line) -> Kind {
        if self.goes_on_overleaf(first) {
            return self.open_item();
        }
        if first.left < self.text - SAME_LEFT {
            self.bullets.clear();
        }
        Kind::Paragraph
    }

    fn open_item(&self) -> Kind {
        Kind::Item(self.bullets.len().clamp(1, DEEPEST) as u8)
    }

    /// Whether a line at the top of a page stands where the text of the item before the page end did.
    fn goes_on_overleaf(&mut self, line: &Line) -> bool {
        let goes_on = !self.bullets.is_empty()
            && line.page == self.page + 1
            && !line.bold
            && (line.left - self.text).abs() < SAME_LEFT;
        self.page = line.page;
        goes_on
    }
}
