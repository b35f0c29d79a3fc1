use super::written::Written;

/// Cuts a content stream, or a CMap, which has the same syntax, to tokens. Takes any bytes: what makes no
/// sense is skipped.
pub struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Token<'a> {
    Number(f32),
    /// A name, without its slash.
    Name(Written<'a>),
    String(Written<'a>),
    ArrayOpen,
    ArrayClose,
    DictOpen,
    DictClose,
    /// An operator, or a word such as `true`.
    Word(&'a [u8]),
}

impl<'a> Lexer<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[inline]
    fn take_while(&mut self, keep: impl Fn(u8) -> bool) -> &'a [u8] {
        let start = self.at;
        let mut at = start;
        while self.bytes.get(at).is_some_and(|&byte| keep(byte)) {
            at += 1;
        }
        self.at = at;
        &self.bytes[start..at]
    }

    /// The next token, `None` at the end.
    pub fn token(&mut self) -> Option<Token<'a>> {
        loop {
            let byte = self.peek()?;
            if is_blank(byte) {
                self.at += 1;
                continue;
            }
            let pair = self.bytes.get(self.at + 1) == Some(&byte);
            match byte {
                b'%' => {
                    self.take_while(|byte| byte != b'\n' && byte != b'\r');
                }
                b'+' | b'-' | b'.' | b'0'..=b'9' => return Some(self.number()),
                b'(' => return Some(Token::String(self.literal())),
                b'/' => {
                    self.at += 1;
                    return Some(Token::Name(Written::name(self.take_while(is_regular))));
                }
                b'<' if pair => return Some(self.symbol(2, Token::DictOpen)),
                b'>' if pair => return Some(self.symbol(2, Token::DictClose)),
                b'<' => return Some(Token::String(self.hexadecimal())),
                b'[' => return Some(self.symbol(1, Token::ArrayOpen)),
                b']' => return Some(self.symbol(1, Token::ArrayClose)),
                _ if is_regular(byte) => return Some(Token::Word(self.take_while(is_regular))),
                _ => self.at += 1,
            }
        }
    }

    fn symbol(&mut self, length: usize, token: Token<'a>) -> Token<'a> {
        self.at += length;
        token
    }

    /// A number by hand: content streams hold little else, and `str::parse` takes three times as long.
    #[inline]
    fn number(&mut self) -> Token<'a> {
        let start = self.at;
        let negative = self.peek() == Some(b'-');
        while matches!(self.peek(), Some(b'+' | b'-')) {
            self.at += 1;
        }
        let mut value = self.digits().0;
        if self.peek() == Some(b'.') {
            self.at += 1;
            let (fraction, length) = self.digits();
            value += fraction / TENS[length];
        }
        if self.peek().is_some_and(is_regular) {
            // Not a number after all, as in `1.2.3` or `0a`; a number broken by a stray sign ends there.
            let rest = self.take_while(is_regular);
            if !rest.starts_with(b"-") {
                return Token::Word(&self.bytes[start..self.at]);
            }
        }
        let value = if negative { -value } else { value } as f32;
        Token::Number(if value.is_finite() { value } else { 0.0 })
    }

    /// A row of digits as a whole number, and how many of them it counts: those past what a `u64` holds say
    /// nothing that a coordinate needs.
    #[inline]
    fn digits(&mut self) -> (f64, usize) {
        let start = self.at;
        let mut at = start;
        let mut value = 0u64;
        while let Some(digit) =
            self.bytes.get(at).map(|byte| byte.wrapping_sub(b'0')).filter(|digit| *digit < 10)
        {
            if at - start < TENS.len() - 1 {
                value = value * 10 + u64::from(digit);
            }
            at += 1;
        }
        self.at = at;
        (value as f64, (at - start).min(TENS.len() - 1))
    }

    fn literal(&mut self) -> Written<'a> {
        self.at += 1;
        let start = self.at;
        let plain = self.take_while(|byte| !matches!(byte, b'(' | b')' | b'\\' | b'\r'));
        if self.peek() == Some(b')') {
            self.at += 1;
            return Written::plain(plain);
        }
        let mut depth = 0usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'\\' => self.at += 1,
                b')' if depth == 0 => break,
                b'(' => depth += 1,
                b')' => depth -= 1,
                _ => {}
            }
            self.at += 1;
        }
        let end = self.at.min(self.bytes.len());
        self.at = (end + 1).min(self.bytes.len());
        Written::literal(&self.bytes[start..end])
    }

    fn hexadecimal(&mut self) -> Written<'a> {
        self.at += 1;
        let digits = self.take_while(|byte| byte != b'>');
        self.at = (self.at + 1).min(self.bytes.len());
        Written::hexadecimal(digits)
    }

    /// Skips an inline image after its `BI`: the dictionary, `ID`, the data and `EI`.
    pub fn skip_inline_image(&mut self) {
        while let Some(token) = self.token() {
            if token == Token::Word(b"ID") {
                break;
            }
        }
        let rest = &self.bytes[self.at..];
        let end = (0..rest.len().saturating_sub(2)).find(|&at| ends_image(&rest[at..]));
        self.at = end.map_or(self.bytes.len(), |end| self.at + end + 3);
    }
}

/// `EI` between white space, and then content that is text: image data may hold the two letters by chance.
fn ends_image(rest: &[u8]) -> bool {
    is_blank(rest[0])
        && rest[1..].starts_with(b"EI")
        && rest.get(3).is_none_or(|&byte| is_blank(byte))
        && rest.iter().skip(3).take(12).all(|&byte| is_blank(byte) || (b' '..=b'~').contains(&byte))
}

/// The powers of ten by their exponents, as far as a `u64` holds so many digits.
const TENS: [f64; 19] = {
    let mut tens = [1.0; 19];
    let mut exponent = 1;
    while exponent < tens.len() {
        tens[exponent] = tens[exponent - 1] * 10.0;
        exponent += 1;
    }
    tens
};

/// What a byte is to the syntax. Looked up, since every byte of a file's content is asked for it.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    Blank,
    Delimiter,
    Regular,
}

const CLASSES: [Class; 256] = {
    let mut classes = [Class::Regular; 256];
    let (blanks, delimiters) = (b" \n\r\t\x0c\0", b"()<>[]{}/%");
    let mut index = 0;
    while index < blanks.len() {
        classes[blanks[index] as usize] = Class::Blank;
        index += 1;
    }
    index = 0;
    while index < delimiters.len() {
        classes[delimiters[index] as usize] = Class::Delimiter;
        index += 1;
    }
    classes
};

fn is_blank(byte: u8) -> bool {
    CLASSES[usize::from(byte)] == Class::Blank
}

pub fn is_regular(byte: u8) -> bool {
    CLASSES[usize::from(byte)] == Class::Regular
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tokens(bytes: &[u8]) -> Vec<Token<'_>> {
        let mut lexer = Lexer::new(bytes);
        std::iter::from_fn(|| lexer.token()).collect()
    }

    fn string(bytes: &[u8]) -> Token<'_> {
        Token::String(Written::plain(bytes))
    }

    #[test]
    fn numbers_names_and_operators() {
        assert_eq!(
            tokens(b"/F1 -12.5 Tf .5 +3 4. Td % note\nT*"),
            [
                Token::Name(Written::plain(b"F1")),
                Token::Number(-12.5),
                Token::Word(b"Tf"),
                Token::Number(0.5),
                Token::Number(3.0),
                Token::Number(4.0),
                Token::Word(b"Td"),
                Token::Word(b"T*"),
            ]
        );
        assert_eq!(tokens(b"/A#20B"), [Token::Name(Written::plain(b"A B"))]);
    }

    #[test]
    fn strings_in_both_notations() {
        assert_eq!(tokens(b"(plain)"), [string(b"plain")]);
        assert_eq!(tokens(b"(a\\(b\\051 (c) \\\nd\\n)"), [string(b"a(b) (c) d\n")]);
        assert_eq!(tokens(b"<48 65 6C6c7>"), [string(b"Hellp")]);
        assert_eq!(tokens(b"(never closed"), [string(b"never closed")]);
    }

    #[test]
    fn arrays_and_dictionaries_are_flat() {
        let word = Token::Word(b"TJ");
        assert_eq!(
            tokens(b"[(a)-3]TJ"),
            [Token::ArrayOpen, string(b"a"), Token::Number(-3.0), Token::ArrayClose, word]
        );
        assert_eq!(tokens(b"<</MCID 3>>").len(), 4);
    }

    #[test]
    fn an_inline_image_is_skipped_whatever_it_holds() {
        let mut lexer = Lexer::new(b"/W 1 ID \x00 EI\xff\x01( EI Q (after)");
        lexer.skip_inline_image();
        assert_eq!(lexer.token(), Some(Token::Word(b"Q")));
        assert_eq!(lexer.token(), Some(string(b"after")));
    }

    proptest! {
        #[test]
        fn any_bytes_are_cut_to_no_more_tokens_than_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            prop_assert!(tokens(&bytes).len() <= bytes.len());
            Lexer::new(&bytes).skip_inline_image();
        }

        #[test]
        fn numbers_agree_with_the_standard_library(number in -99999.0f32..99999.0) {
            let text = format!("{number:.4}");
            let Some(Token::Number(read)) = Lexer::new(text.as_bytes()).token() else { panic!() };
            prop_assert!((read - text.parse::<f32>().unwrap()).abs() < 0.01);
        }
    }
}
