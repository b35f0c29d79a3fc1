use super::Name;

/// The number of an object, and its generation.
pub type ObjectId = (u32, u16);

/// An object of a file, as far as reading needs it.
#[derive(Debug, Clone, PartialEq)]
pub enum Object {
    Null,
    Boolean,
    Integer(i64),
    Real(f32),
    Name(Name),
    /// What strings say is passed over: nothing that is read stands in one.
    String,
    Array(Box<[Object]>),
    Dictionary(Dictionary),
    Stream(Box<Stream>),
    Reference(ObjectId),
}

#[derive(Debug, Clone, PartialEq)]
pub struct Stream {
    pub dict: Dictionary,
    pub data: Data,
}

/// The bytes of a stream, with its filters still to be undone.
#[derive(Debug, Clone, PartialEq)]
pub enum Data {
    /// A range of the file.
    InFile {
        start: usize,
        length: usize,
    },
    Owned(Vec<u8>),
}

impl Object {
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Object::Integer(number) => Some(*number),
            _ => None,
        }
    }

    pub fn as_number(&self) -> Option<f32> {
        let number = match self {
            Object::Integer(number) => *number as f32,
            Object::Real(number) => *number,
            _ => return None,
        };
        Some(number).filter(|number| number.is_finite())
    }

    pub fn as_name(&self) -> Option<&[u8]> {
        match self {
            Object::Name(name) => Some(name.bytes()),
            _ => None,
        }
    }

    pub fn as_array(&self) -> Option<&[Object]> {
        match self {
            Object::Array(array) => Some(array),
            _ => None,
        }
    }

    /// A dictionary, or the dictionary of a stream.
    pub fn as_dict(&self) -> Option<&Dictionary> {
        match self {
            Object::Dictionary(dict) => Some(dict),
            Object::Stream(stream) => Some(&stream.dict),
            _ => None,
        }
    }

    pub fn as_stream(&self) -> Option<&Stream> {
        match self {
            Object::Stream(stream) => Some(stream),
            _ => None,
        }
    }

    pub fn as_reference(&self) -> Option<ObjectId> {
        match self {
            Object::Reference(id) => Some(*id),
            _ => None,
        }
    }
}

/// Entries by name.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Dictionary(Box<[(Name, Object)]>);

/// A dictionary with more entries than this is kept in order, to be searched by halves.
const FEW: usize = 16;

impl Dictionary {
    /// Of entries with one name the last counts.
    pub fn of(mut entries: Vec<(Name, Object)>) -> Self {
        entries.reverse();
        if entries.len() > FEW {
            entries.sort_by(|(one, _), (other, _)| one.bytes().cmp(other.bytes()));
            entries.dedup_by(|(later, _), (kept, _)| later == kept);
        }
        Self(entries.into_boxed_slice())
    }

    pub fn get(&self, key: &[u8]) -> Option<&Object> {
        if self.0.len() <= FEW {
            return self.0.iter().find(|(name, _)| name.bytes() == key).map(|(_, object)| object);
        }
        let at = self.0.binary_search_by(|(name, _)| name.bytes().cmp(key)).ok()?;
        Some(&self.0[at].1)
    }

    pub fn has_type(&self, name: &[u8]) -> bool {
        self.get(b"Type").and_then(Object::as_name) == Some(name)
    }

    pub fn entries(&self) -> impl Iterator<Item = (&[u8], &Object)> {
        self.0.iter().map(|(name, object)| (name.bytes(), object))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_entries_with_one_name_the_last_counts_in_small_and_large_dictionaries() {
        for others in [0, 100] {
            let mut entries: Vec<(Name, Object)> = (0..others)
                .map(|number: i64| (Name::of(number.to_string().as_bytes()), Object::Null))
                .collect();
            entries.insert(0, (Name::of(b"K"), Object::Integer(1)));
            entries.push((Name::of(b"K"), Object::Integer(2)));
            assert_eq!(Dictionary::of(entries.clone()).get(b"K"), Some(&Object::Integer(2)));
            assert_eq!(Dictionary::of(entries).get(b"L"), None);
        }
    }
}
