//! Undoing the filters of streams.

use std::borrow::Cow;

use miniz_oxide::inflate::{TINFLStatus, decompress_to_vec_zlib_with_limit};

use super::{Data, Object, Stream, as_lopdf};

/// Why the content of a stream cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    TooLarge,
    Damaged,
}

impl Data {
    /// The bytes themselves; those beyond the end of the file are left out.
    pub fn of<'a>(&'a self, file: &'a [u8]) -> &'a [u8] {
        match self {
            Data::InFile { start, length } => {
                let rest = file.get(*start..).unwrap_or_default();
                &rest[..(*length).min(rest.len())]
            }
            Data::Owned(bytes) => bytes,
        }
    }
}

/// The content of a stream with its filters undone, `most` bytes of it at most.
///
/// # Errors
/// When it is more, or cannot be decoded.
pub fn content<'a>(
    stream: &'a Stream,
    file: &'a [u8],
    resolve: impl Fn(&'a Object) -> &'a Object,
    most: usize,
) -> Result<Cow<'a, [u8]>, Fault> {
    let data = stream.data.of(file);
    let Some(filter) = stream.dict.get(b"Filter") else {
        return if data.len() <= most { Ok(Cow::Borrowed(data)) } else { Err(Fault::TooLarge) };
    };
    let (filter, parameters) = (resolve(filter), stream.dict.get(b"DecodeParms").map(resolve));
    if filter.as_name() == Some(b"FlateDecode") && matches!(parameters, None | Some(Object::Null)) {
        match decompress_to_vec_zlib_with_limit(data, most) {
            Ok(bytes) => return Ok(Cow::Owned(bytes)),
            Err(error) if error.status == TINFLStatus::HasMoreOutput => return Err(Fault::TooLarge),
            // What of damaged data can be had is for `lopdf` to say.
            Err(_) => {}
        }
    }
    let mut dict = lopdf::Dictionary::new();
    dict.set("Filter", as_lopdf::object(filter));
    if let Some(parameters) = parameters {
        dict.set("DecodeParms", as_lopdf::object(parameters));
    }
    let decoded = lopdf::Stream::new(dict, data.to_vec()).decompressed_content_with_limit(most);
    match decoded {
        Ok(bytes) => Ok(Cow::Owned(bytes)),
        Err(lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. })) => {
            Err(Fault::TooLarge)
        }
        Err(_) => Err(Fault::Damaged),
    }
}
