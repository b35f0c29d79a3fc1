/// A column, and what its values say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// In `lower_case`; the same name says the same thing in every table.
    pub name: String,
    pub kind: Kind,
    /// One sentence or two.
    pub description: String,
    /// Every row has a value.
    pub required: bool,
    /// Every value, where the program has a closed list of them; empty otherwise.
    pub one_of: Vec<&'static str>,
}

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Text,
    Integer,
    Number,
    Boolean,
    /// ISO 8601: a day (`2018-03-05`), or a month (`2018-03`) where a letter gives no more. Formats that know
    /// whole days only have it as text, since a first of the month would be made up.
    Date,
}

impl Column {
    pub fn new(kind: Kind, name: impl Into<String>, description: impl Into<String>) -> Self {
        Self { name: name.into(), kind, description: description.into(), required: false, one_of: Vec::new() }
    }

    pub fn text(name: impl Into<String>, description: impl Into<String>) -> Self {
        Self::new(Kind::Text, name, description)
    }

    pub fn integer(name: impl Into<String>, description: impl Into<String>) -> Self {
        Self::new(Kind::Integer, name, description)
    }

    pub fn number(name: impl Into<String>, description: impl Into<String>) -> Self {
        Self::new(Kind::Number, name, description)
    }

    pub fn boolean(name: impl Into<String>, description: impl Into<String>) -> Self {
        Self::new(Kind::Boolean, name, description)
    }

    pub fn date(name: impl Into<String>, description: impl Into<String>) -> Self {
        Self::new(Kind::Date, name, description)
    }

    /// Every row has a value.
    pub fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// The only values there are.
    pub fn one_of(self, values: &[&'static str]) -> Self {
        Self { one_of: values.to_vec(), ..self }
    }
}

impl Kind {
    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Kind::Text => "text",
            Kind::Integer => "integer",
            Kind::Number => "number",
            Kind::Boolean => "boolean",
            Kind::Date => "date",
        }
    }
}
