use super::lines::Line;
use super::nest::nest;
use super::width::Cut;
use crate::document::{BlockKind, Cell, Draft, Style};
use crate::read::Clock;
use crate::text::{Count, count};

/// Lines after which the clock is looked at.
const LINES_A_LOOK: usize = 1_000;

/// Puts lines back together as paragraphs, list items and rows of tab-separated cells; part of them where time is
/// over.
pub fn drafts(lines: &[Line], clock: &Clock) -> Vec<Draft> {
    let cut = cut(lines);
    let mut drafts: Vec<Draft> = Vec::new();
    let mut tables = Tables::default();
    let mut last: Option<&Line> = None;
    let mut blank_between = false;
    for (index, line) in lines.iter().enumerate() {
        if index.is_multiple_of(LINES_A_LOOK) && clock.is_over() {
            break;
        }
        if line.text.is_empty() {
            blank_between = true;
            continue;
        }
        if line.text.contains('\t') {
            drafts.extend(tables.row(line, blank_between));
            last = None;
        } else {
            let counted = drafts.last().and_then(|draft| count(&draft.text));
            let goes_on = last.is_some_and(|before| {
                goes_on(before, line, blank_between, cut, counted)
                    && !is_heading_between(before, line, lines.get(index + 1), cut)
            });
            match drafts.last_mut() {
                Some(draft) if goes_on => append(draft, line),
                _ => drafts.push(begin(line)),
            }
            last = Some(line);
        }
        blank_between = false;
    }
    nest(&mut drafts, lines);
    drafts
}

/// Whether `line` carries on the paragraph that `before` is the last line of. `counted` is the number or
/// letter that the paragraph began with.
fn goes_on(
    before: &Line,
    line: &Line,
    blank_between: bool,
    cut: Option<Cut>,
    counted: Option<Count>,
) -> bool {
    if line.bullet || opens_a_block(&line.text) {
        return false;
    }
    if line.continues_bold {
        return true;
    }
    let sentence_open = !ends_a_sentence(&before.text);
    if count(&line.text).is_some_and(|next| next.begins_an_item(counted, sentence_open && !blank_between)) {
        return false;
    }
    let starts_low = line.text.starts_with(|first: char| first.is_lowercase());
    let cut_word = before.text.ends_with('-') && line.text.starts_with(char::is_alphabetic);
    if sentence_open
        && !ends_an_item(&before.text)
        && (starts_low || cut_word)
        && !is_heading_like(&before.text)
    {
        // A page end leaves a blank line in mid-sentence.
        return true;
    }
    if sentence_open && ends_openly(&before.text) {
        return true;
    }
    let parted = blank_between && !(sentence_open && line.after_page_end);
    !parted && before.bold == line.bold && cut.is_some_and(|cut| cut.is_full(before, line))
}

/// A line between a whole sentence and a new beginning that is no sentence itself, or a question above a
/// list, and had room for more.
fn is_heading_between(before: &Line, line: &Line, next: Option<&Line>, cut: Option<Cut>) -> bool {
    let begins = |next: &Line| next.bullet || !next.text.starts_with(|first: char| first.is_lowercase());
    let asks = line.text.ends_with('?') && next.is_some_and(|next| next.bullet);
    ends_a_sentence(&before.text)
        && !line.continues_bold
        && (asks || !ends_a_sentence(&line.text))
        && next.is_none_or(|next| begins(next) && !cut.is_some_and(|cut| cut.is_full(line, next)))
}

/// "; and": the next line may be the next item of a list.
fn ends_an_item(text: &str) -> bool {
    ["; and", "; or", ", and", ", or"].iter().any(|joiner| text.ends_with(joiner))
}

/// Ends on a word that no sentence, heading or address line ends on.
fn ends_openly(text: &str) -> bool {
    let last = text.rsplit(' ').next().unwrap_or(text);
    const OPEN: [&str; 13] =
        ["and", "or", "of", "the", "a", "an", "to", "in", "with", "for", "that", "by", "upon"];
    OPEN.contains(&last) && !ends_an_item(text)
}

fn ends_a_sentence(text: &str) -> bool {
    text.trim_end_matches(['\'', '"', '’', '”', ')']).ends_with(['.', ':', ';', '?', '!'])
}

/// A short line of a few words that stands alone: "Strengths".
fn is_heading_like(text: &str) -> bool {
    text.len() < 30 && text.split(' ').count() <= 3 && !text.ends_with([',', '-'])
}

/// Words that begin a part of any letter, however long the line before them.
fn opens_a_block(text: &str) -> bool {
    ["Dear ", "Yours sincerely", "Yours faithfully", "cc:", "Cc:", "CC:"]
        .iter()
        .any(|opening| text.starts_with(opening))
}

/// Where lines were cut, told from those that were certainly cut in mid-sentence.
fn cut(lines: &[Line]) -> Option<Cut> {
    let certain = lines.windows(2).map(|pair| (&pair[0], &pair[1])).filter(|(before, line)| {
        !before.text.is_empty()
            && !ends_a_sentence(&before.text)
            && !ends_an_item(&before.text)
            && !line.bullet
            && !is_heading_like(&before.text)
            && line.text.starts_with(|first: char| first.is_lowercase())
    });
    Cut::find(lines, &certain.collect::<Vec<_>>())
}

fn begin(line: &Line) -> Draft {
    let kind = if line.bullet { BlockKind::ListItem { level: 1 } } else { BlockKind::Paragraph };
    Draft {
        kind,
        cell: None,
        style: Style { bold: line.bold, size: None },
        text: line.text.clone(),
        places: vec![(0, line.page, Some(line.number))],
    }
}

fn append(draft: &mut Draft, line: &Line) {
    // A hyphen at a line end was typed: whoever saved the text kept it.
    if !draft.text.ends_with('-') {
        draft.text.push(' ');
    }
    draft.places.push((draft.text.len(), line.page, Some(line.number)));
    draft.text.push_str(&line.text);
}

#[derive(Default)]
struct Tables {
    count: u32,
    row: u32,
}

impl Tables {
    fn row(&mut self, line: &Line, begins_table: bool) -> Vec<Draft> {
        if begins_table {
            self.count += 1;
            self.row = 0;
        }
        let cells = line.text.split('\t').map(str::trim).enumerate();
        let drafts = cells.map(|(column, text)| {
            let cell = Cell { table: self.count, row: self.row, column: column as u32, header: false };
            Draft {
                kind: BlockKind::Paragraph,
                cell: Some(cell),
                style: Style { bold: line.bold, size: None },
                text: text.to_owned(),
                places: vec![(0, line.page, Some(line.number))],
            }
        });
        let drafts = drafts.collect();
        self.row += 1;
        drafts
    }
}
