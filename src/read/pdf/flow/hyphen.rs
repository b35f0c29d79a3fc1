use std::collections::HashSet;

/// The words of a document, as evidence for what a hyphen at a line end is.
#[derive(Default)]
pub struct Words {
    plain: HashSet<String>,
    hyphenated: HashSet<String>,
    /// Line ends break words that the document has whole elsewhere, and not just once by chance.
    breaks_words: bool,
}

impl Words {
    /// Collects the words of texts in which `\n` stands at each line end.
    pub fn of<'a>(texts: impl Iterator<Item = &'a str> + Clone) -> Self {
        let mut words = Words::default();
        let broken: Vec<(&str, &str)> = texts
            .clone()
            .flat_map(|text| text.match_indices('\n').map(move |(at, _)| (&text[..at], &text[at + 1..])))
            .filter_map(|(before, after)| broken_word(before, after))
            .collect();
        if broken.is_empty() {
            // Nothing will ask for the words.
            return words;
        }
        let asked = Asked::of(&broken);
        texts.for_each(|text| words.add(text, &asked));
        let count = |is: fn(&Words, &str, &str) -> bool| {
            broken.iter().filter(|(left, right)| is(&words, left, right)).count()
        };
        let made = count(Words::is_whole_word);
        words.breaks_words = made > 1 && made * 2 > count(Words::is_compound);
        words
    }

    /// Adds the words of a text that may be asked for. Those cut by a line end say nothing.
    fn add(&mut self, text: &str, asked: &Asked) {
        for token in text.split('\n').flat_map(str::split_whitespace) {
            let token = token.trim_matches(|c: char| !c.is_alphanumeric() && !is_hyphen(c));
            if token.ends_with(is_hyphen) || token.is_empty() || !asked.may_hold(token) {
                continue;
            }
            let token = token.to_lowercase();
            if token.contains(is_hyphen) {
                self.plain.extend(token.split(is_hyphen).map(str::to_owned));
                self.hyphenated.insert(token.replace('‑', "-"));
            } else {
                self.plain.insert(token);
            }
        }
    }

    fn is_whole_word(&self, left: &str, right: &str) -> bool {
        let (left, right) = (left.to_lowercase(), right.to_lowercase());
        self.plain.contains(&format!("{left}{right}"))
            && !self.hyphenated.contains(&format!("{left}-{right}"))
    }

    fn is_compound(&self, left: &str, right: &str) -> bool {
        let (left, right) = (left.to_lowercase(), right.to_lowercase());
        self.hyphenated.contains(&format!("{left}-{right}"))
            || (self.plain.contains(&left) && self.plain.contains(&right))
    }

    /// Whether the hyphen between `left` and `right`, which a line end parts, belongs to the word.
    fn keeps_hyphen(&self, left: &str, right: &str) -> bool {
        let starts_high = right.starts_with(|first: char| !first.is_lowercase());
        if starts_high || left.contains('-') || right.contains('-') {
            // Names, numbers, and compounds of more than two parts: nothing breaks these by itself.
            return true;
        }
        if self.is_whole_word(left, right) {
            return false;
        }
        // A document that breaks no word whose whole form it shows was not hyphenated by a program.
        !self.breaks_words || self.is_compound(left, right)
    }
}

/// Which words the broken ones ask for, as far as it shows without looking them up: by its first letter, a bit
/// for each length.
struct Asked([u64; 256]);

impl Asked {
    fn of(broken: &[(&str, &str)]) -> Self {
        let mut asked = Asked([0; 256]);
        for (left, right) in broken {
            let whole = left.len() + right.len();
            let words = [(left, left.len()), (right, right.len()), (left, whole)];
            words.iter().for_each(|(word, length)| asked.0[first_letter(word)] |= 1 << (length % 64));
        }
        asked
    }

    /// False only where the word is none of those. A change of case may change the length of what is not ASCII.
    fn may_hold(&self, word: &str) -> bool {
        !word.is_ascii() || word.contains('-') || self.0[first_letter(word)] >> (word.len() % 64) & 1 == 1
    }
}

fn first_letter(word: &str) -> usize {
    word.bytes().next().map_or(0, |byte| usize::from(byte.to_ascii_lowercase()))
}

/// One line of a text whose line ends are `\n`, with the hyphens at them kept or dropped; also gives each
/// of the places in the text, which are in order, its new byte. Soft hyphens go.
pub fn mend<'p>(text: &str, places: impl Iterator<Item = &'p mut usize>, words: &Words) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut places = places.peekable();
    for (byte, character) in text.char_indices() {
        while let Some(place) = places.next_if(|place| **place <= byte) {
            *place = mended.len();
        }
        match character {
            '\u{ad}' => {}
            '\n' => end_line(&mut mended, &text[..byte], &text[byte + 1..], words),
            other => mended.push(other),
        }
    }
    places.for_each(|place| *place = mended.len());
    mended
}

/// Ends a line with a space; after a hyphen with nothing, less the hyphen where the break made it.
fn end_line(mended: &mut String, before: &str, after: &str, words: &Words) {
    if before.ends_with('\u{ad}') {
        return;
    }
    if before.ends_with("- ") && ends_in_address(before) {
        mended.pop();
        return;
    }
    match broken_word(before, after) {
        // "short- and long-term": the hyphen stands for the rest of the word.
        Some((_, "and" | "or" | "to")) => mended.push(' '),
        Some((left, right)) if words.keeps_hyphen(left, right) || ends_in_address(before) => {}
        Some(_) => {
            mended.pop();
        }
        None => mended.push(' '),
    }
}

/// The two parts of a word that a hyphen and a line end cut; `None` where there is none, or a dash.
fn broken_word<'a>(before: &'a str, after: &'a str) -> Option<(&'a str, &'a str)> {
    let left = before.strip_suffix(is_hyphen)?;
    let is_part = |c: char| c.is_alphanumeric() || c == '-';
    let left = &left[left.trim_end_matches(is_part).len()..];
    let right = &after[..after.len() - after.trim_start_matches(is_part).len()];
    (!left.is_empty() && !right.is_empty()).then_some((left, right))
}

/// Ends inside a web address, whose hyphens are all its own.
fn ends_in_address(before: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default();
    last.contains("://") || last.starts_with("www.")
}

fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '‑' | '\u{2010}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn mended(text: &str, document: &str) -> String {
        mend(text, std::iter::empty(), &Words::of([text, document].into_iter()))
    }

    #[test]
    fn a_break_made_by_a_program_goes_and_a_typed_hyphen_stays() {
        let hyphenating = "services a lead-\ner a leader its ser-\nvices";
        assert_eq!(mended("health ser-\nvices", hyphenating), "health services");
        assert_eq!(mended("neuro-\ndevelopmental", "a neuro-developmental need"), "neuro-developmental");
        assert_eq!(mended("full-\ntime", "full time leader lead-\ner ser-\nvice service"), "full-time");
        assert_eq!(mended("wun-\nderful", hyphenating), "wunderful");
        assert_eq!(mended("co-\nproduction", "with no break of any word"), "co-production");
        assert_eq!(mended("http://a.uk/on-\nline", "online online"), "http://a.uk/on-line");
        assert_eq!(mended("www.a.uk/on- \nline", ""), "www.a.uk/on-line");
        assert_eq!(mended("short-\nand long-term", hyphenating), "short- and long-term");
        assert_eq!(mended("Stoke-on-\nTrent", hyphenating), "Stoke-on-Trent");
    }

    #[test]
    fn soft_hyphens_go_and_dashes_stay_apart() {
        assert_eq!(mended("a ser\u{ad}\nvice of\nuse", ""), "a service of use");
        assert_eq!(mended("whole -\nalmost", ""), "whole - almost");
    }

    proptest! {
        #[test]
        fn places_move_with_the_text(text in "[a-zé\u{ad}\n-]{0,20}", at in 0usize..20) {
            let at = (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
            let mut places = [0, at];
            let mended = mend(&text, places.iter_mut(), &Words::of([text.as_str()].into_iter()));
            prop_assert!(mended.is_char_boundary(places[1]) && places[1] <= mended.len());
        }
    }
}
