//! Pictures of pages to words, by Tesseract, a program that is run beside this one.
//!
//! [`tesseract`] runs it within bounds, [`tsv`] reads what it prints. Its words are put on [`lines`], with the
//! baseline, size and weight of their type; [`bullets`] are told from the letters that it takes them for, or found in the ink ([`blob`]) where it leaves them out, and
//! [`strokes`] finds the rules of tables, which it does not tell.

mod blob;
mod bullets;
mod error;
mod lines;
mod strokes;
mod tesseract;
mod tsv;

pub use error::OcrError;
pub use lines::Line;
pub use strokes::Stroke;
pub use tesseract::Tesseract;

use crate::draw::Grey;

/// Dots an inch that pages are drawn at to be read: what Tesseract is made for.
pub const DOTS_PER_INCH: f32 = 300.0;

/// What stands on a picture. Lengths are in pixels from its upper left, as it is when turned by `turns`.
#[derive(Debug, Default)]
pub struct Page {
    /// How many quarter turns clockwise the picture needs to stand upright.
    pub turns: u8,
    /// From the top down, as Tesseract puts them.
    pub lines: Vec<Line>,
    pub rules: Vec<Stroke>,
}

/// A picture with a mean confidence below this, in per cent, may lie on its side.
const UNSURE: f32 = 65.0;
/// Fewer dark pixels than this in a thousand are dust.
const DUST: usize = 1;
/// Shades below this are ink.
const INK: u8 = 140;

/// Reads a picture drawn at [`DOTS_PER_INCH`]. A blank one gives no lines.
///
/// # Errors
/// When Tesseract is not there, fails, or takes too long.
pub fn read(picture: &Grey, tesseract: &Tesseract) -> Result<Page, OcrError> {
    if is_blank(picture) {
        return Ok(Page::default());
    }
    let words = tesseract.words(picture)?;
    let lies_on_its_side = runs_up_or_down(&words);
    if lies_on_its_side || confidence(&words) < UNSURE {
        let turns = tesseract.turns(picture)?;
        let turned = picture.turned(turns);
        let better = if turns == 0 { Vec::new() } else { tesseract.words(&turned)? };
        if confidence(&better) > confidence(&words) || (lies_on_its_side && !better.is_empty()) {
            return Ok(page(&turned, better, turns));
        }
    }
    Ok(page(picture, words, 0))
}

fn page(picture: &Grey, mut words: Vec<tsv::Line>, turns: u8) -> Page {
    words.retain(tsv::is_writing);
    let slope = lines::slope(&words);
    let rules = strokes::strokes(picture, slope);
    let mut lines = lines::lines(picture, lines::parted(words, &rules, slope), slope);
    bullets::restore(picture, &mut lines);
    Page { turns, lines, rules }
}

fn is_blank(picture: &Grey) -> bool {
    let inked = picture.pixels.iter().filter(|shade| **shade < INK).count();
    inked * 1000 < picture.pixels.len() * DUST
}

/// Whether most words are taller than wide: Tesseract reads a part of the lines that run up or down a picture.
fn runs_up_or_down(lines: &[tsv::Line]) -> bool {
    let long = || lines.iter().flatten().filter(|word| word.text.chars().count() > 2);
    let tall = long().filter(|word| word.bottom - word.top > word.right - word.left).count();
    tall * 2 > long().count()
}

/// The mean confidence of the words; 0 where there are none.
fn confidence(lines: &[tsv::Line]) -> f32 {
    let words = lines.iter().flatten();
    let (count, sum) =
        words.fold((0.0, 0.0), |(count, sum), word| (count + 1.0, sum + f32::from(word.confidence)));
    if count > 0.0 { sum / count } else { 0.0 }
}
