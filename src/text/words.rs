use std::collections::HashMap;

use tantivy::tokenizer::{Language, RawTokenizer, Stemmer, TextAnalyzer, TokenStream};

use super::{Span, fold_char};

/// A word of a text, as searching and comparing see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// In bytes of the text it was found in.
    pub span: Span,
    /// In lower case, without apostrophes and a possessive `'s`.
    pub plain: String,
    /// The word without its English ending: `waiting` and `waits` both have `wait`.
    pub stem: String,
    /// Whether only a hyphen stands between it and the word before.
    pub joined: bool,
}

/// Cuts texts into words. Remembers the stems it has worked out, so one is made and used for many texts.
pub struct WordReader {
    stemmer: TextAnalyzer,
    stems: HashMap<String, String>,
}

impl Default for WordReader {
    fn default() -> Self {
        let stemmer = TextAnalyzer::builder(RawTokenizer::default()).filter(Stemmer::new(Language::English));
        Self { stemmer: stemmer.build(), stems: HashMap::new() }
    }
}

impl WordReader {
    /// The words of `text`, in order. Case, curly quotes and every kind of dash are folded; characters that
    /// are neither letters nor digits part words.
    pub fn words(&mut self, text: &str) -> Vec<Word> {
        let mut words: Vec<Word> = Vec::new();
        for (span, plain) in plain_words(text) {
            let joined = words.last().is_some_and(|last| is_hyphen(&text[last.span.end..span.start]));
            let stem = self.stem(&plain);
            words.push(Word { span, plain, stem, joined });
        }
        words
    }

    /// The stem of one word in lower case.
    pub fn stem(&mut self, plain: &str) -> String {
        if let Some(stem) = self.stems.get(plain) {
            return stem.clone();
        }
        let mut stream = self.stemmer.token_stream(plain);
        let stem = if stream.advance() { stream.token().text.clone() } else { plain.to_owned() };
        drop(stream);
        self.stems.insert(plain.to_owned(), stem.clone());
        stem
    }
}

/// Each word's place in bytes, and the word in its plain form.
fn plain_words(text: &str) -> Vec<(Span, String)> {
    let mut words = Vec::new();
    let mut word: Option<(Span, String)> = None;
    for (start, character) in text.char_indices() {
        let end = start + character.len_utf8();
        match fold_char(character) {
            // Inside a word these carry nothing; outside one they start none.
            None | Some('\'') => {}
            Some(folded) if folded.is_alphanumeric() => {
                let (span, plain) = word.get_or_insert_with(|| (Span::new(start, start), String::new()));
                mark_apostrophe(&text[span.end..start], plain);
                plain.extend(folded.to_lowercase());
                span.end = end;
            }
            Some(_) => words.extend(word.take()),
        }
    }
    words.extend(word);
    words.retain_mut(|(_, plain)| {
        drop_possessive(plain);
        !plain.is_empty()
    });
    words
}

/// Keeps in `plain` that an apostrophe stood between two letters, until [`drop_possessive`] has seen it.
fn mark_apostrophe(between: &str, plain: &mut String) {
    if between.chars().any(|character| fold_char(character) == Some('\'')) {
        plain.push('\'');
    }
}

fn drop_possessive(plain: &mut String) {
    if let Some(bare) = plain.strip_suffix("'s") {
        plain.truncate(bare.len());
    }
    plain.retain(|character| character != '\'');
}

/// Whether the text between two words is a single hyphen, with nothing else that shows.
fn is_hyphen(between: &str) -> bool {
    let mut shown = between.chars().filter_map(fold_char);
    shown.next() == Some('-') && shown.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stems(text: &str) -> Vec<String> {
        WordReader::default().words(text).into_iter().map(|word| word.stem).collect()
    }

    #[test]
    fn words_lose_case_endings_and_apostrophes() {
        assert_eq!(stems("Families’ waits; the child's WAITING"), ["famili", "wait", "the", "child", "wait"]);
        assert_eq!(stems("aged 0–25 and/or don't"), ["age", "0", "25", "and", "or", "dont"]);
        assert_eq!(stems("ser\u{ad}vice"), ["servic"]);
    }

    #[test]
    fn hyphens_part_words_and_are_remembered() {
        let words = WordReader::default().words("co‑production, not co - production");
        let joined: Vec<bool> = words.iter().map(|word| word.joined).collect();
        assert_eq!(joined, [false, true, false, false, false]);
        assert_eq!(words[1].span, Span::new(5, 15));
    }

    proptest! {
        #[test]
        fn every_word_is_where_it_says(text in "[\\PC'’\u{ad}-]{0,40}") {
            let mut last = 0;
            for word in WordReader::default().words(&text) {
                prop_assert!(last <= word.span.start && word.span.start < word.span.end);
                prop_assert!(text.get(word.span.start..word.span.end).is_some());
                last = word.span.end;
            }
        }
    }
}
