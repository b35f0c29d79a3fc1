use crate::read::pdf::content::{Content, Mark};
use crate::read::pdf::structure::ContentKey;

/// The runs of each marked-content sequence, to be taken once each.
pub struct NamedRuns {
    /// In order of their keys, and by number within one; `None` once taken.
    runs: Vec<(ContentKey, Option<usize>)>,
}

impl NamedRuns {
    /// The runs that the structure tree can name; with them come those that it cannot though they are no artifacts.
    pub fn of(content: &Content) -> (Self, Vec<usize>) {
        let mut runs = Vec::with_capacity(content.runs.len());
        let mut unnamed = Vec::new();
        for (index, run) in content.runs.iter().enumerate() {
            match ContentKey::of(run) {
                Some(key) => runs.push((key, Some(index))),
                None if run.mark == Mark::Outside => unnamed.push(index),
                None => {}
            }
        }
        runs.sort_by_key(|(key, _)| *key);
        (Self { runs }, unnamed)
    }

    /// Takes the runs of a sequence, if they are not yet taken.
    pub fn take(&mut self, key: &ContentKey) -> impl Iterator<Item = usize> {
        let first = self.runs.partition_point(|(other, _)| other < key);
        let named =
            self.runs[first..].iter_mut().take_while(move |(other, run)| other == key && run.is_some());
        named.filter_map(|(_, run)| run.take())
    }

    /// The runs that nothing has taken.
    pub fn rest(self) -> impl Iterator<Item = usize> {
        self.runs.into_iter().filter_map(|(_, run)| run)
    }
}
