//! A program and its arguments, made of a template. Arguments are handed over apart, never through a shell.

use std::fmt;
use std::path::{Path, PathBuf};

/// A place in a file that exists.
#[derive(Debug, Clone)]
pub struct Place {
    /// Absolute.
    pub file: PathBuf,
    /// From 1.
    pub page: u32,
    /// Whether the file is a PDF, which viewers open at a page.
    pub is_pdf: bool,
}

/// A program with its arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    pub program: String,
    pub arguments: Vec<String>,
    /// Whether it opens the file at the page by itself.
    pub turns_to_page: bool,
}

impl Call {
    /// The call that a template stands for; `None` where it names no program. `{file}`, `{url}` and `{page}` are filled
    /// in; without one of the first two the file is the last argument.
    pub fn of(template: &str, place: &Place) -> Option<Self> {
        let mut words = words(template).into_iter();
        let program = words.next()?;
        let mut arguments: Vec<String> = words.collect();
        if !arguments.iter().any(|argument| argument.contains("{file}") || argument.contains("{url}")) {
            arguments.push("{file}".to_owned());
        }
        let turns_to_page = arguments.iter().any(|argument| argument.contains("{page}"));
        let arguments = arguments.iter().map(|argument| filled(argument, place)).collect();
        Some(Self { program, arguments, turns_to_page })
    }
}

/// An argument with its names filled in, none of which is looked for in what another stands for.
fn filled(argument: &str, place: &Place) -> String {
    let mut filled = String::new();
    let mut rest = argument;
    while let Some(at) = rest.find('{') {
        filled.push_str(&rest[..at]);
        rest = &rest[at..];
        let (name, value) = match rest {
            _ if rest.starts_with("{file}") => ("{file}", place.file.display().to_string()),
            _ if rest.starts_with("{page}") => ("{page}", place.page.to_string()),
            _ if rest.starts_with("{url}") => ("{url}", url(&place.file)),
            _ => ("{", "{".to_owned()),
        };
        filled.push_str(&value);
        rest = &rest[name.len()..];
    }
    filled + rest
}

/// The words of a template: parts between spaces, or between quotation marks, in which spaces belong to the word.
fn words(template: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quoted = None;
    for character in template.chars() {
        match (character, quoted) {
            (mark, Some(open)) if mark == open => quoted = None,
            ('"' | '\'', None) => {
                quoted = Some(character);
                word.get_or_insert_default();
            }
            (space, None) if space.is_whitespace() => words.extend(word.take()),
            (character, _) => word.get_or_insert_default().push(character),
        }
    }
    words.extend(word);
    words
}

/// `file:///...`, with what has a meaning in addresses written as `%XX`.
fn url(file: &Path) -> String {
    let path = file.to_string_lossy().replace('\\', "/");
    let mut url = String::from(if path.starts_with('/') { "file://" } else { "file:///" });
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b':' | b'-' | b'.' | b'_' | b'~' => {
                url.push(char::from(byte));
            }
            other => url.push_str(&format!("%{other:02X}")),
        }
    }
    url
}

/// The call as it can be typed into a shell.
impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&typed(&self.program))?;
        self.arguments.iter().try_for_each(|argument| write!(f, " {}", typed(argument)))
    }
}

fn typed(word: &str) -> String {
    let is_plain = |character: char| character.is_alphanumeric() || "/\\:._-+=%@,#".contains(character);
    match !word.is_empty() && word.chars().all(is_plain) {
        true => word.to_owned(),
        false => format!("'{}'", word.replace('\'', "'\\''")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn called(template: &str) -> Vec<String> {
        let place = Place { file: "/my letters/50% {page}.pdf".into(), page: 7, is_pdf: true };
        let call = Call::of(template, &place).unwrap();
        std::iter::once(call.program).chain(call.arguments).collect()
    }

    #[test]
    fn names_are_filled_in_once_and_spaces_split_no_file() {
        let file = "/my letters/50% {page}.pdf";
        assert_eq!(called("okular -p {page} {file}"), ["okular", "-p", "7", file]);
        assert_eq!(called("qpdfview {file}#{page}"), ["qpdfview", &format!("{file}#7")]);
        let url = "file:///my%20letters/50%25%20%7Bpage%7D.pdf#page=7";
        assert_eq!(called("firefox {url}#page={page}"), ["firefox", url]);
        assert_eq!(called("less {other} {"), ["less", "{other}", "{", file]);
    }

    #[test]
    fn words_in_quotation_marks_hold_together_and_nothing_is_left_to_a_shell() {
        let expected = ["C:\\Program Files\\S.exe", "-page", "7", "a'b", "", "/my letters/50% {page}.pdf"];
        assert_eq!(called("\"C:\\Program Files\\S.exe\" -page {page} \"a'b\" ''"), expected);
        assert_eq!(called("echo $(id); {file}")[..3], ["echo", "$(id);", "/my letters/50% {page}.pdf"]);
        assert_eq!(Call::of("  ", &Place { file: "/a".into(), page: 1, is_pdf: true }), None);
    }

    #[test]
    fn a_call_is_shown_as_it_can_be_typed() {
        let place = Place { file: "/it's here.pdf".into(), page: 2, is_pdf: true };
        let call = Call::of("evince -i {page} {file}", &place).unwrap();
        assert_eq!(call.to_string(), r"evince -i 2 '/it'\''s here.pdf'");
    }
}
