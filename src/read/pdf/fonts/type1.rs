use super::glyph_names;
use super::unicode::UnicodeMap;
use crate::read::pdf::content::{Lexer, Token};
use crate::read::pdf::objects::{Dictionary, File};

/// Takes over the encoding that a Type 1 font program brings along, where it is embedded.
pub fn overlay_encoding(file: &File, font: &Dictionary, map: &mut UnicodeMap) {
    let program =
        file.dict(font, b"FontDescriptor").and_then(|descriptor| file.stream(descriptor, b"FontFile"));
    if let Some(program) = program.and_then(|program| file.content(program).ok()) {
        read_encoding(&program, map);
    }
}

/// Reads `dup CODE /NAME put` from the part of the program that is in the clear.
fn read_encoding(program: &[u8], map: &mut UnicodeMap) {
    let mut lexer = Lexer::new(program);
    let mut last: [Option<Token>; 2] = [None, None];
    while let Some(token) = lexer.token() {
        if token == Token::Word(b"eexec") {
            return;
        }
        if let ([Some(Token::Number(code)), Some(Token::Name(name))], Token::Word(b"put")) = (&last, &token)
            && (0.0..256.0).contains(code)
            && let Some(text) = glyph_names::text(&name.bytes())
        {
            map.set(*code as u32, &text);
        }
        last = [last[1].take(), Some(token)];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_take_the_names_that_the_program_gives_them() {
        let mut map = UnicodeMap::default();
        read_encoding(
            b"/Encoding 256 array dup 11 /ff put dup 12 /fi put readonly def eexec dup 1 /A put",
            &mut map,
        );
        let mut text = String::new();
        (0..20).for_each(|code| map.push_text(code, &mut text));
        assert_eq!(text, "fffi");
    }
}
