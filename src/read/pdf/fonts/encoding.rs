use super::glyph_names;
use super::type1;
use super::unicode::UnicodeMap;
use crate::read::pdf::objects::{Dictionary, File, Object};

/// What the codes of a simple font stand for, by its `Encoding` and the names of its glyphs.
pub fn read(file: &File, font: &Dictionary) -> UnicodeMap {
    let mut map = UnicodeMap::default();
    let encoding = file.get(font, b"Encoding");
    let base = match encoding {
        Some(Object::Name(name)) => Some(name.bytes()),
        Some(other) => other.as_dict().and_then(|dict| file.name(dict, b"BaseEncoding")),
        None => None,
    };
    fill(&mut map, base, built_in(file, font));
    if base.is_none() {
        type1::overlay_encoding(file, font, &mut map);
    }
    if let Some(differences) =
        encoding.and_then(Object::as_dict).and_then(|dict| file.array(dict, b"Differences"))
    {
        let mut code = 0;
        for entry in differences {
            match file.resolve(entry) {
                Object::Name(name) => {
                    if let Some(text) = glyph_names::text(name.bytes()) {
                        map.set(code, &text);
                    }
                    code = (code + 1).min(255);
                }
                other => code = other.as_integer().unwrap_or(0).clamp(0, 255) as u32,
            }
        }
    }
    map
}

/// An encoding that a font program brings along.
#[derive(Clone, Copy, PartialEq)]
enum BuiltIn {
    Standard,
    /// TrueType: close to Windows Latin 1.
    Windows,
    Symbol,
    /// Dingbats, in one of the fonts that have nothing else.
    Dingbats,
    /// Marks that Unicode may lack, such as Wingdings: they keep their codes, in its private area.
    Private,
}

fn built_in(file: &File, font: &Dictionary) -> BuiltIn {
    let name = file.name(font, b"BaseFont").unwrap_or_default();
    let holds = |word: &[u8]| name.windows(word.len()).any(|part| part == word);
    if holds(b"Dingbats") {
        BuiltIn::Dingbats
    } else if holds(b"Wingdings") || holds(b"Webdings") {
        BuiltIn::Private
    } else if holds(b"Symbol") {
        BuiltIn::Symbol
    } else if file.name(font, b"Subtype") == Some(b"TrueType") {
        BuiltIn::Windows
    } else {
        BuiltIn::Standard
    }
}

fn fill(map: &mut UnicodeMap, base: Option<&[u8]>, built_in: BuiltIn) {
    match (base, built_in) {
        (_, BuiltIn::Private) => private(map),
        (_, BuiltIn::Dingbats) => dingbats(map),
        (_, BuiltIn::Symbol) => symbol(map),
        (Some(b"MacRomanEncoding"), _) => code_page(map, encoding_rs::MACINTOSH),
        (Some(b"WinAnsiEncoding"), _) | (None, BuiltIn::Windows) => windows(map),
        _ => standard(map),
    }
}

fn windows(map: &mut UnicodeMap) {
    code_page(map, encoding_rs::WINDOWS_1252);
    // Codes that Windows leaves empty show a bullet in WinAnsiEncoding.
    for code in [0x7f, 0x81, 0x8d, 0x8f, 0x90, 0x9d] {
        map.set(code, "•");
    }
}

fn code_page(map: &mut UnicodeMap, encoding: &'static encoding_rs::Encoding) {
    for code in 32..=255u8 {
        map.set(u32::from(code), &encoding.decode_without_bom_handling(&[code]).0);
    }
}

/// StandardEncoding: ASCII but for its two quotes, and this upper half.
fn standard(map: &mut UnicodeMap) {
    for code in 32..127u8 {
        map.set(u32::from(code), char::from(code).encode_utf8(&mut [0; 4]));
    }
    map.set(0x27, "’");
    map.set(0x60, "‘");
    for (first, text) in [
        (0xa1, "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ"),
        (0xb1, "–†‡·"),
        (0xb6, "¶•‚„”»…‰"),
        (0xbf, "¿"),
        (0xc1, "`´ˆ˜¯˘˙¨"),
        (0xca, "˚¸"),
        (0xcd, "˝˛ˇ—"),
        (0xe1, "Æ"),
        (0xe3, "ª"),
        (0xe8, "ŁØŒº"),
        (0xf1, "æ"),
        (0xf5, "ı"),
        (0xf8, "łøœß"),
    ] {
        for (code, character) in (first..).zip(text.chars()) {
            map.set(code, character.encode_utf8(&mut [0; 4]));
        }
    }
}

fn private(map: &mut UnicodeMap) {
    for code in 32..256 {
        if let Some(character) = char::from_u32(0xf000 + code) {
            map.set(code, character.encode_utf8(&mut [0; 4]));
        }
    }
}

/// The digits and punctuation that Symbol shares with ASCII, and its bullet.
fn symbol(map: &mut UnicodeMap) {
    for code in (32..=63u8).chain([b'[', b']', b'_', b'{', b'|', b'}']) {
        map.set(u32::from(code), char::from(code).encode_utf8(&mut [0; 4]));
    }
    map.set(0x2d, "−");
    map.set(0xb7, "•");
    map.set(0xa3, "≤");
    map.set(0xb3, "≥");
    map.set(0xb1, "±");
}

/// ZapfDingbats' marks that serve as bullets.
fn dingbats(map: &mut UnicodeMap) {
    map.set(32, " ");
    for (code, text) in
        [(0x34, "✔"), (0x6c, "●"), (0x6e, "■"), (0x71, "❑"), (0x75, "◆"), (0x76, "❖"), (0xd8, "➢")]
    {
        map.set(code, text);
    }
}
