//! Encrypted files that `lopdf` leaves closed although they can be read.

use lopdf::{Dictionary, Document, Object};

use super::{ReadError, objects};

const ENTRY: &[u8] = b"/Encrypt";
/// What the entry is called in a copy of the file for `lopdf` to load as if nothing were encrypted.
const MASKED: &[u8] = b"Encrypx";

/// Opens a file whose objects `lopdf` has not decrypted: because the dictionary that says how stands in the
/// trailer itself, or because a password is wanted for attachments only.
///
/// # Errors
/// When a password is needed.
pub fn open(bytes: &[u8], closed: &Document) -> Result<Document, ReadError> {
    let entry = closed.trailer.get(b"Encrypt").map_err(|_| ReadError::Encrypted)?;
    let (dict, in_trailer) = match entry {
        Object::Dictionary(dict) => (dict, true),
        _ => (closed.get_encrypted().map_err(|_| ReadError::Encrypted)?, false),
    };
    if encrypts_attachments_only(dict) {
        return objects(&masked(bytes));
    }
    if in_trailer { decrypt(objects(&masked(bytes))?) } else { Err(ReadError::Encrypted) }
}

/// Whether neither strings nor streams are encrypted, attachments apart.
fn encrypts_attachments_only(dict: &Dictionary) -> bool {
    let version = dict.get(b"V").and_then(Object::as_i64).unwrap_or(0);
    let is_identity =
        |key: &[u8]| dict.get(key).and_then(Object::as_name).is_ok_and(|name| name == b"Identity");
    version >= 4 && is_identity(b"StmF") && is_identity(b"StrF")
}

/// The file without the entry that says it is encrypted.
fn masked(bytes: &[u8]) -> Vec<u8> {
    let mut masked = bytes.to_vec();
    let mut at = 0;
    while let Some(found) = find(&masked[at..], ENTRY) {
        let end = at + found + ENTRY.len();
        if !masked.get(end).is_some_and(u8::is_ascii_alphanumeric) {
            masked[end - 1] = MASKED[MASKED.len() - 1];
        }
        at = end;
    }
    masked
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// Decrypts a file with the empty password.
fn decrypt(mut document: Document) -> Result<Document, ReadError> {
    let dict = document.trailer.remove(MASKED).ok_or(ReadError::Encrypted)?;
    let id = document.add_object(dict);
    document.trailer.set("Encrypt", id);
    // Objects that cannot be decrypted are left as they are, as in any other file.
    let outcome = document.decrypt("");
    if document.trailer.has(b"Encrypt") {
        return Err(outcome.err().map_or(ReadError::Encrypted, |error| super::read_error(&error)));
    }
    Ok(document)
}
