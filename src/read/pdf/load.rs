use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Document, LoadOptions};

use super::ReadError;
use super::limits;
use super::objects::File;

/// Loads the objects of a PDF file, decrypted where the empty password opens it.
pub fn load(bytes: &[u8]) -> Result<File, ReadError> {
    let document = load_document(bytes)?;
    if document.is_encrypted() {
        return Err(ReadError::Encrypted);
    }
    Ok(File::new(document))
}

fn load_document(bytes: &[u8]) -> Result<Document, ReadError> {
    let options = LoadOptions::with_max_decompressed_size(limits::STREAM_BYTES);
    // `lopdf` means to give errors, but it parses what anyone may have written, and a panic in it must not
    // take down the reading of other files. The bytes are only read, so nothing is left half changed.
    let loaded = catch_unwind(AssertUnwindSafe(|| Document::load_mem_with_options(bytes, options)));
    match loaded {
        Ok(Ok(document)) => Ok(document),
        Ok(Err(error)) => Err(read_error(&error)),
        Err(_) => Err(ReadError::DamagedPdf("its objects make no sense".to_owned())),
    }
}

fn read_error(error: &lopdf::Error) -> ReadError {
    match error {
        lopdf::Error::Decryption(_)
        | lopdf::Error::InvalidPassword
        | lopdf::Error::UnsupportedSecurityHandler(_) => ReadError::Encrypted,
        lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { limit }) => {
            ReadError::OverLimit(format!("a stream inflates to more than {} MiB", limit >> 20))
        }
        other => ReadError::DamagedPdf(other.to_string()),
    }
}
