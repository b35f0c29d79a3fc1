//! Objects from `lopdf`'s and to them.

use super::{Data, Dictionary, Name, Object, Stream};

pub fn object(object: &Object) -> lopdf::Object {
    match object {
        Object::Null | Object::String => lopdf::Object::Null,
        Object::Boolean => lopdf::Object::Boolean(true),
        Object::Integer(number) => lopdf::Object::Integer(*number),
        Object::Real(number) => lopdf::Object::Real(*number),
        Object::Name(name) => lopdf::Object::Name(name.bytes().to_vec()),
        Object::Array(array) => lopdf::Object::Array(array.iter().map(self::object).collect()),
        Object::Dictionary(dict) => lopdf::Object::Dictionary(dictionary(dict)),
        Object::Stream(stream) => lopdf::Object::Dictionary(dictionary(&stream.dict)),
        Object::Reference(id) => lopdf::Object::Reference(*id),
    }
}

pub fn dictionary(dict: &Dictionary) -> lopdf::Dictionary {
    dict.entries().map(|(name, value)| (name.to_vec(), object(value))).collect()
}

impl From<lopdf::Object> for Object {
    fn from(object: lopdf::Object) -> Self {
        match object {
            lopdf::Object::Null => Object::Null,
            lopdf::Object::Boolean(_) => Object::Boolean,
            lopdf::Object::Integer(number) => Object::Integer(number),
            lopdf::Object::Real(number) => Object::Real(number),
            lopdf::Object::Name(name) => Object::Name(Name::of(&name)),
            lopdf::Object::String(..) => Object::String,
            lopdf::Object::Array(array) => Object::Array(array.into_iter().map(Object::from).collect()),
            lopdf::Object::Dictionary(dict) => Object::Dictionary(dict.into()),
            lopdf::Object::Stream(stream) => {
                let data = Data::Owned(stream.content);
                Object::Stream(Box::new(Stream { dict: stream.dict.into(), data }))
            }
            lopdf::Object::Reference(id) => Object::Reference(id),
        }
    }
}

impl From<lopdf::Dictionary> for Dictionary {
    fn from(dict: lopdf::Dictionary) -> Self {
        Dictionary::of(dict.into_iter().map(|(name, object)| (Name::of(&name), object.into())).collect())
    }
}
