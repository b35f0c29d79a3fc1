use std::borrow::Cow;
use std::cell::Cell;

use lopdf::{Dictionary, Object, ObjectId, Stream};

use super::limits;
use crate::read::{Clock, Exceeded, Limit, Limits};

/// A loaded PDF file: `lopdf`'s objects with references resolved and inflation bounded.
pub struct File {
    document: lopdf::Document,
    /// Bytes that may still be read and held.
    budget: Cell<usize>,
    pub limits: Limits,
    pub clock: Clock,
}

/// A stream that cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StreamFault {
    /// It, or all streams together, would inflate to more than a limit.
    TooLarge(Exceeded),
    Damaged,
}

static NULL: Object = Object::Null;

impl File {
    pub fn new(document: lopdf::Document, limits: Limits, clock: Clock) -> Self {
        Self { document, budget: Cell::new(limits.size(Limit::TotalBytes)), limits, clock }
    }

    pub fn trailer(&self) -> &Dictionary {
        &self.document.trailer
    }

    pub fn catalog(&self) -> Option<&Dictionary> {
        self.dict(self.trailer(), b"Root")
    }

    /// The objects of the file, by number.
    pub fn objects(&self) -> impl Iterator<Item = (ObjectId, &Object)> {
        self.document.objects.iter().map(|(id, object)| (*id, object))
    }

    /// Follows references to the object itself; null where there is none.
    pub fn resolve<'a>(&'a self, mut object: &'a Object) -> &'a Object {
        for _ in 0..limits::REFERENCES {
            let Object::Reference(id) = object else { return object };
            object = self.document.objects.get(id).unwrap_or(&NULL);
        }
        &NULL
    }

    pub fn get<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        let object = self.resolve(dict.get(key).ok()?);
        (!object.is_null()).then_some(object)
    }

    pub fn dict<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        as_dict(self.get(dict, key)?)
    }

    pub fn stream<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Stream> {
        self.get(dict, key)?.as_stream().ok()
    }

    pub fn array<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a [Object]> {
        self.get(dict, key)?.as_array().ok().map(Vec::as_slice)
    }

    pub fn name<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a [u8]> {
        self.get(dict, key)?.as_name().ok()
    }

    pub fn number(&self, dict: &Dictionary, key: &[u8]) -> Option<f32> {
        as_number(self.get(dict, key)?)
    }

    pub fn integer(&self, dict: &Dictionary, key: &[u8]) -> Option<i64> {
        self.get(dict, key)?.as_i64().ok()
    }

    /// The numbers of an array; whatever else stands in it counts as 0.
    pub fn numbers(&self, dict: &Dictionary, key: &[u8]) -> Option<Vec<f32>> {
        let array = self.array(dict, key)?;
        Some(array.iter().map(|object| as_number(self.resolve(object)).unwrap_or(0.0)).collect())
    }

    /// Counts bytes that are read or held against the limit of the file.
    pub fn charge(&self, bytes: usize) {
        self.budget.set(self.budget.get().saturating_sub(bytes));
    }

    /// Whether the file has cost all it may.
    pub fn is_spent(&self) -> bool {
        self.budget.get() == 0
    }

    /// The content of a stream with its filters undone.
    pub fn content<'a>(&self, stream: &'a Stream) -> Result<Cow<'a, [u8]>, StreamFault> {
        let (in_all, in_one) = (self.budget.get(), self.limits.size(Limit::StreamBytes));
        let most = in_all.min(in_one);
        let limit = if in_all < in_one { Limit::TotalBytes } else { Limit::StreamBytes };
        let too_large = StreamFault::TooLarge(self.limits.exceeded(limit));
        if !stream.dict.has(b"Filter") {
            self.charge(stream.content.len());
            return if stream.content.len() <= most {
                Ok(Cow::Borrowed(&stream.content))
            } else {
                Err(too_large)
            };
        }
        match stream.decompressed_content_with_limit(most) {
            Ok(bytes) => {
                self.charge(bytes.len());
                Ok(Cow::Owned(bytes))
            }
            Err(lopdf::Error::Decompress(lopdf::DecompressError::MemoryLimitExceeded { .. })) => {
                Err(too_large)
            }
            Err(_) => Err(StreamFault::Damaged),
        }
    }
}

/// A dictionary, or the dictionary of a stream.
pub fn as_dict(object: &Object) -> Option<&Dictionary> {
    match object {
        Object::Dictionary(dict) => Some(dict),
        Object::Stream(stream) => Some(&stream.dict),
        _ => None,
    }
}

pub fn as_number(object: &Object) -> Option<f32> {
    object.as_float().ok().filter(|number| number.is_finite())
}
