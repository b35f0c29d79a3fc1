mod encryption;

use lopdf::{Document, LoadOptions};

use super::ReadError;
use super::limits;
use super::objects::File;

/// Loads the objects of a PDF file, decrypted where the empty password opens it.
pub fn load(bytes: &[u8]) -> Result<File, ReadError> {
    let document = objects(bytes)?;
    let document =
        if document.trailer.has(b"Encrypt") { encryption::open(bytes, &document)? } else { document };
    Ok(File::new(document))
}

fn objects(bytes: &[u8]) -> Result<Document, ReadError> {
    let options = LoadOptions::with_max_decompressed_size(limits::STREAM_BYTES);
    Document::load_mem_with_options(bytes, options).map_err(|error| read_error(&error))
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
