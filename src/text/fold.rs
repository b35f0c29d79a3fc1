use super::Span;

/// Text made plain for matching: quotes and dashes in one form, every run of white space one space, soft
/// hyphens and zero-width characters gone. Each byte keeps the place it came from, so that a match on the
/// folded text is a range of the original.
#[derive(Debug, Clone)]
pub struct Folded {
    text: String,
    /// For each byte of `text`, and one past its end, the byte offset in the original.
    origin: Vec<u32>,
}

impl Folded {
    /// Folds `original`; offsets given back are offset by `base`, the place of `original` in its document.
    pub fn new(original: &str, base: usize) -> Self {
        let mut text = String::with_capacity(original.len());
        let mut origin = Vec::with_capacity(original.len() + 1);
        for (byte, character) in original.char_indices() {
            let Some(folded) = fold_char(character) else { continue };
            if folded == ' ' && text.ends_with(' ') {
                continue;
            }
            text.push(folded);
            origin.resize(text.len(), (base + byte) as u32);
        }
        origin.push((base + original.len()) as u32);
        Self { text, origin }
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The range of the original that a range of the folded text stands for.
    pub fn original(&self, folded: Span) -> Span {
        Span::new(self.origin[folded.start] as usize, self.origin[folded.end] as usize)
    }

    /// The byte of the folded text that stands for the original byte `at`, or the next one kept.
    pub fn folded_at(&self, at: usize) -> usize {
        self.origin.partition_point(|&byte| (byte as usize) < at).min(self.text.len())
    }
}

/// Folds a text whose places do not matter, such as a query or a word of a rule.
pub fn fold_str(text: &str) -> String {
    Folded::new(text, 0).text
}

/// The plain form of one character, `None` for those that carry no text of their own.
pub fn fold_char(character: char) -> Option<char> {
    Some(match character {
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' => return None,
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '″' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        other if other.is_whitespace() => ' ',
        other => other,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn curly_quotes_and_long_dashes_match_their_plain_forms() {
        assert_eq!(fold_str("the area’s “0 – 25”\u{a0} ser\u{ad}vice"), "the area's \"0 - 25\" service");
    }

    #[test]
    fn a_match_on_folded_text_is_a_range_of_the_original() {
        let original = "the area’s   offer";
        let folded = Folded::new(original, 100);
        let at = folded.as_str().find("area's offer").unwrap();
        let span = folded.original(Span::new(at, at + "area's offer".len()));
        assert_eq!(&original[span.start - 100..span.end - 100], "area’s   offer");
    }

    proptest! {
        #[test]
        fn every_folded_byte_has_an_origin_on_a_character_boundary(original in "\\PC{0,60}") {
            let folded = Folded::new(&original, 0);
            for at in (0..=folded.as_str().len()).filter(|&at| folded.as_str().is_char_boundary(at)) {
                let span = folded.original(Span::new(0, at));
                prop_assert!(original.is_char_boundary(span.end));
            }
        }
    }
}
