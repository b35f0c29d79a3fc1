use super::unicode::UnicodeMap;
use crate::read::pdf::content::{Lexer, Token};
use crate::read::pdf::limits;

/// What a `ToUnicode` CMap says.
#[derive(Debug, Default, PartialEq)]
pub struct ToUnicode {
    pub text: UnicodeMap,
    /// How many bytes the codes take, where the code space says so.
    pub code_bytes: Option<usize>,
}

/// Reads a `ToUnicode` CMap. Entries that make no sense are left out.
pub fn parse(bytes: &[u8]) -> ToUnicode {
    let mut cmap = ToUnicode::default();
    let mut lexer = Lexer::new(bytes);
    let mut operands = Vec::new();
    let mut codes_left = limits::CODES * 2;
    while let Some(token) = lexer.token() {
        match token {
            Token::Word(word) => {
                match word {
                    b"endcodespacerange" => cmap.code_bytes = code_bytes(&operands).or(cmap.code_bytes),
                    b"endbfchar" => characters(&operands, &mut cmap.text),
                    b"endbfrange" => ranges(&operands, &mut cmap.text, &mut codes_left),
                    _ => {}
                }
                operands.clear();
            }
            operand if operands.len() < limits::OPERANDS => operands.push(operand),
            _ => {}
        }
    }
    cmap
}

fn code_bytes(operands: &[Token]) -> Option<usize> {
    match operands.first()? {
        Token::String(low) => Some(low.bytes().len()),
        _ => None,
    }
}

fn characters(operands: &[Token], map: &mut UnicodeMap) {
    for pair in operands.chunks_exact(2) {
        if let [Token::String(code), Token::String(target)] = pair {
            map.set(number(&code.bytes()), &utf16(&target.bytes()));
        }
    }
}

fn ranges(mut operands: &[Token], map: &mut UnicodeMap, codes_left: &mut u32) {
    while let [Token::String(low), Token::String(high), target, rest @ ..] = operands {
        let (low, high) = (number(&low.bytes()), number(&high.bytes()).min(limits::CODES));
        operands = rest;
        match target {
            Token::String(first) => {
                let count = high.saturating_add(1).saturating_sub(low).min(*codes_left);
                *codes_left -= count;
                range(low, count, &utf16(&first.bytes()), map);
            }
            Token::ArrayOpen => {
                let length = rest.iter().take_while(|token| **token != Token::ArrayClose).count();
                for (code, target) in (low..=high).zip(&rest[..length]) {
                    if let Token::String(target) = target {
                        map.set(code, &utf16(&target.bytes()));
                    }
                }
                operands = rest.get(length + 1..).unwrap_or_default();
            }
            _ => {}
        }
    }
}

/// Maps `count` codes from `low` on; the last character of `first` counts up.
fn range(low: u32, count: u32, first: &str, map: &mut UnicodeMap) {
    let Some(last) = first.chars().next_back() else { return };
    let mut text = first.to_owned();
    for step in 0..count {
        text.truncate(first.len() - last.len_utf8());
        let Some(character) = char::from_u32(last as u32 + step) else { return };
        text.push(character);
        map.set(low + step, &text);
    }
}

fn number(code: &[u8]) -> u32 {
    code.iter().fold(0u32, |number, byte| number.wrapping_shl(8) | u32::from(*byte))
}

fn utf16(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        // Some writers give a Latin-1 code in one byte.
        return char::from(*byte).to_string();
    }
    let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
    char::decode_utf16(units).take(limits::CODE_TEXT).filter_map(Result::ok).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn text(map: &UnicodeMap, code: u32) -> String {
        let mut text = String::new();
        map.push_text(code, &mut text);
        text
    }

    #[test]
    fn characters_ranges_and_arrays() {
        let cmap = parse(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange
              2 beginbfchar <0003> <0020> <0004> <00660069> endbfchar
              2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0061> <D83DDE00>] endbfrange",
        );
        assert_eq!(cmap.code_bytes, Some(2));
        let said: Vec<String> =
            [3, 4, 0x10, 0x12, 0x20, 0x21, 0x22].iter().map(|code| text(&cmap.text, *code)).collect();
        assert_eq!(said, [" ", "fi", "A", "C", "a", "\u{1f600}", ""]);
    }

    #[test]
    fn a_range_over_everything_is_bounded() {
        let cmap = parse(b"1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange");
        assert_eq!(text(&cmap.text, 1), "B");
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            parse(&bytes);
        }

        #[test]
        fn any_operands_are_read_without_panic(
            operands in "(beginbfrange |endbfrange |endbfchar |<[0-9a-f]{0,8}> |\\[ |\\] |/a ){0,30}"
        ) {
            parse(operands.as_bytes());
        }
    }
}
