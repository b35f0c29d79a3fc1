use super::state::{Matrix, State};
use super::words::Words;
use super::{Content, Mark, Run, Token};
use crate::read::pdf::fonts::Font;

/// A gap inside a run that is wider than this, as a share of the font size, is a space between words.
/// Kerning moves letters by less than 0.1; the narrowest spaces of text fonts are 0.2 wide.
const SPACE: f32 = 0.17;

/// Where a run is shown.
#[derive(Clone, Copy)]
pub struct Place {
    pub page: u32,
    pub form: u32,
    pub mark: Mark,
}

/// Shows strings, with the adjustments between them, and moves the text matrix past them.
pub fn show(
    content: &mut Content,
    operands: &[Token],
    font: &Font,
    state: &State,
    text_matrix: &mut Matrix,
    place: Place,
) {
    let start = content.text.len();
    let mut words = Words::begin(content);
    // Both in text space: how far the pen has moved, and where the last glyph ended.
    let mut pen = 0.0;
    let mut glyph_end = 0.0;
    for operand in operands {
        match operand {
            Token::Number(adjustment) => pen -= adjustment / 1000.0 * state.size * state.stretch,
            Token::String(codes) => {
                if pen - glyph_end > SPACE * state.size.abs() && !ends_blank(&content.text[start..]) {
                    content.text.push(' ');
                    words.blank();
                }
                pen = advance(font, &codes.bytes(), state, pen, content, &mut words);
                glyph_end = pen;
            }
            _ => {}
        }
    }
    let before = text_matrix.moved(0.0, state.rise).then(&state.ctm);
    *text_matrix = text_matrix.moved(pen, 0.0);
    let after = text_matrix.moved(0.0, state.rise).then(&state.ctm);
    if content.text.len() == start {
        return;
    }
    words.finish(content, state.size * font.height_scale(), &before);
    content.runs.push(Run {
        text: start..content.text.len(),
        page: place.page,
        form: place.form,
        mark: place.mark,
        left: before.0[4].min(after.0[4]),
        right: before.0[4].max(after.0[4]),
        baseline: before.0[5],
        size: state.size.abs() * before.height_scale() * font.height_scale(),
        bold: font.is_bold() || state.mode == 2,
    });
}

fn ends_blank(text: &str) -> bool {
    text.is_empty() || text.ends_with(char::is_whitespace)
}

/// Adds what the codes say to the content's text, and its words, and returns where they move the pen to, in text
/// space.
fn advance(
    font: &Font,
    codes: &[u8],
    state: &State,
    mut pen: f32,
    content: &mut Content,
    words: &mut Words,
) -> f32 {
    for code in font.codes(codes) {
        let start = content.text.len();
        font.push_text(code, &mut content.text);
        let glyph_end = pen + font.width(code) * state.size * state.stretch;
        words.glyph(content, start, pen, glyph_end);
        let is_space = code == 32 && !font.is_composite();
        let spacing = state.char_spacing + if is_space { state.word_spacing } else { 0.0 };
        pen = glyph_end + spacing * state.stretch;
    }
    pen
}
