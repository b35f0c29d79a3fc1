use std::collections::HashSet;

/// The words of a document, as evidence for what a hyphen at a line end is.
#[derive(Default)]
pub struct Words {
    plain: HashSet<String>,
    hyphenated: HashSet<String>,
}

impl Words {
    /// Adds the words of a text in which `\n` stands at each line end. Words cut by one say nothing.
    pub fn add(&mut self, text: &str) {
        for line in text.split('\n') {
            for token in line.split_whitespace() {
                let token = token.trim_matches(|c: char| !c.is_alphanumeric() && c != '-');
                if token.ends_with('-') || token.is_empty() {
                    continue;
                }
                let token = token.to_lowercase();
                if token.contains(['-', '‑']) {
                    self.plain.extend(token.split(['-', '‑']).map(str::to_owned));
                    self.hyphenated.insert(token.replace('‑', "-"));
                } else {
                    self.plain.insert(token);
                }
            }
        }
    }

    /// Whether the hyphen between `left` and `right`, which a line end parts, belongs to the word.
    fn keeps_hyphen(&self, left: &str, right: &str) -> bool {
        let starts_high = right.starts_with(|first: char| !first.is_lowercase());
        if starts_high || left.contains('-') || right.contains('-') {
            // Names, numbers, and compounds of more than two parts: nothing breaks these by itself.
            return true;
        }
        let (left, right) = (left.to_lowercase(), right.to_lowercase());
        if self.plain.contains(&format!("{left}{right}")) {
            return false;
        }
        self.hyphenated.contains(&format!("{left}-{right}"))
            || (self.plain.contains(&left) && self.plain.contains(&right))
    }
}

/// One line of a text whose line ends are `\n`, and the hyphens at them; also gives each place in the text
/// its new byte. Soft hyphens go.
pub fn mend(text: &str, places: &mut [(usize, u32)], words: &Words) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut next_place = 0;
    for (byte, character) in text.char_indices() {
        while next_place < places.len() && places[next_place].0 <= byte {
            places[next_place].0 = mended.len();
            next_place += 1;
        }
        match character {
            '\u{ad}' => {}
            '\n' => end_line(&mut mended, &text[byte + 1..], words),
            other => mended.push(other),
        }
    }
    for place in &mut places[next_place..] {
        place.0 = mended.len();
    }
    mended
}

/// Ends a line: with a space, or after a hyphen with nothing, less the hyphen where the break made it.
fn end_line(mended: &mut String, rest: &str, words: &Words) {
    let Some(left) = mended.strip_suffix(['-', '‑']) else {
        if !mended.ends_with('\u{ad}') {
            mended.push(' ');
        }
        return;
    };
    let is_word = |c: char| c.is_alphanumeric() || c == '-';
    let left_word = &left[left
        .rfind(|c| !is_word(c))
        .map_or(0, |at| at + left[at..].chars().next().map_or(1, char::len_utf8))..];
    let right_word = &rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())];
    if left_word.is_empty() || right_word.is_empty() {
        // A dash, not a hyphen.
        mended.push(' ');
    } else if !words.keeps_hyphen(left_word, right_word) {
        mended.pop();
    }
}
