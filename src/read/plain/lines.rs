/// One line of a text file, without its marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The words, white space at the ends removed, emphasis marks and bullet taken off.
    pub text: String,
    /// Spaces before the first word or bullet.
    pub indent: usize,
    /// The mark that made the line a list item.
    pub mark: Option<char>,
    pub bullet: bool,
    pub bold: bool,
    /// The line goes on inside emphasis that an earlier line opened.
    pub continues_bold: bool,
    /// From 1, counting form feeds.
    pub page: u32,
    /// From 1.
    pub number: u32,
    /// A page ended between this line and the words before it.
    pub after_page_end: bool,
}

/// Cuts a text to lines. Form feeds begin pages.
pub fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut page = 1;
    let mut number = 0;
    let mut in_bold = false;
    for raw in text.split('\n') {
        number += 1;
        for (index, piece) in raw.split('\u{c}').enumerate() {
            page += u32::from(index > 0);
            lines.push(line(piece, page, number, &mut in_bold));
        }
    }
    give_bullets_their_words(&mut lines);
    lines
}

/// A viewer may copy a bullet as a line of its own, above its words.
fn give_bullets_their_words(lines: &mut [Line]) {
    let mut waiting: Option<(Option<char>, usize)> = None;
    for line in lines {
        if line.bullet && line.text.is_empty() {
            waiting = Some((line.mark, line.indent));
        } else if !line.text.is_empty()
            && let Some((mark, indent)) = waiting.take().filter(|_| !line.bullet)
        {
            (line.bullet, line.mark, line.indent) = (true, mark, indent);
        }
    }
}

fn line(raw: &str, page: u32, number: u32, in_bold: &mut bool) -> Line {
    let indent = raw.chars().take_while(|character| character.is_whitespace()).count();
    let trimmed = raw.trim();
    let (bullet, rest) = strip_bullet(trimmed);
    let mark = trimmed.chars().next().filter(|_| bullet);
    // Emphasis never runs over a blank line or into the next item.
    let continues_bold = *in_bold && !bullet && !rest.is_empty();
    *in_bold = continues_bold;
    let bold = continues_bold || rest.starts_with("**");
    let text = strip_marks(rest, in_bold);
    Line { text, indent, mark, bullet, bold, continues_bold, page, number, after_page_end: false }
}

const BULLETS: &[char] = &[
    '•', '◼', '■', '▪', '◾', '●', '○', '◦', '‣', '⁃', '∙', '·', '►', '➢', '❖', '✓', '\u{f0a7}', '\u{f0b7}',
    '\u{f06e}',
];

/// Takes the bullet off an item. A dash or star is one only before a space.
pub fn strip_bullet(text: &str) -> (bool, &str) {
    let mut characters = text.chars();
    match characters.next() {
        Some(first) if BULLETS.contains(&first) => (true, characters.as_str().trim_start()),
        Some('-' | '–' | '−' | '*' | 'o') if characters.as_str().starts_with([' ', '\t', '\u{a0}']) => {
            (true, characters.as_str().trim_start())
        }
        _ => (false, text),
    }
}

/// Removes Markdown's emphasis (`**`), heading marks and links' addresses, which are marks and not words.
fn strip_marks(text: &str, in_bold: &mut bool) -> String {
    if text.matches("**").count() % 2 == 1 {
        *in_bold = !*in_bold;
    }
    let text = text.replace("**", "");
    let hashes = text.len() - text.trim_start_matches('#').len();
    let text = match hashes {
        1..=6 if text[hashes..].starts_with(' ') => &text[hashes..],
        _ => &text,
    };
    strip_links(text.trim())
}

/// `[words](address)` to `words`.
fn strip_links(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(link) = next_link(rest) {
        out.push_str(&rest[..link.open]);
        out.push_str(&rest[link.open + 1..link.middle]);
        rest = &rest[link.end..];
    }
    out.push_str(rest);
    out
}

struct Link {
    open: usize,
    middle: usize,
    end: usize,
}

fn next_link(text: &str) -> Option<Link> {
    let middle = text.find("](")?;
    let open = text[..middle].rfind('[')?;
    let end = middle + text[middle..].find(')')? + 1;
    Some(Link { open, middle, end })
}
