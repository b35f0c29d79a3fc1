//! Text to the single-byte codes (Windows-1252) that the fonts are encoded in.

use encoding_rs::WINDOWS_1252;

pub fn encode(text: &str) -> Vec<u8> {
    WINDOWS_1252.encode(text).0.into_owned()
}

/// The first character that the fonts have no code for.
pub fn first_missing(text: &str) -> Option<char> {
    text.chars().find(|character| WINDOWS_1252.encode(character.encode_utf8(&mut [0; 4])).2)
}
