/// The text that a glyph name stands for: `A`, `uni00E9`, `u1F600`, `f_i`, or a name of the Adobe glyph list
/// that Latin fonts use. A part after a dot names a variant and says nothing.
pub fn text(name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    let base = name.split('.').next().filter(|base| !base.is_empty())?;
    let parts: Option<String> = base.split('_').map(part).collect();
    parts.filter(|text| !text.is_empty())
}

fn part(name: &str) -> Option<String> {
    if let Some(character) = named(name) {
        return Some(character.to_string());
    }
    if let Some(digits) = name.strip_prefix("uni").filter(|digits| digits.len() >= 4 && digits.is_ascii()) {
        let units = digits
            .as_bytes()
            .chunks_exact(4)
            .filter_map(|unit| u16::from_str_radix(std::str::from_utf8(unit).ok()?, 16).ok());
        return Some(char::decode_utf16(units).filter_map(Result::ok).collect());
    }
    let digits = name.strip_prefix('u').filter(|digits| (4..=6).contains(&digits.len()))?;
    let character = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
    Some(character.to_string())
}

fn named(name: &str) -> Option<char> {
    let mut characters = name.chars();
    if let (Some(single), None) = (characters.next(), characters.next()) {
        return single.is_ascii_alphabetic().then_some(single);
    }
    if let Some(index) = NAMES.iter().position(|(known, _)| *known == name) {
        return Some(NAMES[index].1);
    }
    accented(name)
}

/// A letter with an accent, such as `eacute`.
fn accented(name: &str) -> Option<char> {
    let letter = name.chars().next().filter(char::is_ascii_alphabetic)?;
    let (_, composed) = ACCENTS.iter().find(|(accent, _)| *accent == &name[1..])?;
    let at = composed.chars().position(|known| known == letter)?;
    composed.chars().nth(at + 1)
}

/// Accents, each with the letters that take it and the composed letters after them.
const ACCENTS: &[(&str, &str)] = &[
    ("acute", "AÁEÉIÍOÓUÚYÝaáeéiíoóuúyýCĆcćNŃnńSŚsśZŹzźLĹlĺRŔrŕ"),
    ("grave", "AÀEÈIÌOÒUÙaàeèiìoòuùWẀwẁYỲyỳ"),
    ("circumflex", "AÂEÊIÎOÔUÛaâeêiîoôuûWŴwŵYŶyŷCĈcĉGĜgĝHĤhĥJĴjĵSŜsŝ"),
    ("dieresis", "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿWẄwẅ"),
    ("tilde", "AÃNÑOÕaãnñoõIĨiĩUŨuũ"),
    ("ring", "AÅaåUŮuů"),
    ("cedilla", "CÇcçSŞsşTŢtţ"),
    ("caron", "CČcčDĎdďEĚeěNŇnňRŘrřSŠsšTŤtťZŽzž"),
    ("macron", "AĀEĒIĪOŌUŪaāeēiīoōuū"),
    ("breve", "AĂaăGĞgğUŬuŭ"),
    ("ogonek", "AĄaąEĘeęIĮiįUŲuų"),
    ("dotaccent", "CĊcċEĖeėGĠgġIİZŻzż"),
    ("hungarumlaut", "OŐoőUŰuű"),
    ("slash", "OØoø"),
];

const NAMES: &[(&str, char)] = &[
    ("space", ' '),
    ("nbspace", '\u{a0}'),
    ("nonbreakingspace", '\u{a0}'),
    ("zero", '0'),
    ("one", '1'),
    ("two", '2'),
    ("three", '3'),
    ("four", '4'),
    ("five", '5'),
    ("six", '6'),
    ("seven", '7'),
    ("eight", '8'),
    ("nine", '9'),
    ("period", '.'),
    ("comma", ','),
    ("colon", ':'),
    ("semicolon", ';'),
    ("hyphen", '-'),
    ("sfthyphen", '\u{ad}'),
    ("softhyphen", '\u{ad}'),
    ("minus", '−'),
    ("endash", '–'),
    ("emdash", '—'),
    ("quotesingle", '\''),
    ("quotedbl", '"'),
    ("quoteleft", '‘'),
    ("quoteright", '’'),
    ("quotedblleft", '“'),
    ("quotedblright", '”'),
    ("quotesinglbase", '‚'),
    ("quotedblbase", '„'),
    ("guilsinglleft", '‹'),
    ("guilsinglright", '›'),
    ("guillemotleft", '«'),
    ("guillemotright", '»'),
    ("parenleft", '('),
    ("parenright", ')'),
    ("bracketleft", '['),
    ("bracketright", ']'),
    ("braceleft", '{'),
    ("braceright", '}'),
    ("slash", '/'),
    ("backslash", '\\'),
    ("bar", '|'),
    ("brokenbar", '¦'),
    ("ampersand", '&'),
    ("at", '@'),
    ("numbersign", '#'),
    ("percent", '%'),
    ("perthousand", '‰'),
    ("dollar", '$'),
    ("sterling", '£'),
    ("Euro", '€'),
    ("euro", '€'),
    ("cent", '¢'),
    ("yen", '¥'),
    ("currency", '¤'),
    ("florin", 'ƒ'),
    ("plus", '+'),
    ("plusminus", '±'),
    ("multiply", '×'),
    ("divide", '÷'),
    ("equal", '='),
    ("notequal", '≠'),
    ("less", '<'),
    ("greater", '>'),
    ("lessequal", '≤'),
    ("greaterequal", '≥'),
    ("exclam", '!'),
    ("exclamdown", '¡'),
    ("question", '?'),
    ("questiondown", '¿'),
    ("asterisk", '*'),
    ("asciicircum", '^'),
    ("asciitilde", '~'),
    ("underscore", '_'),
    ("grave", '`'),
    ("acute", '´'),
    ("circumflex", 'ˆ'),
    ("tilde", '˜'),
    ("macron", '¯'),
    ("dieresis", '¨'),
    ("cedilla", '¸'),
    ("degree", '°'),
    ("section", '§'),
    ("paragraph", '¶'),
    ("dagger", '†'),
    ("daggerdbl", '‡'),
    ("ellipsis", '…'),
    ("periodcentered", '·'),
    ("middot", '·'),
    ("bullet", '•'),
    ("filledbox", '■'),
    ("filledsquare", '■'),
    ("H18543", '▪'),
    ("H17075", '●'),
    ("openbullet", '◦'),
    ("circle", '○'),
    ("copyright", '©'),
    ("registered", '®'),
    ("trademark", '™'),
    ("ordfeminine", 'ª'),
    ("ordmasculine", 'º'),
    ("onesuperior", '¹'),
    ("twosuperior", '²'),
    ("threesuperior", '³'),
    ("onequarter", '¼'),
    ("onehalf", '½'),
    ("threequarters", '¾'),
    ("fraction", '⁄'),
    ("logicalnot", '¬'),
    ("mu", 'µ'),
    ("AE", 'Æ'),
    ("ae", 'æ'),
    ("OE", 'Œ'),
    ("oe", 'œ'),
    ("Eth", 'Ð'),
    ("eth", 'ð'),
    ("Thorn", 'Þ'),
    ("thorn", 'þ'),
    ("germandbls", 'ß'),
    ("dotlessi", 'ı'),
    ("Lslash", 'Ł'),
    ("lslash", 'ł'),
    ("ff", '\u{fb00}'),
    ("fi", '\u{fb01}'),
    ("fl", '\u{fb02}'),
    ("ffi", '\u{fb03}'),
    ("ffl", '\u{fb04}'),
    // ZapfDingbats' names for marks that serve as bullets.
    ("a71", '●'),
    ("a73", '■'),
    ("a114", '❑'),
    ("a78", '◆'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_form() {
        let read = |name: &str| text(name.as_bytes());
        assert_eq!(read("A").as_deref(), Some("A"));
        assert_eq!(read("eacute").as_deref(), Some("é"));
        assert_eq!(read("Scaron").as_deref(), Some("Š"));
        assert_eq!(read("quoteright").as_deref(), Some("’"));
        assert_eq!(read("uni2022").as_deref(), Some("•"));
        assert_eq!(read("u1F600").as_deref(), Some("\u{1f600}"));
        assert_eq!(read("f_i.liga").as_deref(), Some("fi"));
        assert_eq!(read(".notdef"), None);
        assert_eq!(read("g123"), None);
        assert_eq!(read("é"), None);
    }
}
