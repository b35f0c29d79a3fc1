//! The fixed words of a letter record, as types: what a rule may say and a record may hold. The words that
//! each pack chooses for itself are in [`super::names`].

/// Declares an enum whose variants have one name each in rule files, records and the store.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$variant_doc])* $variant),+ }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The names of all, in the same order.
            pub const NAMES: &'static [&'static str] = &[$($text),+];

            /// The name in rule files and records.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            pub fn from_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|value| value.name() == name)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
                Self::from_name(&name).ok_or_else(|| {
                    serde::de::Error::custom(format!("{name:?} is no {}", stringify!($name)))
                })
            }
        }
    };
}

vocabulary! {
    /// What a letter says has become of a finding.
    Judgement {
        /// First named here.
        Identified = "identified",
        Sufficient = "sufficient",
        NotSufficient = "not_sufficient",
        /// Restated, no judgement given.
        NotJudged = "not_judged",
        Effective = "effective",
        NotEffective = "not_effective",
    }
}

vocabulary! {
    /// Whose words a piece of evidence is.
    EvidenceRole {
        /// The inspectors' own.
        Finding = "finding",
        /// What the area said of itself.
        Reported = "reported",
        NextStep = "next_step",
    }
}

vocabulary! {
    Polarity {
        MainFinding = "main_finding",
        Strengths = "strengths",
        AreasForDevelopment = "areas_for_development",
        Neutral = "neutral",
    }
}

vocabulary! {
    /// The unit in which a period is given.
    PeriodUnit {
        WorkingDays = "working_days",
        Days = "days",
        Weeks = "weeks",
        Months = "months",
        Years = "years",
    }
}

vocabulary! {
    /// What a block is, as rules name it.
    BlockName {
        Heading = "heading",
        Paragraph = "paragraph",
        ListItem = "list_item",
        /// Whatever stands in a table.
        Cell = "cell",
        /// What stands in a table's header.
        HeaderCell = "header_cell",
    }
}

vocabulary! {
    /// The fields of a letter that rules fill.
    FieldName {
        Title = "title",
        Area = "area",
        Dated = "dated",
        Published = "published",
        Visit = "visit",
        PreviousVisit = "previous_visit",
    }
}
