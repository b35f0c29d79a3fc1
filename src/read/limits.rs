use std::fmt;
use std::time::Duration;

/// What reading one file may cost. The defaults are above any real letter by a factor of ten or more; a file that
/// goes beyond one gives what was read before it, with a warning, or a [`ReadError`](super::ReadError) that names
/// the limit.
///
/// Bounds that no user has a reason to change stand in `pdf/limits.rs` and `marked/limits.rs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file itself.
    pub file_bytes: u64,
    /// Bytes that one stream of a PDF or one part of a Word file may inflate to, and of a web page. A page of text
    /// takes some 20,000.
    pub stream_bytes: u64,
    /// Bytes that may be read from all streams of a PDF, inflated, and held for its fonts. What is read twice
    /// counts twice.
    pub total_bytes: u64,
    /// Pages of a PDF.
    pub pages: u64,
    /// Drawing operators executed in a PDF.
    pub operators: u64,
    /// Levels of elements within elements, in the tags of a PDF, a Word file or a web page; at most
    /// [`Limit::most`].
    pub nesting: u64,
    /// Elements in the tags of a PDF, of a part of a Word file or of a web page.
    pub nodes: u64,
    /// Seconds that reading takes, by the clock, and that drawing one page for OCR takes. Time in OCR does not count
    /// else: it has bounds of its own.
    pub seconds: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 500 * MIB,
            stream_bytes: 32 * MIB,
            total_bytes: 256 * MIB,
            pages: 5_000,
            operators: 20_000_000,
            nesting: 160,
            nodes: 1_000_000,
            seconds: 60,
        }
    }
}

pub const MIB: u64 = 1 << 20;

/// Trees are walked by recursion, and the stack of a thread is what it is.
const DEEPEST: u64 = 250;

/// One of the [`Limits`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limit {
    FileBytes,
    StreamBytes,
    TotalBytes,
    Pages,
    Operators,
    Nesting,
    Nodes,
    Seconds,
}

impl Limit {
    pub const ALL: [Limit; 8] = [
        Limit::FileBytes,
        Limit::StreamBytes,
        Limit::TotalBytes,
        Limit::Pages,
        Limit::Operators,
        Limit::Nesting,
        Limit::Nodes,
        Limit::Seconds,
    ];

    /// The name of its field, in kebab-case.
    pub fn name(self) -> &'static str {
        match self {
            Limit::FileBytes => "file-bytes",
            Limit::StreamBytes => "stream-bytes",
            Limit::TotalBytes => "total-bytes",
            Limit::Pages => "pages",
            Limit::Operators => "operators",
            Limit::Nesting => "nesting",
            Limit::Nodes => "nodes",
            Limit::Seconds => "seconds",
        }
    }

    /// What it bounds, in a few words.
    pub fn about(self) -> &'static str {
        match self {
            Limit::FileBytes => "size of the file",
            Limit::StreamBytes => "one stream, part or web page, inflated",
            Limit::TotalBytes => "all that is read of one PDF, inflated",
            Limit::Pages => "pages of a PDF",
            Limit::Operators => "drawing operators of a PDF",
            Limit::Nesting => "elements within elements, 250 at most",
            Limit::Nodes => "elements of a file's structure",
            Limit::Seconds => "time that it takes, without OCR",
        }
    }

    pub fn is_in_bytes(self) -> bool {
        matches!(self, Limit::FileBytes | Limit::StreamBytes | Limit::TotalBytes)
    }

    /// What it can be raised to.
    pub fn most(self) -> u64 {
        if self == Limit::Nesting { DEEPEST } else { u64::MAX >> 1 }
    }

    /// A value of this limit as a user writes it: "64MiB".
    pub fn written(self, value: u64) -> String {
        match self {
            _ if self.is_in_bytes() && value >= MIB && value.is_multiple_of(MIB) => {
                format!("{}MiB", value / MIB)
            }
            Limit::Seconds => format!("{value}s"),
            _ => value.to_string(),
        }
    }
}

impl Limits {
    pub fn get(&self, limit: Limit) -> u64 {
        match limit {
            Limit::FileBytes => self.file_bytes,
            Limit::StreamBytes => self.stream_bytes,
            Limit::TotalBytes => self.total_bytes,
            Limit::Pages => self.pages,
            Limit::Operators => self.operators,
            Limit::Nesting => self.nesting.min(DEEPEST),
            Limit::Nodes => self.nodes,
            Limit::Seconds => self.seconds,
        }
    }

    pub fn set(&mut self, limit: Limit, value: u64) {
        let field = match limit {
            Limit::FileBytes => &mut self.file_bytes,
            Limit::StreamBytes => &mut self.stream_bytes,
            Limit::TotalBytes => &mut self.total_bytes,
            Limit::Pages => &mut self.pages,
            Limit::Operators => &mut self.operators,
            Limit::Nesting => &mut self.nesting,
            Limit::Nodes => &mut self.nodes,
            Limit::Seconds => &mut self.seconds,
        };
        *field = value;
    }

    /// The value of a limit as the size of something in memory.
    pub(super) fn size(&self, limit: Limit) -> usize {
        usize::try_from(self.get(limit)).unwrap_or(usize::MAX)
    }

    /// The value of `seconds`.
    pub fn time(&self) -> Duration {
        Duration::from_secs(self.seconds)
    }

    /// Says that a file goes beyond one of them.
    pub fn exceeded(&self, limit: Limit) -> Exceeded {
        Exceeded { limit, value: self.get(limit) }
    }
}

/// A limit that a file goes beyond, and its value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exceeded {
    pub limit: Limit,
    pub value: u64,
}

impl fmt::Display for Exceeded {
    /// What the file does, and the limit by name: "it has more than 5000 pages (limit `pages`)".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = self.limit.written(self.value).replace("MiB", " MiB");
        match self.limit {
            Limit::FileBytes => write!(f, "it is larger than {value}"),
            Limit::StreamBytes => write!(f, "a part of it holds more than {value}"),
            Limit::TotalBytes => write!(f, "its parts hold more than {value} together"),
            Limit::Pages => write!(f, "it has more than {value} pages"),
            Limit::Operators => write!(f, "it is drawn with more than {value} operators"),
            Limit::Nesting => write!(f, "its elements nest deeper than {value} levels"),
            Limit::Nodes => write!(f, "it has more than {value} elements"),
            Limit::Seconds => write!(f, "reading it takes more than {} seconds", self.value),
        }?;
        write!(f, " (limit `{}`)", self.limit.name())
    }
}

impl Exceeded {
    /// How to raise it: with twice its value, as far as it goes.
    pub fn help(&self) -> String {
        let twice = self.value.max(1).saturating_mul(2).min(self.limit.most());
        format!("raise it with `--read-limit {}={}`", self.limit.name(), self.limit.written(twice))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_that_is_exceeded_says_its_name_its_value_and_how_to_raise_it() {
        let limits = Limits::default();
        let exceeded = limits.exceeded(Limit::StreamBytes);
        assert_eq!(exceeded.to_string(), "a part of it holds more than 32 MiB (limit `stream-bytes`)");
        assert_eq!(exceeded.help(), "raise it with `--read-limit stream-bytes=64MiB`");
        assert_eq!(limits.exceeded(Limit::Nesting).help(), "raise it with `--read-limit nesting=250`");
    }

    #[test]
    fn each_limit_is_set_and_got_by_itself() {
        for (value, limit) in (100..).zip(Limit::ALL) {
            let mut limits = Limits::default();
            limits.set(limit, value);
            let changed = |other: &Limit| limits.get(*other) != Limits::default().get(*other);
            assert_eq!(Limit::ALL.into_iter().filter(changed).collect::<Vec<_>>(), [limit]);
            assert_eq!(limits.get(limit), value);
        }
    }
}
