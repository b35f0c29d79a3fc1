//! Breaks a text to lines of a given width.

use super::encoding;
use super::markup::{Role, Text, Word};
use super::metrics::{self, Face, width};
use super::settings::Settings;

/// Letters in one face, side by side.
#[derive(Debug, Clone)]
pub struct Run {
    /// From the left edge of the column.
    pub x: f32,
    pub face: Face,
    pub size: f32,
    pub text: String,
}

/// One line of a text, not yet on a page.
#[derive(Debug, Clone)]
pub struct Line {
    pub role: Role,
    /// Which text of its column it belongs to.
    pub text: usize,
    /// The bullet, on the first line of an item.
    pub label: Option<Run>,
    pub runs: Vec<Run>,
    pub height: f32,
    pub space_before: f32,
}

/// How a role looks.
struct Style {
    size: f32,
    bold: bool,
    indent: f32,
    space_before: f32,
}

const RIGHT_HALF: f32 = 285.0;
const ITEM_INDENT: f32 = 18.0;
const SUB_ITEM_INDENT: f32 = 40.0;
const LABEL_WIDTH: f32 = 16.0;

fn style(role: Role, size: f32) -> Style {
    let plain = Style { size, bold: false, indent: 0.0, space_before: size * 0.7 };
    match role {
        Role::Title => Style { size: size * 1.9, bold: true, space_before: size, ..plain },
        Role::Heading => Style { size: size * 1.3, bold: true, space_before: size * 1.5, ..plain },
        Role::Subheading => Style { bold: true, space_before: size, ..plain },
        Role::Paragraph => plain,
        Role::Line => Style { space_before: 0.0, ..plain },
        Role::RightLine => Style { indent: RIGHT_HALF, space_before: 0.0, ..plain },
        Role::Bullet => Style { indent: ITEM_INDENT, space_before: size * 0.45, ..plain },
        Role::SubBullet => Style { indent: SUB_ITEM_INDENT, space_before: size * 0.3, ..plain },
    }
}

/// The lines of the texts of one column, `column_width` wide.
pub fn lines(texts: &[&Text], column_width: f32, settings: &Settings) -> Vec<Line> {
    texts
        .iter()
        .enumerate()
        .flat_map(|(index, text)| text_lines(index, text, column_width, settings))
        .collect()
}

fn text_lines(index: usize, text: &Text, column_width: f32, settings: &Settings) -> Vec<Line> {
    let style = style(text.role, settings.size);
    let lines = broken(&text.words, &style, column_width - style.indent);
    let last = lines.len().saturating_sub(1);
    let line = |(at, words): (usize, &[Word])| Line {
        role: text.role,
        text: index,
        label: if at == 0 { label(text.role, &style, settings) } else { None },
        runs: runs(words, &style, at < last),
        height: style.size * 1.22,
        space_before: if at == 0 { style.space_before } else { 0.0 },
    };
    lines.into_iter().enumerate().map(line).collect()
}

/// Cuts the words to lines that fit.
fn broken<'a>(words: &'a [Word], style: &Style, width: f32) -> Vec<&'a [Word]> {
    let mut lines = Vec::new();
    let mut start = 0;
    let mut used = 0.0;
    for (index, word) in words.iter().enumerate() {
        let word_width = word_width(word, style);
        if index > start && used + word_width > width {
            lines.push(&words[start..index]);
            start = index;
            used = 0.0;
        }
        used += word_width + space_width(word, style);
    }
    lines.extend((start < words.len()).then(|| &words[start..]));
    lines
}

fn face(word: &Word, style: &Style) -> Face {
    if style.bold || word.bold { Face::Bold } else { Face::Regular }
}

fn word_width(word: &Word, style: &Style) -> f32 {
    width(face(word, style), style.size, &word.text)
}

fn space_width(word: &Word, style: &Style) -> f32 {
    if word.space_after { width(face(word, style), style.size, " ") } else { 0.0 }
}

/// Joins words of one face. Like Word, every line but a text's last keeps the space it was broken at.
fn runs(words: &[Word], style: &Style, keep_space: bool) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = style.indent;
    for word in words {
        let face = face(word, style);
        if runs.last().is_none_or(|run| run.face != face) {
            runs.push(Run { x, face, size: style.size, text: String::new() });
        }
        if let Some(run) = runs.last_mut() {
            run.text.push_str(&word.text);
            run.text.push_str(if word.space_after { " " } else { "" });
        }
        x += word_width(word, style) + space_width(word, style);
    }
    if let Some(run) = runs.last_mut().filter(|_| !keep_space) {
        run.text.truncate(run.text.trim_end().len());
    }
    runs
}

fn label(role: Role, style: &Style, settings: &Settings) -> Option<Run> {
    let (sign, face, scale) = match role {
        Role::Bullet => (&settings.bullet, Face::Bullet, 0.8),
        Role::SubBullet => (&settings.sub_bullet, Face::SubBullet, 0.6),
        _ => return None,
    };
    let x = style.indent - LABEL_WIDTH;
    // Signs that the text faces have are set in them; the squares need the symbol face.
    if encoding::first_missing(sign).is_none() {
        return Some(Run { x, face: Face::Regular, size: style.size, text: sign.clone() });
    }
    let text = char::from(metrics::SQUARE_CODE).to_string();
    Some(Run { x, face, size: style.size * scale, text })
}
