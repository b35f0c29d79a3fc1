use std::ops::Range;

/// Where a part of a TOML string's value stands in its file. `quoted` is the string in the file with its quotation
/// marks and escapes, and `part` a range of bytes of its value.
///
/// `None` where the string is not as the value says.
pub fn part_of(quoted: &str, part: Range<usize>) -> Option<Range<usize>> {
    let marks = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|marks| quoted.starts_with(marks))?;
    let escaped = marks.starts_with('"');
    let mut at = marks.len();
    if marks.len() == 3 {
        // A line end right behind the opening marks is not part of the value.
        let rest = &quoted[at..];
        at += if rest.starts_with("\r\n") { 2 } else { usize::from(rest.starts_with('\n')) };
    }
    let (mut value, mut start) = (0, None);
    loop {
        if value >= part.end {
            return Some(start.unwrap_or(at)..at);
        }
        let rest = quoted.get(at..)?;
        let (takes, gives) = if escaped && rest.starts_with('\\') { escape(rest)? } else { plain(rest)? };
        if value >= part.start && gives > 0 {
            start.get_or_insert(at);
        }
        at += takes;
        value += gives;
    }
}

/// How many bytes a character takes in the file, and how many it gives to the value.
fn plain(rest: &str) -> Option<(usize, usize)> {
    let length = rest.chars().next()?.len_utf8();
    Some((length, length))
}

fn escape(rest: &str) -> Option<(usize, usize)> {
    let digits = match rest[1..].chars().next()? {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        // Behind a line that ends so, white space does not count.
        c if c.is_whitespace() => {
            return Some((1 + rest[1..].len() - rest[1..].trim_start().len(), 0));
        }
        c => return Some((1 + c.len_utf8(), 1)),
    };
    let code = u32::from_str_radix(rest.get(2..2 + digits)?, 16).ok()?;
    Some((2 + digits, char::from_u32(code)?.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part<'q>(quoted: &'q str, value: &str, wanted: &str) -> &'q str {
        let start = value.find(wanted).unwrap();
        &quoted[part_of(quoted, start..start + wanted.len()).unwrap()]
    }

    #[test]
    fn a_part_is_found_behind_escapes() {
        assert_eq!(part(r#""\\bthe \u00e9t\u00e9 (now""#, r"\bthe été (now", "(now"), "(now");
        assert_eq!(part(r#""\\bnow""#, r"\bnow", r"\b"), r"\\b");
        assert_eq!(part(r"'\bthe {now}'", r"\bthe {now}", "{now}"), "{now}");
        assert_eq!(part("\"\"\"\nthe \\\n  end\"\"\"", "the end", "end"), "end");
    }

    #[test]
    fn what_is_no_string_has_no_parts() {
        assert_eq!(part_of("12", 0..1), None);
        assert_eq!(part_of("'ab'", 3..9), None);
    }
}
