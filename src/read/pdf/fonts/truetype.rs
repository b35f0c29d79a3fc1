use super::cmap::ToUnicode;
use crate::read::pdf::limits;
use crate::read::pdf::objects::{Dictionary, File};

/// What the glyphs of a composite font without a `ToUnicode` CMap stand for, by the character map of its
/// embedded TrueType program read backwards. Empty where there is none, or glyphs are renumbered.
pub fn to_unicode(file: &File, descendant: &Dictionary) -> ToUnicode {
    let mut cmap = ToUnicode::default();
    let renumbered = file.stream(descendant, b"CIDToGIDMap").is_some();
    let program = file
        .dict(descendant, b"FontDescriptor")
        .and_then(|descriptor| file.stream(descriptor, b"FontFile2"))
        .filter(|_| !renumbered)
        .and_then(|program| file.content(program).ok());
    if let Some(program) = program {
        let mut codes_left = limits::CODES * 2;
        read_glyphs(&program, &mut |character, glyph| {
            codes_left = codes_left.saturating_sub(1);
            if let Some(character) = char::from_u32(character).filter(|_| glyph != 0) {
                cmap.text.set(glyph, character.encode_utf8(&mut [0; 4]));
            }
            codes_left > 0
        });
    }
    cmap
}

/// Gives every character of the program's Unicode map with its glyph to `add`, until that returns false.
fn read_glyphs(program: &[u8], add: &mut impl FnMut(u32, u32) -> bool) -> Option<()> {
    let tables = u16_at(program, 4)?;
    let record = (0..usize::from(tables)).map(|index| 12 + index * 16);
    let record = record.into_iter().find(|at| program.get(*at..at + 4) == Some(b"cmap"))?;
    let table = program.get(u32_at(program, record + 8)? as usize..)?;
    for index in 0..usize::from(u16_at(table, 2)?) {
        let platform = u16_at(table, 4 + index * 8)?;
        let map = table.get(u32_at(table, 8 + index * 8)? as usize..)?;
        match (platform, u16_at(map, 0)?) {
            (0 | 3, 4) => segments(map, add)?,
            (0 | 3, 12) => groups(map, add)?,
            _ => {}
        }
    }
    Some(())
}

/// Format 4: segments of 16-bit characters.
fn segments(map: &[u8], add: &mut impl FnMut(u32, u32) -> bool) -> Option<()> {
    let count = usize::from(u16_at(map, 6)? / 2);
    for segment in 0..count {
        let end = u16_at(map, 14 + segment * 2)?;
        let start = u16_at(map, 16 + (count + segment) * 2)?;
        let delta = u16_at(map, 16 + (2 * count + segment) * 2)?;
        let offset_at = 16 + (3 * count + segment) * 2;
        let offset = usize::from(u16_at(map, offset_at)?);
        for character in start..=end.min(0xfffe) {
            let glyph = match offset {
                0 => character.wrapping_add(delta),
                _ => match u16_at(map, offset_at + offset + usize::from(character - start) * 2) {
                    Some(glyph) if glyph != 0 => glyph.wrapping_add(delta),
                    _ => 0,
                },
            };
            if !add(u32::from(character), u32::from(glyph)) {
                return None;
            }
        }
    }
    Some(())
}

/// Format 12: groups of 32-bit characters.
fn groups(map: &[u8], add: &mut impl FnMut(u32, u32) -> bool) -> Option<()> {
    for group in 0..u32_at(map, 12)? as usize {
        let at = 16 + group * 12;
        let (start, end, glyph) = (u32_at(map, at)?, u32_at(map, at + 4)?, u32_at(map, at + 8)?);
        for character in start..=end {
            if !add(character, glyph.saturating_add(character - start)) {
                return None;
            }
        }
    }
    Some(())
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn glyphs(program: &[u8]) -> Vec<(u32, u32)> {
        let mut glyphs = Vec::new();
        read_glyphs(program, &mut |character, glyph| {
            glyphs.push((character, glyph));
            glyphs.len() < 1000
        });
        glyphs
    }

    /// A program that holds nothing but a character map.
    fn program(map: &[u16]) -> Vec<u8> {
        let mut words = vec![0, 1, 1, 0, 0, 0];
        words.extend([0x636d, 0x6170, 0, 0, 0, 28, 0, 0]);
        words.extend([0, 1, 3, 1, 0, 12]);
        words.extend(map);
        words.iter().flat_map(|word| word.to_be_bytes()).collect()
    }

    #[test]
    fn segments_and_groups_are_read() {
        let one_segment = [4, 24, 0, 2, 0, 0, 0, 0x42, 0, 0x41, 10, 0];
        assert_eq!(glyphs(&program(&one_segment)), [(0x41, 0x4b), (0x42, 0x4c)]);
        let one_group = [12, 0, 0, 28, 0, 0, 0, 1, 1, 0xf600, 1, 0xf601, 0, 7];
        assert_eq!(glyphs(&program(&one_group)), [(0x1f600, 7), (0x1f601, 8)]);
    }

    proptest! {
        #[test]
        fn any_map_is_read_without_panic(map in proptest::collection::vec(any::<u16>(), 0..40)) {
            for format in [4, 12] {
                let mut map = map.clone();
                map.insert(0, format);
                glyphs(&program(&map));
            }
        }
    }
}
