//! Words as Markdown that gives the same words.

/// The text on one line, with a backslash before each character that Markdown would take for its own.
pub fn markdown(text: &str) -> String {
    let line = one_line(text);
    let mut out = String::with_capacity(line.len() + 8);
    let at_start = line_opening(&line);
    for (at, character) in line.char_indices() {
        let next = line[at + character.len_utf8()..].chars().next();
        let special = match character {
            '\\' | '|' | '*' | '_' | '`' | '<' | '>' | '[' | ']' | '~' | '^' | '$' => true,
            // An entity such as `&amp;`.
            '&' => next.is_some_and(|next| next.is_ascii_alphanumeric() || next == '#'),
            _ => at_start == Some(at),
        };
        if special {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

/// Spaces and line ends as single spaces; one at the start or the end parts the text from what stands beside it.
fn one_line(text: &str) -> String {
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let space = |is_there: bool| if is_there && !words.is_empty() { " " } else { "" };
    let before = space(text.starts_with(char::is_whitespace));
    let after = space(text.ends_with(char::is_whitespace));
    format!("{before}{words}{after}")
}

/// Where the character stands, in bytes, that makes a heading or a list item of a line that begins with the text.
fn line_opening(line: &str) -> Option<usize> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    match line.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => Some(digits),
        Some(b'#' | b'-' | b'+' | b'=' | b':') if digits == 0 => Some(0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser};

    use super::*;

    /// The text that Markdown gives, where it is nothing but text in one paragraph.
    fn read(markdown: &str) -> Option<String> {
        let mut out = String::new();
        for event in Parser::new_ext(markdown, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(text) => out.push_str(&text),
                Event::Start(pulldown_cmark::Tag::Paragraph) => {}
                Event::End(pulldown_cmark::TagEnd::Paragraph) => {}
                _ => return None,
            }
        }
        Some(out)
    }

    #[test]
    fn signs_of_markdown_stay_words() {
        let hostile = [
            "# no heading",
            "1. no list",
            "- nor this",
            "a | b",
            "*not* _bold_ `code`",
            "<script>alert(1)</script>",
            "[^1] [link](http://x)",
            "Q&A &amp; so on",
            "C:\\letters",
            "m^2^ and H~2~O",
        ];
        for text in hostile {
            assert_eq!(read(&markdown(text)).as_deref(), Some(text), "{}", markdown(text));
        }
    }

    proptest! {
        #[test]
        fn any_words_come_back_as_they_are(text in "[ -~\u{2018}-\u{2022}]{1,60}") {
            let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assume!(!line.is_empty());
            prop_assert_eq!(read(markdown(&text).trim()), Some(line));
        }
    }
}
