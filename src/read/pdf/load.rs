mod encryption;

use lopdf::{Document, LoadOptions};

use super::ReadError;
use super::objects::File;
use crate::read::{Clock, Limit, Limits};

/// Loads every object of a PDF file, mended as far as that goes and decrypted where the empty password opens it.
///
/// # Errors
/// When it is damaged beyond reading, needs a password, or is over a limit.
pub fn load(bytes: &[u8], limits: &Limits, clock: Clock) -> Result<File<'static>, ReadError> {
    let document = objects(bytes, limits)?;
    let document =
        if document.trailer.has(b"Encrypt") { encryption::open(bytes, &document, limits)? } else { document };
    if clock.is_over() {
        return Err(ReadError::OverLimit("PDF", limits.exceeded(Limit::Seconds)));
    }
    Ok(File::loaded(document, *limits, clock))
}

fn objects(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let options = LoadOptions::with_max_decompressed_size(limits.size(Limit::StreamBytes));
    Document::load_mem_with_options(bytes, options).map_err(|error| read_error(&error, limits))
}

fn read_error(error: &lopdf::Error, limits: &Limits) -> ReadError {
    match error {
        lopdf::Error::Decryption(_)
        | lopdf::Error::InvalidPassword
        | lopdf::Error::UnsupportedSecurityHandler(_) => ReadError::Encrypted,
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. }) => {
            ReadError::OverLimit("PDF", limits.exceeded(Limit::StreamBytes))
        }
        other => ReadError::DamagedPdf(other.to_string()),
    }
}
