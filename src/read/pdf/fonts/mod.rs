//! Fonts, as far as reading needs them: what text each code stands for, how wide it is, and whether the
//! font is bold. Font programs are opened only where nothing else says what their codes mean.

pub mod cmap;
mod coding;
mod encoding;
mod glyph_names;
mod truetype;
mod type1;
mod unicode;
mod weight;
mod widths;

use super::objects::{Dictionary, File};
use coding::Coding;
use unicode::UnicodeMap;
use widths::Widths;

/// A font of a page's resources, ready to read strings with.
#[derive(Debug)]
pub struct Font {
    text: UnicodeMap,
    widths: Widths,
    coding: Coding,
    composite: bool,
    bold: bool,
    /// How high an em is in text space: 1 but for Type 3 fonts, which set their own scale.
    height_scale: f32,
}

impl Font {
    /// Reads a font dictionary. What is missing or damaged is made up for as viewers do.
    pub fn load(file: &File, dict: &Dictionary) -> Self {
        let font = if file.name(dict, b"Subtype") == Some(b"Type0") {
            Self::load_composite(file, dict)
        } else {
            Self::load_simple(file, dict)
        };
        file.charge(font.text.bytes() + font.widths.bytes());
        font
    }

    fn load_simple(file: &File, dict: &Dictionary) -> Self {
        let mut text = encoding::read(file, dict);
        if let Some(map) = to_unicode(file, dict) {
            text.overlay(map.text);
        }
        let type3 = file.name(dict, b"Subtype") == Some(b"Type3");
        let matrix = file.numbers(dict, b"FontMatrix").filter(|matrix| type3 && matrix.len() == 6);
        let scale = matrix.as_ref().map_or(0.001, |matrix| matrix[0]);
        Self {
            text,
            widths: Widths::simple(file, dict, scale),
            coding: Coding::Glyphs(1),
            composite: false,
            bold: weight::is_bold(file, dict, file.dict(dict, b"FontDescriptor")),
            height_scale: matrix.map_or(1.0, |matrix| (matrix[3] * 1000.0).abs()),
        }
    }

    fn load_composite(file: &File, dict: &Dictionary) -> Self {
        let descendant = file
            .array(dict, b"DescendantFonts")
            .and_then(|fonts| file.resolve(fonts.first()?).as_dict())
            .unwrap_or(dict);
        let named = file.name(dict, b"Encoding");
        let predefined = named.and_then(Coding::named);
        let map = match (to_unicode(file, dict), predefined) {
            (Some(map), _) => map,
            (None, Some(_)) => cmap::ToUnicode::default(),
            (None, None) => truetype::to_unicode(file, descendant),
        };
        let single_byte = map.code_bytes == Some(1) && named.is_none();
        let coding = predefined.unwrap_or(Coding::Glyphs(if single_byte { 1 } else { 2 }));
        Self {
            text: map.text,
            widths: match coding.numbers_glyphs() {
                true => Widths::composite(file, descendant),
                false => Widths::by_character(file, descendant),
            },
            coding,
            composite: true,
            bold: weight::is_bold(file, dict, file.dict(descendant, b"FontDescriptor")),
            height_scale: 1.0,
        }
    }

    /// The codes of a string.
    pub fn codes<'s>(&self, string: &'s [u8]) -> impl Iterator<Item = u32> + 's {
        let coding = self.coding;
        let mut rest = string;
        std::iter::from_fn(move || {
            let (code, after) = rest.split_at(coding.length(rest).min(rest.len()));
            rest = after;
            (!code.is_empty()).then(|| code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)))
        })
    }

    /// Adds the text that a code stands for.
    pub fn push_text(&self, code: u32, text: &mut String) {
        let before = text.len();
        self.text.push_text(code, text);
        if text.len() == before {
            self.coding.push_text(code, text);
        }
    }

    /// The width of a code's glyph at font size 1.
    pub fn width(&self, code: u32) -> f32 {
        self.widths.of(code)
    }

    pub fn is_composite(&self) -> bool {
        self.composite
    }

    pub fn is_bold(&self) -> bool {
        self.bold
    }

    pub fn height_scale(&self) -> f32 {
        self.height_scale
    }
}

fn to_unicode(file: &File, dict: &Dictionary) -> Option<cmap::ToUnicode> {
    let stream = file.stream(dict, b"ToUnicode")?;
    Some(cmap::parse(&file.content(stream).ok()?))
}
