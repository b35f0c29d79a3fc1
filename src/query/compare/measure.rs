use serde::{Serialize, Serializer};

/// What is told of each cell; [`super`] has the definitions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Measure {
    /// How many findings.
    #[default]
    Count,
    /// Of the letters that could have named one, how many do.
    Share,
    /// How many findings of each judgement.
    Judgement,
}

impl Measure {
    pub fn name(self) -> &'static str {
        match self {
            Measure::Count => "count",
            Measure::Share => "share",
            Measure::Judgement => "judgement",
        }
    }
}

impl Serialize for Measure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
