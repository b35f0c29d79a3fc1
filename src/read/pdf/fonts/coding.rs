use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, SHIFT_JIS};

/// How the strings of a composite font are cut to codes, and what these say where the font has no `ToUnicode`
/// CMap. Predefined CMaps are told by their names.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Coding {
    /// Codes of one byte or two that number glyphs.
    Glyphs(usize),
    /// UTF-16, big-endian, as in `UniGB-UCS2-H`.
    Utf16,
    /// UTF-32, big-endian.
    Utf32,
    /// A character set of East Asia, in one byte or two.
    Legacy(&'static Encoding),
}

impl Coding {
    /// The coding that a predefined CMap names; `None` for one that numbers glyphs, or is unknown.
    pub fn named(name: &[u8]) -> Option<Self> {
        let name = std::str::from_utf8(name).ok()?;
        let parts: Vec<&str> = name.split('-').collect();
        let has = |part: &str| parts.contains(&part);
        Some(match parts[0] {
            _ if has("UCS2") || has("UTF16") => Self::Utf16,
            _ if has("UTF32") => Self::Utf32,
            _ if has("RKSJ") => Self::Legacy(SHIFT_JIS),
            "GB" | "GBpc" | "GBK" | "GBKp" | "GBK2K" => Self::Legacy(GB18030),
            "B5pc" | "HKscs" | "ETen" | "ETenms" => Self::Legacy(BIG5),
            "KSC" | "KSCms" | "KSCpc" => Self::Legacy(EUC_KR),
            "EUC" => Self::Legacy(EUC_JP),
            _ => return None,
        })
    }

    /// The length in bytes of the code that a string begins with.
    pub fn length(self, string: &[u8]) -> usize {
        match self {
            Self::Glyphs(length) => length,
            Self::Utf16 if matches!(string.first(), Some(0xd8..=0xdb)) => 4,
            Self::Utf16 => 2,
            Self::Utf32 => 4,
            Self::Legacy(encoding) => match string.first() {
                Some(0xa0..=0xdf) if encoding == SHIFT_JIS => 1,
                Some(0x81..=0xfe) => 2,
                _ => 1,
            },
        }
    }

    /// Adds what a code says, where that shows from the code.
    pub fn push_text(self, code: u32, text: &mut String) {
        let bytes = code.to_be_bytes();
        match self {
            Self::Glyphs(_) => {}
            Self::Utf32 => text.extend(char::from_u32(code)),
            Self::Utf16 => {
                let units = bytes.chunks_exact(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]]));
                let units = units.skip_while(|unit| *unit == 0);
                text.extend(char::decode_utf16(units).filter_map(Result::ok));
            }
            Self::Legacy(encoding) => {
                let start = bytes.iter().position(|byte| *byte != 0).unwrap_or(bytes.len());
                let said = encoding.decode_without_bom_handling_and_without_replacement(&bytes[start..]);
                text.push_str(&said.unwrap_or_default());
            }
        }
    }

    /// Whether codes are the numbers of glyphs, which widths are given by.
    pub fn numbers_glyphs(self) -> bool {
        matches!(self, Self::Glyphs(_))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(name: &str, string: &[u8]) -> String {
        let coding = Coding::named(name.as_bytes()).unwrap();
        let mut text = String::new();
        let mut rest = string;
        while !rest.is_empty() {
            let (code, after) = rest.split_at(coding.length(rest).min(rest.len()));
            coding.push_text(code.iter().fold(0, |code, byte| code << 8 | u32::from(*byte)), &mut text);
            rest = after;
        }
        text
    }

    #[test]
    fn predefined_cmaps_are_read_by_their_names() {
        assert_eq!(read("UniGB-UCS2-H", b"\0D\0e\x5e\x74"), "De年");
        assert_eq!(read("UniJIS-UTF16-V", b"\xd8\x3d\xde\0\0a"), "\u{1f600}a");
        assert_eq!(read("UniCNS-UTF32-H", b"\0\0\0A"), "A");
        assert_eq!(read("90ms-RKSJ-H", b"a\x94\x4e\xb1"), "a年ｱ");
        assert_eq!(read("GBK-EUC-H", b"a\xc4\xea"), "a年");
        assert_eq!(read("ETen-B5-H", b"\xa6\x7e"), "年");
        assert_eq!(read("KSCms-UHC-H", b"\xb3\xe2"), "년");
        assert_eq!(Coding::named(b"Identity-H"), None);
    }
}
