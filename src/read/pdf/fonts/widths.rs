use crate::read::pdf::limits;
use crate::read::pdf::objects::{Dictionary, File, Object};

/// Glyph widths by code, at font size 1.
///
/// Codes of composite fonts are taken for glyph numbers, which they are with the Identity encodings.
#[derive(Debug)]
pub struct Widths {
    first: u32,
    /// From `first` on; NaN where the font gives none.
    widths: Vec<f32>,
    default: f32,
}

/// The width of most letters of most fonts, where a font gives no widths.
const USUAL: f32 = 0.5;

impl Widths {
    /// The widths of a simple font; `scale` turns glyph space into text space.
    pub fn simple(file: &File, font: &Dictionary, scale: f32) -> Self {
        let first = file.integer(font, b"FirstChar").unwrap_or(0).clamp(0, 255) as u32;
        let mut widths = file.numbers(font, b"Widths").unwrap_or_default();
        widths.truncate(256);
        widths.iter_mut().for_each(|width| *width *= scale);
        let missing = file
            .dict(font, b"FontDescriptor")
            .and_then(|descriptor| file.number(descriptor, b"MissingWidth"))
            .map(|width| width * scale);
        let default = missing.unwrap_or(if widths.is_empty() { USUAL } else { 0.0 });
        Self { first, widths, default }
    }

    /// The widths of a composite font, from `DW` and `W` of its descendant.
    pub fn composite(file: &File, descendant: &Dictionary) -> Self {
        let default = file.number(descendant, b"DW").unwrap_or(1000.0) / 1000.0;
        let mut widths = Self { first: 0, widths: Vec::new(), default };
        let mut entries = file.array(descendant, b"W").unwrap_or_default();
        while let [first, second, rest @ ..] = entries {
            if file.is_spent() {
                break;
            }
            let first = file.resolve(first).as_number().unwrap_or(0.0) as u32;
            match file.resolve(second) {
                Object::Array(each) => {
                    for (code, width) in (first..limits::CODES).zip(each) {
                        widths.set(code, file.resolve(width).as_number().unwrap_or(0.0));
                    }
                    entries = rest;
                }
                last => {
                    let Some((width, after)) = rest.split_first() else { break };
                    let last = last.as_number().unwrap_or(0.0) as u32;
                    let width = file.resolve(width).as_number().unwrap_or(0.0);
                    for code in first..=last.min(limits::CODES - 1) {
                        widths.set(code, width);
                    }
                    entries = after;
                }
            }
        }
        widths
    }

    /// The widths of a composite font whose codes are characters: those of ASCII are half as wide as the others.
    pub fn by_character(file: &File, descendant: &Dictionary) -> Self {
        let default = file.number(descendant, b"DW").unwrap_or(1000.0) / 1000.0;
        Self { first: 0, widths: vec![USUAL; 0x80], default }
    }

    /// The memory held, but for a few bytes.
    pub fn bytes(&self) -> usize {
        self.widths.len() * size_of::<f32>()
    }

    fn set(&mut self, code: u32, width: f32) {
        let index = code as usize;
        if index >= self.widths.len() {
            self.widths.resize(index + 1, f32::NAN);
        }
        self.widths[index] = width / 1000.0;
    }

    pub fn of(&self, code: u32) -> f32 {
        let width = code.checked_sub(self.first).and_then(|index| self.widths.get(index as usize));
        width.copied().filter(|width| !width.is_nan()).unwrap_or(self.default)
    }
}
