use super::super::blocks::Setting;
use super::super::lines::Line;
use super::gutters::Gutters;
use crate::read::pdf::content::Content;

/// A step from line to line that is this much larger than usual parts rows.
const APART: f32 = 1.2;
/// How wide a letter is, as a share of the font size.
const LETTER: f32 = 0.5;

/// The runs of each cell of one row, by column.
type Cells = Vec<Vec<usize>>;

/// Whether more than the usual step lies between two lines that follow each other.
pub fn is_apart(before: &Line, line: &Line, setting: &Setting) -> bool {
    before.baseline - line.baseline > APART * setting.step * before.size.max(line.size)
}

/// The runs of each cell, by row and column.
pub fn cells(content: &Content, lines: &[Line], gutters: &Gutters, setting: &Setting) -> Vec<Cells> {
    let longest = lines.iter().map(|line| line.right).fold(setting.margin, f32::max);
    let margins = (0..gutters.columns()).map(|column| gutters.end_of(column).unwrap_or(longest)).collect();
    let columns = Columns { content, gutters, margins };
    let groups: Vec<&[Line]> = lines.chunk_by(|before, line| !is_apart(before, line, setting)).collect();
    let spaced = groups.len() > 1;
    let mut rows: Vec<Cells> = Vec::new();
    for group in groups {
        let mut found = columns.rows(group, spaced);
        // A row has words in its first column; what has none goes on with the row above.
        let goes_on = found.first().is_some_and(|row| row[0].is_empty());
        if let Some(row) = rows.last_mut().filter(|_| goes_on) {
            let rest = found.remove(0);
            row.iter_mut().zip(rest).for_each(|(cell, rest)| cell.extend(rest));
        }
        rows.append(&mut found);
    }
    rows
}

struct Columns<'a> {
    content: &'a Content,
    gutters: &'a Gutters,
    /// How far to the right each column may reach, in points.
    margins: Vec<f32>,
}

/// What a line holds in one column.
#[derive(Clone, Copy)]
struct Part {
    right: f32,
    /// How many letters its first word has.
    word: f32,
    starts_high: bool,
}

impl Columns<'_> {
    /// The rows of lines that no space parts. Where space parts other rows, they are one, unless each line
    /// ends before its margin, as in a list of names.
    fn rows(&self, lines: &[Line], spaced: bool) -> Vec<Cells> {
        let parts: Vec<Vec<Option<Part>>> = lines.iter().map(|line| self.parts(line)).collect();
        let is_prose =
            (1..lines.len()).any(|index| self.wraps(&parts[index - 1], &parts[index], lines[index].size));
        let mut rows: Vec<Cells> = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            let begins_row = |before: &[Option<Part>]| match (is_prose, spaced) {
                (true, true) => false,
                (true, false) => self.all_have_ended(before, &parts[index], line.size),
                (false, _) => parts[index][0].is_some_and(|part| part.starts_high),
            };
            if index.checked_sub(1).is_none_or(|before| begins_row(&parts[before])) {
                rows.push(vec![Vec::new(); self.margins.len()]);
            }
            let Some(row) = rows.last_mut() else { continue };
            for run in &line.runs {
                row[self.gutters.column_of(&self.content.runs[*run])].push(*run);
            }
        }
        rows
    }

    fn parts(&self, line: &Line) -> Vec<Option<Part>> {
        let mut parts: Vec<Option<Part>> = vec![None; self.margins.len()];
        for run in line.runs.iter().map(|run| &self.content.runs[*run]) {
            match &mut parts[self.gutters.column_of(run)] {
                Some(part) => part.right = part.right.max(run.right),
                empty => {
                    let word = self.content.text_of(run).split_whitespace().next().unwrap_or_default();
                    let starts_high = !word.starts_with(char::is_lowercase);
                    *empty = Some(Part { right: run.right, word: word.chars().count() as f32, starts_high });
                }
            }
        }
        parts
    }

    /// Whether the words of the last column go on from line to line for want of room.
    fn wraps(&self, before: &[Option<Part>], parts: &[Option<Part>], size: f32) -> bool {
        let column = self.margins.len() - 1;
        let (Some(before), Some(part)) = (before[column], parts[column]) else { return false };
        !self.had_room(column, before, part, size)
    }

    /// Whether a line with words in several columns begins a row for no other reason than that there was room
    /// for them on the line above.
    fn all_have_ended(&self, before: &[Option<Part>], parts: &[Option<Part>], size: f32) -> bool {
        let had_room = |column: usize| match (before[column], parts[column]) {
            (Some(before), Some(part)) => self.had_room(column, before, part, size),
            _ => true,
        };
        parts[0].is_some() && parts.iter().flatten().count() > 1 && (0..parts.len()).all(had_room)
    }

    fn had_room(&self, column: usize, before: Part, part: Part, size: f32) -> bool {
        before.right + (part.word + 1.0) * LETTER * size < self.margins[column]
    }
}
