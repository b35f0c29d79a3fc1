//! Fonts. The first byte of the input chooses the kind; the rest is, all at once, the entries of `Differences`
//! and of the widths (names and numbers, in brackets or not), the `ToUnicode` CMap and the font's program.

use lopdf::{Dictionary, Object, Stream, dictionary};

use super::made::Made;
use crate::read::Limits;
use crate::read::pdf::content::{Lexer, Token};
use crate::read::pdf::fonts::Font;

const SUBTYPES: [&str; 4] = ["Type1", "TrueType", "Type3", "Type0"];
const FAMILIES: [&str; 4] = ["Helvetica", "Symbol", "ZapfDingbats", "Wingdings"];
const ENCODINGS: [Option<&str>; 4] =
    [None, Some("WinAnsiEncoding"), Some("MacRomanEncoding"), Some("StandardEncoding")];

/// Loads a font and reads strings with it.
pub fn load(bytes: &[u8]) {
    let Some((kind, rest)) = bytes.split_first() else { return };
    let mut made = Made::with_pages([]);
    let font = font(&mut made, *kind, rest);
    let file = made.file(&Limits::default());
    let font = Font::load(&file, &font.into());
    let every_byte: Vec<u8> = (0..=255).collect();
    let mut text = String::new();
    for code in font.codes(&every_byte).chain(font.codes(rest)) {
        font.push_text(code, &mut text);
        font.width(code);
    }
}

fn font(made: &mut Made, kind: u8, bytes: &[u8]) -> Dictionary {
    let choice = |shift: u8| usize::from(kind >> shift & 3);
    let program = made.add(Stream::new(Dictionary::new(), bytes.to_vec()));
    let descriptor = dictionary! { "FontFile" => program, "FontFile2" => program };
    let entries = entries(bytes);
    let mut encoding = dictionary! { "Differences" => entries.clone() };
    if let Some(base) = ENCODINGS[choice(4)] {
        encoding.set("BaseEncoding", base);
    }
    let mut font = dictionary! {
        "Type" => "Font", "Subtype" => SUBTYPES[choice(0)], "BaseFont" => FAMILIES[choice(2)],
        "Encoding" => encoding, "FontDescriptor" => descriptor, "FontMatrix" => entries.clone(),
        "FirstChar" => entries.first().cloned().unwrap_or(Object::Null), "Widths" => entries.clone(), "W" => entries,
    };
    // A `ToUnicode` CMap keeps a font's program from being opened.
    if kind & 0x40 != 0 {
        font.set("ToUnicode", program);
    }
    font
}

/// The names and numbers among the bytes, with brackets around some as arrays one level deep.
fn entries(bytes: &[u8]) -> Vec<Object> {
    let mut entries = Vec::new();
    let mut inner: Option<Vec<Object>> = None;
    let mut lexer = Lexer::new(bytes);
    while let Some(token) = lexer.token() {
        let entry = match token {
            Token::ArrayOpen => {
                inner = Some(Vec::new());
                continue;
            }
            Token::ArrayClose => Object::Array(inner.take().unwrap_or_default()),
            Token::Name(name) => Object::Name(name.bytes().into_owned()),
            Token::Number(number) if number.fract() == 0.0 => Object::Integer(number as i64),
            Token::Number(number) => Object::Real(number),
            _ => continue,
        };
        inner.as_mut().unwrap_or(&mut entries).push(entry);
    }
    entries
}
