//! Near words for those that occur nowhere.

use std::cmp::Reverse;

use rapidfuzz::distance::osa;
use tantivy::Searcher;

use super::IndexError;
use super::files::Fields;

/// A word of a query that occurs nowhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// In lower case.
    pub word: String,
    /// Words that do occur, nearest first; none where nothing is near.
    pub near: Vec<String>,
}

/// How many near words are given, at most.
const MOST: usize = 3;

/// The words of the index, each with how many passages hold it.
pub fn vocabulary(searcher: &Searcher, fields: Fields) -> Result<Vec<(String, u32)>, IndexError> {
    let mut words = std::collections::BTreeMap::<String, u32>::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(fields.plain)?;
        let mut terms = index.terms().stream()?;
        while let Some((term, info)) = terms.next() {
            *words.entry(String::from_utf8_lossy(term).into_owned()).or_default() += info.doc_freq;
        }
    }
    Ok(words.into_iter().collect())
}

/// The words of `vocabulary` nearest to `word`: fewest letters changed, then most often used.
pub fn nearest(word: &str, vocabulary: &[(String, u32)]) -> Vec<String> {
    let length = word.chars().count();
    let allowed = match length {
        0..=2 => 0,
        3..=5 => 1,
        _ => 2,
    };
    let mut near = Vec::new();
    for (candidate, used) in vocabulary {
        // Cheap to tell, and true of nearly every word: lengths too far apart.
        let other = candidate.chars().count();
        let changes = if other.abs_diff(length) <= allowed {
            osa::distance(word.chars(), candidate.chars())
        } else {
            usize::MAX
        };
        let begins = length >= 4 && candidate.starts_with(word);
        if changes <= allowed || begins {
            near.push((changes.min(allowed + 1), Reverse(*used), candidate));
        }
    }
    near.sort();
    near.into_iter().take(MOST).map(|(_, _, candidate)| candidate.clone()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearest_words_come_by_letters_changed_then_by_use() {
        let words = [
            ("autism", 3),
            ("autistic", 9),
            ("waiting", 2),
            ("wanting", 1),
            ("waits", 4),
            ("paediatrician", 1),
        ];
        let words: Vec<(String, u32)> = words.iter().map(|&(word, used)| (word.to_owned(), used)).collect();
        assert_eq!(nearest("autsim", &words), ["autism"]);
        assert_eq!(nearest("waitng", &words), ["waiting", "waits", "wanting"]);
        assert_eq!(nearest("paediat", &words), ["paediatrician"]);
        assert!(nearest("zz", &words).is_empty());
    }
}
