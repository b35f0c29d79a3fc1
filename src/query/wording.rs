//! Two statements compared word by word.

use serde::Serialize;
use similar::{ChangeTag, TextDiff};

/// Words that stand in both statements, or in one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Words {
    pub words: String,
    /// `None` where both have them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<WordChange>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WordChange {
    /// The earlier statement alone has them.
    Lost,
    /// The later one alone has them.
    Gained,
}

/// The words of both, those in a row that stand alike together; nothing where the two are the same.
pub fn wording(old: &str, new: &str) -> Vec<Words> {
    if old == new {
        return Vec::new();
    }
    let mut wording: Vec<Words> = Vec::new();
    for change in TextDiff::from_words(old, new).iter_all_changes() {
        let tag = match change.tag() {
            ChangeTag::Equal => None,
            ChangeTag::Delete => Some(WordChange::Lost),
            ChangeTag::Insert => Some(WordChange::Gained),
        };
        match wording.last_mut().filter(|last| last.change == tag) {
            Some(last) => last.words.push_str(change.value()),
            None => wording.push(Words { words: change.value().to_owned(), change: tag }),
        }
    }
    wording
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn without(words: &[Words], change: WordChange) -> String {
        words.iter().filter(|it| it.change != Some(change)).map(|it| it.words.as_str()).collect()
    }

    #[test]
    fn words_that_stand_alike_are_told_together() {
        let told = wording("the offer is poor", "the local offer is poor");
        let gained: Vec<&str> = told
            .iter()
            .filter(|it| it.change == Some(WordChange::Gained))
            .map(|it| it.words.trim())
            .collect();
        assert_eq!(gained, ["local"]);
        assert!(told.iter().all(|it| it.change != Some(WordChange::Lost)), "{told:?}");
        assert_eq!(wording("the same", "the same"), []);
    }

    proptest! {
        #[test]
        fn both_statements_can_be_told_from_the_words(old in "[a-d ]{0,30}", new in "[a-d ]{0,30}") {
            prop_assume!(old != new);
            let told = wording(&old, &new);
            prop_assert_eq!(without(&told, WordChange::Gained), old);
            prop_assert_eq!(without(&told, WordChange::Lost), new);
        }
    }
}
