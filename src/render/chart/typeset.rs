//! How wide text will be, as near as can be said without the font that a viewer has.

/// The fonts asked for: the system's own, without serifs.
pub const FONTS: &str =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";

/// From line to line, in parts of the font's size.
pub const LEADING: f64 = 1.25;

/// The usual fonts are no wider than this, in parts of the widths below.
const MARGIN: f64 = 1.2;

/// The width of a line of text at a size.
pub fn width(text: &str, size: f64) -> f64 {
    text.chars().map(advance).sum::<f64>() * size * MARGIN
}

/// About how far Arial moves on for a character, in parts of its size.
fn advance(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '\'' | '’' | '|' => 0.22,
        'f' | 't' | 'I' | ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '/' | '!' => 0.28,
        'r' | '-' | '(' | ')' => 0.33,
        'c' | 'k' | 's' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.5,
        'm' | 'M' => 0.83,
        'w' => 0.72,
        'W' | '%' => 0.92,
        'O' | 'Q' | 'G' => 0.78,
        c if c.is_uppercase() => 0.7,
        _ => 0.56,
    }
}

/// The lines of a text that are no wider than `available`, where its words allow it.
pub fn lines(text: &str, size: f64, available: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut().filter(|line| width(&format!("{line} {word}"), size) <= available) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// As [`lines`], as even as they can be without becoming more: no word is left alone at the end.
pub fn even_lines(text: &str, size: f64, available: f64) -> Vec<String> {
    let mut even = lines(text, size, available);
    let mut narrower = available;
    loop {
        narrower -= size / 4.0;
        let tried = lines(text, size, narrower);
        // A long word may stand out of lines that have become narrower than it.
        if narrower <= 0.0 || tried.len() > even.len() || widest(&tried, size) > widest(&even, size) {
            return even;
        }
        even = tried;
    }
}

/// The widest of several lines.
pub fn widest<'a>(lines: impl IntoIterator<Item = &'a String>, size: f64) -> f64 {
    lines.into_iter().map(|line| width(line, size)).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_keep_to_their_width_and_lose_no_word() {
        let text = "Speech and language, occupational and physiotherapy";
        let wrapped = lines(text, 13.0, 160.0);
        assert!(wrapped.len() > 1);
        assert!(wrapped.iter().all(|line| width(line, 13.0) <= 160.0), "{wrapped:?}");
        assert_eq!(wrapped.join(" "), text);
        assert_eq!(lines("Northamptonshire", 13.0, 10.0), ["Northamptonshire"]);
    }

    #[test]
    fn even_lines_leave_no_word_alone() {
        let text = "Early identification and assessment of need";
        assert_eq!(lines(text, 13.0, 270.0)[1], "need");
        assert_eq!(even_lines(text, 13.0, 270.0), ["Early identification and", "assessment of need"]);
        assert_eq!(even_lines("", 13.0, 270.0), Vec::<String>::new());
    }
}
