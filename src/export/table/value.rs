use crate::record::PartialDate;

use super::Kind;

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Text(String),
    Integer(i64),
    Number(f64),
    Boolean(bool),
    /// A day, or a month where no more is known.
    Date(PartialDate),
    /// Not known, or not stated.
    Absent,
}

impl Value {
    /// Whether it may stand in a column of that kind.
    pub fn is_of(&self, kind: Kind) -> bool {
        match self {
            Value::Text(_) => kind == Kind::Text,
            Value::Integer(_) => kind == Kind::Integer,
            Value::Number(_) => kind == Kind::Number,
            Value::Boolean(_) => kind == Kind::Boolean,
            Value::Date(_) => kind == Kind::Date,
            Value::Absent => true,
        }
    }

    /// The value as plain text: `true`, `0.85`, `2018-03`; nothing for what is absent.
    pub fn plain(&self) -> std::borrow::Cow<'_, str> {
        match self {
            Value::Text(text) => text.as_str().into(),
            Value::Integer(number) => number.to_string().into(),
            Value::Number(number) => number.to_string().into(),
            Value::Boolean(truth) => truth.to_string().into(),
            Value::Date(date) => date.to_string().into(),
            Value::Absent => "".into(),
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<&String> for Value {
    fn from(text: &String) -> Self {
        Value::Text(text.clone())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<u8> for Value {
    fn from(number: u8) -> Self {
        Value::Integer(number.into())
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Value::Integer(number.into())
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        Value::Integer(number as i64)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Value::Number(number)
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Value::Boolean(truth)
    }
}

impl From<PartialDate> for Value {
    fn from(date: PartialDate) -> Self {
        Value::Date(date)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Absent, Into::into)
    }
}
