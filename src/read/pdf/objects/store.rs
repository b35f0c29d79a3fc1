//! The objects of a file, each read when it is first asked for.

use std::cell::{Cell, OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::syntax::Syntax;
use super::{Data, Object, ObjectId, Stream, inflate};
use crate::read::pdf::limits;

/// An object that a file says it has.
#[derive(Debug)]
pub struct Slot {
    pub id: ObjectId,
    pub place: Place,
    object: OnceCell<Object>,
}

/// Where an object stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At this byte of the file.
    At(u32),
    /// In the stream that is the object `container`, as its object `index`, from 0.
    In { container: u32, index: u16 },
}

impl Slot {
    pub fn new(id: ObjectId, place: Place) -> Self {
        Self { id, place, object: OnceCell::new() }
    }
}

/// The objects of a sound file.
#[derive(Debug)]
pub struct Store<'b> {
    bytes: &'b [u8],
    /// In order of their numbers.
    slots: Vec<Slot>,
    containers: RefCell<HashMap<u32, Rc<Container>>>,
    /// Bytes that object streams may still inflate to.
    room: Cell<usize>,
    /// How many objects are being read, one for the sake of the other.
    depth: Cell<usize>,
    amiss: Cell<bool>,
}

/// An object stream, inflated.
#[derive(Debug)]
struct Container {
    bytes: Vec<u8>,
    /// The numbers of its objects, and where each begins.
    places: Vec<(u32, usize)>,
}

static NULL: Object = Object::Null;

impl<'b> Store<'b> {
    /// `room` is how many bytes its object streams may inflate to together.
    pub fn new(bytes: &'b [u8], slots: Vec<Slot>, room: usize) -> Self {
        Self {
            bytes,
            slots,
            containers: RefCell::default(),
            room: Cell::new(room),
            depth: Cell::new(0),
            amiss: Cell::new(false),
        }
    }

    /// Whether an object that was asked for is not as it should be, so that the file is not sound after all.
    pub fn is_amiss(&self) -> bool {
        self.amiss.get()
    }

    pub fn set_amiss(&self) {
        self.amiss.set(true);
    }

    /// An object; null where there is none.
    pub fn get(&self, id: ObjectId) -> &Object {
        let Some(slot) = self.slot(id.0).filter(|slot| slot.id == id) else { return &NULL };
        if let Some(object) = slot.object.get() {
            return object;
        }
        let object = self.read(slot).unwrap_or_else(|| {
            self.set_amiss();
            Object::Null
        });
        slot.object.get_or_init(|| object)
    }

    fn slot(&self, number: u32) -> Option<&Slot> {
        // Numbers without gaps, from 1 on, are the rule.
        let guess = (number as usize).checked_sub(1).and_then(|index| self.slots.get(index));
        guess.filter(|slot| slot.id.0 == number).or_else(|| {
            let found = self.slots.binary_search_by_key(&number, |slot| slot.id.0);
            Some(&self.slots[found.ok()?])
        })
    }

    fn read(&self, slot: &Slot) -> Option<Object> {
        if self.depth.get() >= limits::REFERENCES || self.is_amiss() {
            return None;
        }
        self.depth.set(self.depth.get() + 1);
        let object = match slot.place {
            Place::At(offset) => self.read_at(offset as usize),
            Place::In { container, index } => self.read_in(container, index, slot.id),
        };
        self.depth.set(self.depth.get() - 1);
        object
    }

    fn read_at(&self, offset: usize) -> Option<Object> {
        let mut syntax = Syntax::at(self.bytes, offset);
        syntax.header()?;
        let object = syntax.object()?;
        let Object::Dictionary(dict) = object else { return Some(object) };
        let Some(start) = syntax.stream() else { return Some(Object::Dictionary(dict)) };
        let length = self.resolved(dict.get(b"Length")?).as_integer()?.try_into().ok()?;
        let mut end = Syntax::at(self.bytes, start.checked_add(length)?);
        end.end_of_line();
        end.word(b"endstream")?;
        Some(Object::Stream(Box::new(Stream { dict, data: Data::InFile { start, length } })))
    }

    fn read_in(&self, container: u32, index: u16, id: ObjectId) -> Option<Object> {
        let container = self.container(container)?;
        let (number, at) = *container.places.get(usize::from(index))?;
        let mut syntax = Syntax::at(&container.bytes, at);
        syntax.blank();
        (number == id.0).then(|| syntax.object())?
    }

    fn container(&self, number: u32) -> Option<Rc<Container>> {
        if let Some(container) = self.containers.borrow().get(&number) {
            return Some(Rc::clone(container));
        }
        let slot = self.slot(number).filter(|slot| matches!(slot.place, Place::At(_)))?;
        let stream = self.get(slot.id).as_stream().filter(|stream| stream.dict.has_type(b"ObjStm"))?;
        let bytes =
            inflate::content(stream, self.bytes, |object| self.resolved(object), self.room.get()).ok()?;
        let bytes = bytes.into_owned();
        self.room.set(self.room.get() - bytes.len());
        let number_at = |key: &[u8]| usize::try_from(stream.dict.get(key)?.as_integer()?).ok();
        let (count, first) = (number_at(b"N")?, number_at(b"First")?);
        let mut syntax = Syntax::at(&bytes, 0);
        let mut places = Vec::with_capacity(count.min(bytes.len() / 4));
        for _ in 0..count {
            syntax.blank();
            let number = syntax.count()?;
            syntax.blank();
            places.push((number, first.checked_add(syntax.count()?)?));
        }
        let container = Rc::new(Container { bytes, places });
        self.containers.borrow_mut().insert(number, Rc::clone(&container));
        Some(container)
    }

    fn resolved<'a>(&'a self, object: &'a Object) -> &'a Object {
        let mut object = object;
        for _ in 0..limits::REFERENCES {
            let Object::Reference(id) = object else { return object };
            object = self.get(*id);
        }
        &NULL
    }
}
