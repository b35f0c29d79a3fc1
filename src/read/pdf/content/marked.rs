use crate::read::pdf::limits;

/// What marked content a run of text stands in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mark {
    /// In none, or in none that the structure tree could name.
    Outside,
    /// A running header, a footer, a page number or decoration.
    Artifact,
    /// A marked-content id, to be looked up in the structure tree.
    Id(u32),
}

/// The open marked-content sequences.
#[derive(Debug, Default)]
pub struct Marks {
    open: Vec<Mark>,
    /// Sequences opened beyond the limit, which are counted only.
    beyond: usize,
}

impl Marks {
    /// Opens a sequence, of an artifact or with this marked-content id. An artifact inside content is one, and content
    /// inside an artifact is none.
    pub fn open(&mut self, is_artifact: bool, id: Option<u32>) {
        if self.open.len() >= limits::MARKS {
            self.beyond += 1;
            return;
        }
        let mark = match (self.current(), id) {
            (Mark::Artifact, _) => Mark::Artifact,
            (_, Some(id)) => Mark::Id(id),
            _ if is_artifact => Mark::Artifact,
            (outer, None) => outer,
        };
        self.open.push(mark);
    }

    pub fn close(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
        } else {
            self.open.pop();
        }
    }

    pub fn current(&self) -> Mark {
        self.open.last().copied().unwrap_or(Mark::Outside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inner_sequences_belong_to_the_outer_one() {
        let mut marks = Marks::default();
        marks.open(false, Some(3));
        marks.open(false, None);
        assert_eq!(marks.current(), Mark::Id(3));
        marks.open(true, None);
        marks.open(false, Some(4));
        assert_eq!(marks.current(), Mark::Artifact);
        for _ in 0..9 {
            marks.close();
        }
        assert_eq!(marks.current(), Mark::Outside);
    }
}
