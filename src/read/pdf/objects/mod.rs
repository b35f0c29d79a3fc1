//! The objects of a PDF file, with references resolved and inflation bounded.
//!
//! Those of a sound file are read when they are asked for ([`table`] says where each stands, [`syntax`] reads it,
//! [`store`] keeps it): most of a file are pictures, fonts and annotations that reading has no use for. A file in
//! which anything is amiss, or that is encrypted, is loaded by `lopdf`, which mends it as far as that goes.

mod as_lopdf;
mod inflate;
mod name;
mod object;
mod store;
mod syntax;
mod table;

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::BTreeMap;

pub use name::Name;
pub use object::{Data, Dictionary, Object, ObjectId, Stream};

use super::limits;
use crate::read::{Clock, Exceeded, Limit, Limits};
use store::Store;

/// A PDF file whose objects can be had.
pub struct File<'b> {
    bytes: &'b [u8],
    objects: Objects<'b>,
    trailer: Dictionary,
    /// Bytes that may still be read and held.
    budget: Cell<usize>,
    pub limits: Limits,
    pub clock: Clock,
}

enum Objects<'b> {
    Sound(Store<'b>),
    Loaded(BTreeMap<ObjectId, Object>),
}

/// A stream that cannot be had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StreamFault {
    /// It, or all streams together, would inflate to more than a limit.
    TooLarge(Exceeded),
    Damaged,
}

static NULL: Object = Object::Null;

impl<'b> File<'b> {
    /// A file that looks sound; whether it is shows as its objects are asked for, by [`File::is_amiss`].
    ///
    /// # Errors
    /// When it does not look sound, with the clock given back.
    pub fn sound(bytes: &'b [u8], limits: Limits, clock: Clock) -> Result<Self, Clock> {
        let table =
            table::read(bytes, limits.size(Limit::StreamBytes)).filter(|_| bytes.starts_with(b"%PDF-"));
        let Some(table) = table else { return Err(clock) };
        let store = Store::new(bytes, table.slots, limits.size(Limit::StreamBytes));
        Ok(Self::new(bytes, Objects::Sound(store), table.trailer, limits, clock))
    }

    pub fn loaded(document: lopdf::Document, limits: Limits, clock: Clock) -> Self {
        let objects = document.objects.into_iter().map(|(id, object)| (id, object.into())).collect();
        Self::new(&[], Objects::Loaded(objects), document.trailer.into(), limits, clock)
    }

    fn new(bytes: &'b [u8], objects: Objects<'b>, trailer: Dictionary, limits: Limits, clock: Clock) -> Self {
        Self { bytes, objects, trailer, budget: Cell::new(limits.size(Limit::TotalBytes)), limits, clock }
    }

    /// Whether objects of a file that looked sound were not as they should be: what was read is not to be relied on.
    pub fn is_amiss(&self) -> bool {
        matches!(&self.objects, Objects::Sound(store) if store.is_amiss())
    }

    pub fn catalog(&self) -> Option<&Dictionary> {
        self.dict(&self.trailer, b"Root")
    }

    /// The objects of the file, by number. A sound file has no need of them all: asking makes it amiss.
    pub fn objects(&self) -> Box<dyn Iterator<Item = (ObjectId, &Object)> + '_> {
        match &self.objects {
            Objects::Sound(store) => {
                store.set_amiss();
                Box::new(std::iter::empty())
            }
            Objects::Loaded(objects) => Box::new(objects.iter().map(|(id, object)| (*id, object))),
        }
    }

    /// Follows references to the object itself; null where there is none.
    pub fn resolve<'a>(&'a self, mut object: &'a Object) -> &'a Object {
        for _ in 0..limits::REFERENCES {
            let Object::Reference(id) = object else { return object };
            object = match &self.objects {
                Objects::Sound(store) => store.get(*id),
                Objects::Loaded(objects) => objects.get(id).unwrap_or(&NULL),
            };
        }
        &NULL
    }

    pub fn get<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Object> {
        let object = self.resolve(dict.get(key)?);
        (*object != Object::Null).then_some(object)
    }

    pub fn dict<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Dictionary> {
        self.get(dict, key)?.as_dict()
    }

    pub fn stream<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a Stream> {
        self.get(dict, key)?.as_stream()
    }

    pub fn array<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a [Object]> {
        self.get(dict, key)?.as_array()
    }

    pub fn name<'a>(&'a self, dict: &'a Dictionary, key: &[u8]) -> Option<&'a [u8]> {
        self.get(dict, key)?.as_name()
    }

    pub fn number(&self, dict: &Dictionary, key: &[u8]) -> Option<f32> {
        self.get(dict, key)?.as_number()
    }

    pub fn integer(&self, dict: &Dictionary, key: &[u8]) -> Option<i64> {
        self.get(dict, key)?.as_integer()
    }

    /// The numbers of an array; whatever else stands in it counts as 0.
    pub fn numbers(&self, dict: &Dictionary, key: &[u8]) -> Option<Vec<f32>> {
        let array = self.array(dict, key)?;
        Some(array.iter().map(|object| self.resolve(object).as_number().unwrap_or(0.0)).collect())
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
    pub fn content<'a>(&'a self, stream: &'a Stream) -> Result<Cow<'a, [u8]>, StreamFault> {
        let (in_all, in_one) = (self.budget.get(), self.limits.size(Limit::StreamBytes));
        match inflate::content(stream, self.bytes, |object| self.resolve(object), in_all.min(in_one)) {
            Ok(bytes) => {
                self.charge(bytes.len());
                Ok(bytes)
            }
            Err(inflate::Fault::TooLarge) => {
                let limit = if in_all < in_one { Limit::TotalBytes } else { Limit::StreamBytes };
                Err(StreamFault::TooLarge(self.limits.exceeded(limit)))
            }
            Err(inflate::Fault::Damaged) => Err(StreamFault::Damaged),
        }
    }
}

#[cfg(test)]
mod tests;
