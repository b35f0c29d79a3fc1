use std::ops::Range;

/// A pattern as its file has it, and with its fragments put in.
#[derive(Debug, Clone, Default)]
pub struct Expanded {
    pub written: String,
    pub whole: String,
    /// The same with a group of the same names in each fragment's place: it is valid where `whole` is, and soon
    /// parsed.
    pub sketch: String,
    /// In the order in which they stand.
    fragments: Vec<Inserted>,
    /// What stands before the pattern in `whole`, in bytes.
    before: usize,
}

/// A fragment's name in `written`, with its braces, and what stands for it in `whole` and in `sketch`.
#[derive(Debug, Clone)]
struct Inserted {
    name: Range<usize>,
    whole: Range<usize>,
    sketch: Range<usize>,
}

/// What a fragment stands for, and a group with the same names in it.
#[derive(Debug, Clone, Default)]
pub struct Stands {
    pub whole: String,
    pub sketch: String,
}

impl Stands {
    pub fn for_pattern(pattern: &Expanded) -> Self {
        let groups: Vec<String> =
            group_names(&pattern.sketch).iter().map(|name| format!("(?P<{name}>)")).collect();
        Self { whole: pattern.whole.clone(), sketch: format!("(?:{})", groups.concat()) }
    }
}

/// The names of a pattern's groups, told by their signs: the pattern may not be valid.
fn group_names(pattern: &str) -> Vec<&str> {
    let after = |(at, _): (usize, &str)| {
        let opens = &pattern[at + "(?".len()..];
        let name = opens.strip_prefix("P<").or_else(|| opens.strip_prefix('<'))?;
        let escaped = pattern[..at].ends_with('\\');
        name.split_once('>').map(|(name, _)| name).filter(|name| !escaped && !name.starts_with(['=', '!']))
    };
    pattern.match_indices("(?").filter_map(after).collect()
}

/// Where a part of a pattern comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// It is written so, there.
    Written(Range<usize>),
    /// A fragment stands for it, whose name is written there.
    Fragment(Range<usize>),
}

impl Expanded {
    /// A pattern without fragments.
    pub fn plain(pattern: &str) -> Self {
        let mut plain = Self::default();
        plain.push(pattern);
        plain
    }

    /// Adds a piece of the pattern as it is written.
    pub fn push(&mut self, written: &str) {
        self.written.push_str(written);
        self.whole.push_str(written);
        self.sketch.push_str(written);
    }

    /// Adds a fragment by its name, and what it stands for.
    pub fn push_fragment(&mut self, name: &str, stands: &Stands) {
        let name = grown(&mut self.written, &format!("{{{name}}}"));
        let whole = grown(&mut self.whole, &stands.whole);
        let sketch = grown(&mut self.sketch, &stands.sketch);
        self.fragments.push(Inserted { name, whole, sketch });
    }

    /// The same pattern inside another.
    pub fn within(mut self, before: &str, after: &str) -> Self {
        self.whole = format!("{before}{}{after}", self.whole);
        self.sketch = format!("{before}{}{after}", self.sketch);
        self.before += before.len();
        let moved = |range: &Range<usize>| range.start + before.len()..range.end + before.len();
        for fragment in &mut self.fragments {
            (fragment.whole, fragment.sketch) = (moved(&fragment.whole), moved(&fragment.sketch));
        }
        self
    }

    /// The place in `whole` of a place in `written` that is in no fragment's name.
    pub fn place(&self, written: usize) -> usize {
        let above = self.fragments.iter().take_while(|it| it.name.end <= written).last();
        above.map_or(self.before + written, |it| it.whole.end + (written - it.name.end))
    }

    /// Where a part of `sketch` comes from.
    pub fn origin(&self, part: Range<usize>) -> Origin {
        let inside = |it: &&Inserted| it.sketch.contains(&part.start);
        if let Some(fragment) = self.fragments.iter().find(inside) {
            return Origin::Fragment(fragment.name.clone());
        }
        let start = self.written_at(part.start);
        Origin::Written(start..self.written_at(part.end).max(start))
    }

    /// The place in `written` of a place in `sketch`; the end of a fragment's name for one inside it.
    fn written_at(&self, place: usize) -> usize {
        let above = self.fragments.iter().take_while(|it| it.sketch.start < place).last();
        let (written, from) = above.map_or((0, self.before), |it| (it.name.end, it.sketch.end));
        (written + place.saturating_sub(from)).min(self.written.len())
    }
}

/// Adds to a text and says where it stands.
fn grown(text: &mut String, more: &str) -> Range<usize> {
    let start = text.len();
    text.push_str(more);
    start..text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern() -> Expanded {
        let mut pattern = Expanded::default();
        pattern.push("on ");
        let sketch = "(?:(?P<day>))".to_owned();
        pattern.push_fragment("date", &Stands { whole: "(?:(?P<day>\\d+) may)".to_owned(), sketch });
        pattern.push(" we (came");
        pattern
    }

    #[test]
    fn places_go_over_from_the_one_to_the_other_and_back() {
        for pattern in [pattern(), pattern().within("^(?:", ")$")] {
            let came = pattern.written.find("came").unwrap();
            let place = pattern.place(came);
            assert_eq!(&pattern.whole[place..place + 4], "came");
            let place = pattern.sketch.find("came").unwrap();
            assert_eq!(pattern.origin(place..place + 4), Origin::Written(came..came + 4));
            let day = pattern.sketch.find("day").unwrap();
            assert_eq!(pattern.origin(day..day + 3), Origin::Fragment(3..9));
        }
    }
}
