use crate::text::Span;

/// Where in the source each part of the text stands.
///
/// Pages count from 1 and are those of the file, whatever numbers are printed on them. A text file
/// without page marks has one page. Lines count from 1 and are kept for text files only.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Provenance {
    pages: u32,
    /// Runs of text from one place, by where they start; a run ends where the next begins.
    runs: Vec<Run>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub start: usize,
    pub page: u32,
    pub line: Option<u32>,
}

impl Provenance {
    pub(super) fn new(pages: u32, runs: Vec<Run>) -> Self {
        debug_assert!(runs.is_sorted_by_key(|run| run.start));
        Self { pages, runs }
    }

    /// The number of pages in the file.
    pub fn pages(&self) -> u32 {
        self.pages
    }

    fn run_at(&self, at: usize) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.start <= at);
        after.checked_sub(1).map(|index| &self.runs[index])
    }

    /// The page on which the character at byte `at` stands; `None` in an empty document.
    pub fn page_at(&self, at: usize) -> Option<u32> {
        self.run_at(at).map(|run| run.page)
    }

    /// The line of a text file on which the character at byte `at` stands.
    pub fn line_at(&self, at: usize) -> Option<u32> {
        self.run_at(at).and_then(|run| run.line)
    }

    /// The pages a range touches, first to last in page order.
    pub fn pages_of(&self, span: Span) -> Option<(u32, u32)> {
        let first = self.runs.partition_point(|run| run.start <= span.start).checked_sub(1)?;
        let touched = self.runs[first..].iter().take_while(|run| run.start < span.end.max(span.start + 1));
        let (low, high) =
            touched.fold((u32::MAX, 0), |(low, high), run| (low.min(run.page), high.max(run.page)));
        Some((low, high))
    }
}
