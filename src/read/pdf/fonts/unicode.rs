use crate::read::pdf::limits;

/// What text each code of a font stands for.
#[derive(Debug, Default, PartialEq)]
pub struct UnicodeMap {
    /// By code: 0 for none, a character, or `LONG` plus an index into `long`.
    direct: Vec<u32>,
    /// Texts of several characters, such as ligatures spelt out.
    long: Vec<Box<str>>,
}

const LONG: u32 = 1 << 31;

impl UnicodeMap {
    pub fn set(&mut self, code: u32, text: &str) {
        let mut characters = text.chars();
        let entry = match (characters.next(), characters.next()) {
            (None, _) | (Some('\0'), None) => 0,
            (Some(single), None) => match ligature(single) {
                Some(letters) => self.add_long(letters),
                None => single as u32,
            },
            _ => self.add_long(text),
        };
        self.set_entry(code, entry);
    }

    /// The memory held, but for a few bytes.
    pub fn bytes(&self) -> usize {
        self.direct.len() * size_of::<u32>() + self.long.len() * size_of::<Box<str>>()
    }

    fn set_entry(&mut self, code: u32, entry: u32) {
        if code >= limits::CODES {
            return;
        }
        let index = code as usize;
        if index >= self.direct.len() {
            self.direct.resize(index + 1, 0);
        }
        self.direct[index] = entry;
    }

    fn add_long(&mut self, text: &str) -> u32 {
        self.long.push(text.chars().take(limits::CODE_TEXT).filter(|c| *c != '\0').collect());
        LONG + (self.long.len() - 1) as u32
    }

    /// Adds a code's text; nothing where the code stands for none.
    pub fn push_text(&self, code: u32, text: &mut String) {
        match self.direct.get(code as usize) {
            None | Some(0) => {}
            Some(long) if *long >= LONG => {
                text.push_str(self.long.get((long - LONG) as usize).map_or("", |long| long));
            }
            Some(single) => {
                if let Some(single) = char::from_u32(*single) {
                    text.push(single);
                }
            }
        }
    }

    /// Takes over what `other` maps.
    pub fn overlay(&mut self, other: UnicodeMap) {
        let base = self.long.len() as u32;
        self.long.extend(other.long);
        for (code, entry) in (0..).zip(other.direct) {
            match entry {
                0 => {}
                long if long >= LONG => self.set_entry(code, long + base),
                single => self.set_entry(code, single),
            }
        }
    }
}

/// The letters of a ligature that is one character.
fn ligature(character: char) -> Option<&'static str> {
    Some(match character {
        '\u{fb00}' => "ff",
        '\u{fb01}' => "fi",
        '\u{fb02}' => "fl",
        '\u{fb03}' => "ffi",
        '\u{fb04}' => "ffl",
        '\u{fb05}' | '\u{fb06}' => "st",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(map: &UnicodeMap, code: u32) -> String {
        let mut text = String::new();
        map.push_text(code, &mut text);
        text
    }

    #[test]
    fn ligatures_are_spelt_out_and_later_maps_win() {
        let mut map = UnicodeMap::default();
        map.set(1, "a");
        map.set(2, "\u{fb01}");
        let mut over = UnicodeMap::default();
        over.set(1, "ti");
        map.overlay(over);
        assert_eq!((text(&map, 1), text(&map, 2), text(&map, 99)), ("ti".into(), "fi".into(), String::new()));
    }
}
