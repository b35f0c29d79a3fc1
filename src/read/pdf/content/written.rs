use std::borrow::Cow;
use std::fmt;

/// The bytes of a name or a string as a content stream writes them. Most of them are never asked for, or stand for
/// themselves.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    bytes: &'a [u8],
    form: Form,
}

#[derive(Clone, Copy)]
enum Form {
    Plain,
    /// With bytes in hexadecimal after `#`.
    Name,
    /// With escapes, line ends or brackets.
    Literal,
    Hexadecimal,
}

impl<'a> Written<'a> {
    pub fn plain(bytes: &'a [u8]) -> Self {
        Self { bytes, form: Form::Plain }
    }

    pub fn name(bytes: &'a [u8]) -> Self {
        Self { bytes, form: if bytes.contains(&b'#') { Form::Name } else { Form::Plain } }
    }

    /// What stands between the brackets of a string.
    pub fn literal(bytes: &'a [u8]) -> Self {
        Self { bytes, form: Form::Literal }
    }

    pub fn hexadecimal(bytes: &'a [u8]) -> Self {
        Self { bytes, form: Form::Hexadecimal }
    }

    /// The bytes that are meant.
    pub fn bytes(&self) -> Cow<'a, [u8]> {
        match self.form {
            Form::Plain => Cow::Borrowed(self.bytes),
            Form::Name => Cow::Owned(name(self.bytes)),
            Form::Literal => Cow::Owned(literal(self.bytes)),
            Form::Hexadecimal => Cow::Owned(hexadecimal(self.bytes)),
        }
    }
}

impl PartialEq for Written<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.bytes() == other.bytes()
    }
}

impl fmt::Debug for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", String::from_utf8_lossy(&self.bytes()))
    }
}

fn name(mut rest: &[u8]) -> Vec<u8> {
    let mut name = Vec::with_capacity(rest.len());
    while let Some((&byte, after)) = rest.split_first() {
        let code = match after {
            [high, low, ..] if byte == b'#' => hex_digit(*high).zip(hex_digit(*low)),
            _ => None,
        };
        name.push(code.map_or(byte, |(high, low)| high << 4 | low));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    name
}

fn literal(mut rest: &[u8]) -> Vec<u8> {
    let mut string = Vec::with_capacity(rest.len());
    while let Some((&byte, after)) = rest.split_first() {
        rest = match byte {
            b'\\' => escape(after, &mut string),
            // A line end of any kind is one line feed.
            b'\r' => {
                string.push(b'\n');
                after.strip_prefix(b"\n").unwrap_or(after)
            }
            _ => {
                string.push(byte);
                after
            }
        };
    }
    string
}

/// Reads what follows a backslash, and gives the rest.
fn escape<'a>(escaped: &'a [u8], string: &mut Vec<u8>) -> &'a [u8] {
    let Some((&byte, mut rest)) = escaped.split_first() else { return escaped };
    match byte {
        b'n' => string.push(b'\n'),
        b'r' => string.push(b'\r'),
        b't' => string.push(b'\t'),
        b'b' => string.push(8),
        b'f' => string.push(12),
        b'0'..=b'7' => {
            let mut code = u32::from(byte - b'0');
            for _ in 0..2 {
                let Some((digit @ b'0'..=b'7', after)) = rest.split_first() else { break };
                code = code * 8 + u32::from(digit - b'0');
                rest = after;
            }
            string.push(code as u8);
        }
        b'\r' => return rest.strip_prefix(b"\n").unwrap_or(rest),
        b'\n' => {}
        other => string.push(other),
    }
    rest
}

fn hexadecimal(digits: &[u8]) -> Vec<u8> {
    let mut string = Vec::with_capacity(digits.len() / 2 + 1);
    let mut high = None;
    for digit in digits.iter().filter_map(|&byte| hex_digit(byte)) {
        match high.take() {
            Some(high) => string.push(high << 4 | digit),
            None => high = Some(digit),
        }
    }
    if let Some(high) = high {
        string.push(high << 4);
    }
    string
}

fn hex_digit(byte: u8) -> Option<u8> {
    (byte as char).to_digit(16).map(|digit| digit as u8)
}
