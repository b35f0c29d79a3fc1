//! The syntax of objects, as sound files write it. What departs from it is left to `lopdf`, which knows how others
//! mend it: here it gives `None`.

use super::{Dictionary, Name, Object, ObjectId};
use crate::read::pdf::content::is_regular;
use crate::read::pdf::limits;

/// Reads objects one after the other.
pub struct Syntax<'a> {
    bytes: &'a [u8],
    pub at: usize,
    /// The elements and entries of what is open, each from where it began.
    elements: Vec<Object>,
    entries: Vec<(Name, Object)>,
}

impl<'a> Syntax<'a> {
    /// Reads from a place in a file or an object stream on.
    pub fn at(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, elements: Vec::new(), entries: Vec::new() }
    }

    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Passes over white space and comments.
    pub fn blank(&mut self) {
        while let Some(byte) = self.peek() {
            match byte {
                b' ' | b'\n' | b'\r' | b'\t' | b'\x0c' | 0 => self.at += 1,
                b'%' => self.at += length(self.rest(), |byte| byte != b'\n' && byte != b'\r'),
                _ => return,
            }
        }
    }

    /// Passes over a word, if it is next.
    pub fn word(&mut self, word: &[u8]) -> Option<()> {
        self.rest().starts_with(word).then(|| self.at += word.len())
    }

    /// A whole number without a sign.
    pub fn count<T: TryFrom<u64>>(&mut self) -> Option<T> {
        let digits = length(self.rest(), |byte| byte.is_ascii_digit());
        let value = (digits > 0).then(|| whole(&self.rest()[..digits]))??;
        self.at += digits;
        T::try_from(value).ok()
    }

    /// The number that an object begins with: `12 0 obj`.
    pub fn header(&mut self) -> Option<ObjectId> {
        self.blank();
        let id = self.id()?;
        self.word(b"obj")?;
        self.blank();
        Some(id)
    }

    fn id(&mut self) -> Option<ObjectId> {
        let number = self.count()?;
        self.blank();
        let generation = self.count()?;
        self.blank();
        Some((number, generation))
    }

    pub fn object(&mut self) -> Option<Object> {
        self.nested(limits::OBJECT_DEPTH)
    }

    fn nested(&mut self, depth: usize) -> Option<Object> {
        let depth = depth.checked_sub(1)?;
        match self.peek()? {
            b'/' => self.name().map(Object::Name),
            b'0'..=b'9' => self.reference_or_number(),
            b'+' | b'-' | b'.' => self.number(),
            b'[' => self.array(depth),
            b'<' if self.rest().starts_with(b"<<") => self.dictionary(depth).map(Object::Dictionary),
            b'<' => self.hexadecimal(),
            b'(' => self.literal(),
            _ => self.keyword(),
        }
    }

    fn keyword(&mut self) -> Option<Object> {
        let (length, object) = match &self.rest()[..length(self.rest(), is_regular)] {
            b"true" => (4, Object::Boolean),
            b"false" => (5, Object::Boolean),
            b"null" => (4, Object::Null),
            _ => return None,
        };
        self.at += length;
        Some(object)
    }

    fn reference_or_number(&mut self) -> Option<Object> {
        let start = self.at;
        if let Some(id) = self.id()
            && self.word(b"R").is_some()
        {
            return Some(Object::Reference(id));
        }
        self.at = start;
        self.number()
    }

    fn number(&mut self) -> Option<Object> {
        let rest = self.rest();
        let length = length(rest, is_regular);
        let text = &rest[..length];
        self.at += length;
        let digits = text.strip_prefix(b"-").or(text.strip_prefix(b"+")).unwrap_or(text);
        if !digits.is_empty() && digits.iter().all(u8::is_ascii_digit) {
            let value = i64::try_from(whole(digits)?).ok()?;
            return Some(Object::Integer(if text[0] == b'-' { -value } else { value }));
        }
        let is_real = digits.iter().all(|byte| byte.is_ascii_digit() || *byte == b'.');
        let value = std::str::from_utf8(text).ok().filter(|_| is_real)?.parse().ok()?;
        Some(Object::Real(value))
    }

    fn name(&mut self) -> Option<Name> {
        self.at += 1;
        let raw = &self.rest()[..length(self.rest(), is_regular)];
        self.at += raw.len();
        if !raw.contains(&b'#') {
            return Some(Name::of(raw));
        }
        let mut name = Vec::with_capacity(raw.len());
        let mut rest = raw;
        while let Some((&byte, after)) = rest.split_first() {
            if byte != b'#' {
                name.push(byte);
                rest = after;
                continue;
            }
            let code = std::str::from_utf8(after.get(..2)?).ok()?;
            name.push(u8::from_str_radix(code, 16).ok().filter(|_| !code.starts_with('+'))?);
            rest = &after[2..];
        }
        Some(Name::of(&name))
    }

    fn array(&mut self, depth: usize) -> Option<Object> {
        self.at += 1;
        let first = self.elements.len();
        loop {
            self.blank();
            if self.peek()? == b']' {
                self.at += 1;
                return Some(Object::Array(self.elements.drain(first..).collect()));
            }
            let element = self.nested(depth)?;
            self.elements.push(element);
        }
    }

    fn dictionary(&mut self, depth: usize) -> Option<Dictionary> {
        self.at += 2;
        let first = self.entries.len();
        loop {
            self.blank();
            match self.peek()? {
                b'/' => {
                    let name = self.name()?;
                    self.blank();
                    let object = self.nested(depth)?;
                    self.entries.push((name, object));
                }
                _ => {
                    self.word(b">>")?;
                    return Some(Dictionary::of(self.entries.drain(first..).collect()));
                }
            }
        }
    }

    fn hexadecimal(&mut self) -> Option<Object> {
        self.at += 1;
        let is_inside = |byte: u8| byte.is_ascii_hexdigit() || b" \n\r\t\x0c\0".contains(&byte);
        self.at += length(self.rest(), is_inside);
        self.word(b">").map(|()| Object::String)
    }

    fn literal(&mut self) -> Option<Object> {
        let mut open = 0;
        loop {
            match self.peek()? {
                b'(' => open += 1,
                b')' => open -= 1,
                b'\\' => self.at += 1,
                _ => {}
            }
            self.at += 1;
            if open == 0 {
                return Some(Object::String);
            }
            if open > limits::OBJECT_DEPTH {
                return None;
            }
        }
    }

    /// Where the data of a stream begin, if its keyword is next.
    pub fn stream(&mut self) -> Option<usize> {
        self.blank();
        self.word(b"stream")?;
        self.at += length(self.rest(), |byte| byte == b' ' || byte == b'\t');
        self.end_of_line().then_some(self.at)
    }

    pub fn end_of_line(&mut self) -> bool {
        let length = match self.rest() {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => return false,
        };
        self.at += length;
        true
    }
}

fn length(bytes: &[u8], keep: impl Fn(u8) -> bool) -> usize {
    bytes.iter().position(|&byte| !keep(byte)).unwrap_or(bytes.len())
}

fn whole(digits: &[u8]) -> Option<u64> {
    digits.iter().try_fold(0u64, |value, digit| value.checked_mul(10)?.checked_add(u64::from(digit - b'0')))
}
