use crate::text::fold_char;

/// A text of which letters and digits alone count, in lower case: what stays of it however it is set. Line
/// ends, hyphens, bullets and punctuation differ between two copies of a letter; these do not.
#[derive(Debug, Clone)]
pub struct Plain {
    text: String,
    /// For each byte of `text`, the code point of the original that it stands for.
    origin: Vec<usize>,
    /// The original's code points.
    characters: Vec<char>,
}

impl Plain {
    pub fn new(original: &str) -> Self {
        let characters: Vec<char> = original.chars().collect();
        let (mut text, mut origin) = (String::new(), Vec::new());
        for (at, character) in characters.iter().enumerate() {
            let kept = fold_char(*character).filter(|folded| folded.is_alphanumeric());
            text.extend(kept.into_iter().flat_map(char::to_lowercase));
            origin.resize(text.len(), at);
        }
        Self { text, origin, characters }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where `wanted` stands as whole words, as ranges of code points of the original.
    pub fn find(&self, wanted: &Plain) -> Vec<(usize, usize)> {
        if wanted.text.is_empty() {
            return Vec::new();
        }
        let found = self.text.match_indices(&wanted.text);
        let range = |(start, words): (usize, &str)| {
            let last = start + words.len() - 1;
            (self.origin[start], self.origin[last] + 1)
        };
        found
            .map(range)
            .filter(|&(start, end)| !self.is_inside_word(start) && !self.is_inside_word(end))
            .collect()
    }

    /// Whether the place before the code point `at` stands between two characters of a word.
    fn is_inside_word(&self, at: usize) -> bool {
        let is_word =
            |at: usize| self.characters.get(at).is_some_and(|character| character.is_alphanumeric());
        at > 0 && is_word(at - 1) && is_word(at)
    }

    /// How much of the words around a range of code points agrees with a prefix and a suffix, in characters.
    pub fn agreement(&self, (start, end): (usize, usize), prefix: &Plain, suffix: &Plain) -> usize {
        let from = self.origin.partition_point(|&origin| origin < start);
        let to = self.origin.partition_point(|&origin| origin < end);
        let before = self.text[..from].chars().rev().zip(prefix.text.chars().rev());
        let after = self.text[to..].chars().zip(suffix.text.chars());
        before.take_while(|(one, other)| one == other).count()
            + after.take_while(|(one, other)| one == other).count()
    }

    /// The original between two code points.
    pub fn slice(&self, (start, end): (usize, usize)) -> String {
        self.characters[start.min(end)..end.min(self.characters.len())].iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found(text: &str, wanted: &str) -> Vec<String> {
        let text = Plain::new(text);
        text.find(&Plain::new(wanted)).into_iter().map(|range| text.slice(range)).collect()
    }

    #[test]
    fn words_are_found_however_they_are_set() {
        assert_eq!(
            found("• The area’s co-\nproduction, at last", "area's coproduction"),
            ["area’s co-\nproduction"]
        );
        assert_eq!(found("partial art", "art"), ["art"]);
        assert_eq!(found("anything", " – "), [""; 0]);
    }

    proptest! {
        #[test]
        fn a_passage_is_found_where_it_was_cut_from(before in "[a-c ]{0,9}", words in "[d-f]{1,5}( [d-f]{1,5}){0,3}", after in "[a-c ]{0,9}") {
            let text = format!("{before} {words} {after}");
            prop_assert_eq!(found(&text, &words), [words.clone()]);
            let broken = text.replace(' ', "\n");
            prop_assert_eq!(found(&broken, &words), [words.replace(' ', "\n")]);
        }
    }
}
