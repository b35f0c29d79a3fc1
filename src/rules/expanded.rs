use std::ops::Range;

/// A pattern as its file has it, and with its fragments put in.
#[derive(Debug, Clone, Default)]
pub struct Expanded {
    pub written: String,
    pub whole: String,
    /// In the order in which they stand.
    fragments: Vec<Inserted>,
    /// What stands before the pattern in `whole`, in bytes.
    before: usize,
}

/// A fragment's name in `written`, with its braces, and what it stands for in `whole`.
#[derive(Debug, Clone)]
struct Inserted {
    name: Range<usize>,
    stands: Range<usize>,
}

/// Where a part of a whole pattern comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It is written so, there.
    Written(Range<usize>),
    /// A fragment stands for it, whose name is written there.
    Fragment(Range<usize>),
}

impl Expanded {
    /// A pattern without fragments.
    pub fn plain(pattern: String) -> Self {
        Self { written: pattern.clone(), whole: pattern, ..Self::default() }
    }

    /// Adds a piece of the pattern as it is written.
    pub fn push(&mut self, written: &str) {
        self.written.push_str(written);
        self.whole.push_str(written);
    }

    /// Adds a fragment by its name, and what it stands for.
    pub fn push_fragment(&mut self, name: &str, stands_for: &str) {
        let (name_start, start) = (self.written.len(), self.whole.len());
        self.written.push_str(&format!("{{{name}}}"));
        self.whole.push_str(stands_for);
        let (name, stands) = (name_start..self.written.len(), start..self.whole.len());
        self.fragments.push(Inserted { name, stands });
    }

    /// The same pattern inside another.
    pub fn within(mut self, before: &str, after: &str) -> Self {
        self.whole = format!("{before}{}{after}", self.whole);
        self.before += before.len();
        for fragment in &mut self.fragments {
            fragment.stands = fragment.stands.start + before.len()..fragment.stands.end + before.len();
        }
        self
    }

    /// The place in `whole` of a place in `written` that is in no fragment's name.
    pub fn place(&self, written: usize) -> usize {
        let above = self.fragments.iter().take_while(|it| it.name.end <= written).last();
        above.map_or(self.before + written, |it| it.stands.end + (written - it.name.end))
    }

    /// Where a part of `whole` comes from.
    pub fn origin(&self, whole: Range<usize>) -> Origin {
        let inside = |it: &&Inserted| it.stands.contains(&whole.start);
        if let Some(fragment) = self.fragments.iter().find(inside) {
            return Origin::Fragment(fragment.name.clone());
        }
        let start = self.written_at(whole.start);
        Origin::Written(start..self.written_at(whole.end).max(start))
    }

    /// The place in `written` of a place in `whole`; the end of a fragment's name for one inside it.
    fn written_at(&self, whole: usize) -> usize {
        let above = self.fragments.iter().take_while(|it| it.stands.start < whole).last();
        let (written, from) = above.map_or((0, self.before), |it| (it.name.end, it.stands.end));
        (written + whole.saturating_sub(from)).min(self.written.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern() -> Expanded {
        let mut pattern = Expanded::default();
        pattern.push("on ");
        pattern.push_fragment("date", "(?:\\d+ may)");
        pattern.push(" we (came");
        pattern
    }

    #[test]
    fn places_go_over_from_the_one_to_the_other_and_back() {
        for pattern in [pattern(), pattern().within("^(?:", ")$")] {
            let came = pattern.written.find("came").unwrap();
            let place = pattern.place(came);
            assert_eq!(&pattern.whole[place..place + 4], "came");
            assert_eq!(pattern.origin(place..place + 4), Origin::Written(came..came + 4));
            let may = pattern.whole.find("may").unwrap();
            assert_eq!(pattern.origin(may..may + 3), Origin::Fragment(3..9));
        }
    }
}
