use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::diagnostic::Diagnostic;
use crate::read::ReadError;

/// Bytes to text, with a warning where the encoding had to be guessed.
pub fn decode(bytes: &[u8]) -> Result<(String, Vec<Diagnostic>), ReadError> {
    let (encoding, guessed) = encoding(bytes);
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    // Control characters other than white space do not stand in text that people wrote.
    let is_binary = |character: &char| character.is_control() && !character.is_whitespace();
    if let Some((at, _)) = text.char_indices().find(|(_, character)| is_binary(character)) {
        return Err(ReadError::NotText(at));
    }
    let warnings = guessed.then(|| guessed_encoding("text", encoding)).into_iter().collect();
    Ok((text.into_owned(), warnings))
}

/// What to tell where the encoding of a file had to be guessed.
pub fn guessed_encoding(what: &str, encoding: &'static Encoding) -> Diagnostic {
    let message = format!("the {what} is not UTF-8: read as {}", encoding.name());
    Diagnostic::warning("guessed-encoding", message)
        .help("if characters look wrong, save the file again as UTF-8")
}

/// The encoding of a file, and whether that is a guess.
pub fn encoding(bytes: &[u8]) -> (&'static Encoding, bool) {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return (encoding, false);
    }
    let zeros = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    if zeros(1) * 4 > bytes.len() {
        return (UTF_16LE, true);
    }
    if zeros(0) * 4 > bytes.len() {
        return (UTF_16BE, true);
    }
    match std::str::from_utf8(bytes) {
        Ok(_) => (UTF_8, false),
        Err(_) => (WINDOWS_1252, true),
    }
}
