//! What a person typed, as words to look for. Every text is a query: what is not understood is a word.

/// The whole query: a passage must satisfy one of these.
pub type Alternatives = Vec<Every>;

/// Items that must all be there, and items that must not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Every {
    pub wanted: Vec<Item>,
    pub unwanted: Vec<Item>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// As typed between spaces; more than one word where punctuation parts it.
    Word(String),
    /// As typed between quotation marks.
    Phrase(String),
}

/// Reads a query. Words must all occur; `"..."` is an exact phrase; `-` before a word or phrase means it must
/// not occur; `OR` in capitals parts alternatives, each of all the words up to the next `OR`.
pub fn parse(query: &str) -> Alternatives {
    let mut alternatives = vec![Every::default()];
    for (unwanted, item) in items(query) {
        match item {
            Item::Word(word) if word == "OR" && !unwanted => alternatives.push(Every::default()),
            // Said by default.
            Item::Word(word) if word == "AND" && !unwanted => {}
            item => {
                if let Some(every) = alternatives.last_mut() {
                    if unwanted { every.unwanted.push(item) } else { every.wanted.push(item) }
                }
            }
        }
    }
    alternatives
}

/// Each item, with whether a `-` stands before it.
fn items(query: &str) -> Vec<(bool, Item)> {
    // Curly quotation marks mean what straight ones do; apostrophes are no quotation marks.
    let query = crate::text::fold_str(query);
    let mut items = Vec::new();
    let mut rest = query.trim_start();
    while !rest.is_empty() {
        let unwanted = rest.starts_with('-');
        let body = if unwanted { &rest[1..] } else { rest };
        let (item, after) = match body.strip_prefix('"') {
            // A quotation mark without its fellow quotes the rest.
            Some(quoted) => {
                let (phrase, after) = quoted.split_once('"').unwrap_or((quoted, ""));
                (Item::Phrase(phrase.to_owned()), after)
            }
            None => {
                let end = body.find([' ', '"']).unwrap_or(body.len());
                (Item::Word(body[..end].to_owned()), &body[end..])
            }
        };
        items.push((unwanted, item));
        rest = after.trim_start();
    }
    items
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(word: &str) -> Item {
        Item::Word(word.into())
    }

    fn phrase(phrase: &str) -> Item {
        Item::Phrase(phrase.into())
    }

    #[test]
    fn words_phrases_and_what_must_not_occur() {
        let expected = Every {
            wanted: vec![word("plans"), phrase("waiting times")],
            unwanted: vec![word("autism"), phrase("post 16")],
        };
        assert_eq!(parse("plans “waiting times” -autism -\"post 16\""), [expected]);
    }

    #[test]
    fn or_parts_alternatives_and_other_case_is_a_word() {
        let every = |words: &[&str]| Every {
            wanted: words.iter().map(|text| word(text)).collect(),
            unwanted: vec![],
        };
        assert_eq!(parse("EHC plan OR CAMHS"), [every(&["EHC", "plan"]), every(&["CAMHS"])]);
        assert_eq!(parse("one AND two or"), [every(&["one", "two", "or"])]);
    }

    #[test]
    fn odd_characters_are_text() {
        assert_eq!(parse("a\"b c").first().unwrap().wanted, [word("a"), phrase("b c")]);
        assert_eq!(parse("- --x").first().unwrap().unwanted, [word(""), word("-x")]);
        assert_eq!(parse("").len(), 1);
    }
}
