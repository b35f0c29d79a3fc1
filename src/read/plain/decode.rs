use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::diagnostic::Diagnostic;
use crate::read::ReadError;

/// Bytes to text, with a warning where they are not UTF-8 or hold what does not stand in text.
pub fn decode(bytes: &[u8]) -> Result<(String, Vec<Diagnostic>), ReadError> {
    let encoding = encoding(bytes);
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let (text, dropped) = without_control_characters(&text)?;
    let mut warnings = Vec::from_iter(other_encoding("text", encoding));
    if dropped > 0 {
        let message = format!("control characters were left out of the text: {dropped}");
        warnings.push(
            Diagnostic::warning("control-characters", message)
                .help("if words look wrong, save the file again as plain text"),
        );
    }
    Ok((text, warnings))
}

/// What to tell of a file that is not in UTF-8.
pub fn other_encoding(what: &str, encoding: &'static Encoding) -> Option<Diagnostic> {
    let message = format!("the {what} is not UTF-8: read as {}", encoding.name());
    let warning = Diagnostic::warning("other-encoding", message);
    (encoding != UTF_8).then(|| warning.help("if characters look wrong, save the file again as UTF-8"))
}

/// Text holds fewer control characters than one among so many; more make a file binary.
const AMONG: usize = 100;

/// The text without control characters other than white space, and how many there were. Converters leave a few
/// behind, such as the end-of-file mark of DOS.
fn without_control_characters(text: &str) -> Result<(String, usize), ReadError> {
    let is_control = |character: &char| character.is_control() && !character.is_whitespace();
    let dropped = text.chars().filter(is_control).count();
    if dropped * AMONG > text.chars().count() {
        return Err(ReadError::NotText);
    }
    Ok((text.chars().filter(|character| !is_control(character)).collect(), dropped))
}

/// The encoding of a text: by its byte-order mark, else by its bytes.
pub fn encoding(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    let zeros = |parity: usize| bytes.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    if zeros(1) * 4 > bytes.len() {
        return UTF_16LE;
    }
    if zeros(0) * 4 > bytes.len() {
        return UTF_16BE;
    }
    if std::str::from_utf8(bytes).is_ok() { UTF_8 } else { WINDOWS_1252 }
}
