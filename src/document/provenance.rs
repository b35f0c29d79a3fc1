use std::collections::BTreeSet;

use super::page_box::{self, PageBox};
use crate::text::Span;

/// Where in the source each part of the text stands.
///
/// Pages count from 1 and are those of the file, whatever numbers are printed on them. A text file
/// without page marks has one page. Lines count from 1 and are kept for text files only; boxes are kept for
/// files that say where on a page their words stand.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Provenance {
    pages: u32,
    /// Runs of text from one place, by where they start; a run ends where the next begins.
    runs: Vec<Run>,
    /// The words that have a place on their page, by where they start.
    words: Vec<Word>,
    /// `(byte, per cent)` for the words that were read by OCR, by where they start.
    confidences: Vec<(u32, u8)>,
    /// `(page, quarter turns clockwise)` for the pages that are shown turned, in order.
    turns: Vec<(u32, u8)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Run {
    pub start: usize,
    pub page: u32,
    pub line: Option<u32>,
}

/// A word, or the part of it that one line holds. There is one for each word of a file, so it is kept small.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Word {
    /// In bytes; it ends where the next begins at the latest.
    pub start: u32,
    /// As the page is shown, so that its lines are level.
    pub at: PageBox,
}

impl Provenance {
    pub(super) fn new(pages: u32, runs: Vec<Run>, words: Vec<Word>) -> Self {
        debug_assert!(runs.is_sorted_by_key(|run| run.start));
        debug_assert!(words.is_sorted_by_key(|word| word.start));
        Self { pages, runs, words, confidences: Vec::new(), turns: Vec::new() }
    }

    pub(super) fn with_turns(self, turns: Vec<(u32, u8)>) -> Self {
        Self { turns, ..self }
    }

    pub(super) fn with_confidences(self, confidences: Vec<(u32, u8)>) -> Self {
        Self { confidences, ..self }
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

    /// Where the words of a range stand, one box a line, in reading order; a word that is in the range in part
    /// is boxed whole. Empty for a file that has no pages to look at.
    pub fn boxes_of(&self, span: Span) -> Vec<PageBox> {
        let words = self.words[self.word_at(span.start)..].iter();
        let words = words.take_while(|word| (word.start as usize) < span.end);
        let mut lines = page_box::lines(words.map(|word| word.at));
        lines.iter_mut().for_each(|line| *line = line.turned_back(self.turns_of(line.page)));
        lines
    }

    /// How sure OCR was of the words of a range that it has read, in per cent: the mean over the words. `None`
    /// where it has read none of them.
    pub fn ocr_confidence(&self, span: Span) -> Option<u8> {
        let start = self.words.get(self.word_at(span.start))?.start;
        let first = self.confidences.partition_point(|(byte, _)| *byte < start);
        let read = self.confidences[first..].iter().take_while(|(byte, _)| (*byte as usize) < span.end);
        let (count, sum) = read.fold((0, 0), |(count, sum), (_, sure)| (count + 1, sum + u32::from(*sure)));
        // The mean, to the nearest whole number.
        (count > 0).then(|| ((sum + count / 2) / count) as u8)
    }

    /// The pages that were read by OCR, in order.
    pub fn ocr_pages(&self) -> Vec<u32> {
        let pages: BTreeSet<u32> =
            self.confidences.iter().filter_map(|(byte, _)| self.page_at(*byte as usize)).collect();
        pages.into_iter().collect()
    }

    /// The number of the word that stands at byte `at`, or else begins next.
    fn word_at(&self, at: usize) -> usize {
        self.words.partition_point(|word| word.start as usize <= at).saturating_sub(1)
    }

    fn turns_of(&self, page: u32) -> u8 {
        let found = self.turns.binary_search_by_key(&page, |(page, _)| *page);
        found.map_or(0, |index| self.turns[index].1)
    }
}
