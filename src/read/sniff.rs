use super::ReadError;

/// The formats that have a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Pdf,
    PlainText,
    Html,
    /// What Word files are, and others too: their reader tells.
    Zip,
}

/// How far into a file its format shows. PDF readers look for the header in the first 1,024 bytes.
const HEAD: usize = 1024;

/// What files begin with that have no reader.
const OTHERS: [(&[u8], &str); 8] = [
    (b"{\\rtf", "a rich text file (.rtf)"),
    (b"\x89PNG", "a picture"),
    (&[0xff, 0xd8, 0xff], "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a picture"),
    (b"MM\0*", "a picture"),
    (b"RIFF", "a picture"),
    (b"MIME-Version:", "a web archive or an email"),
];

/// What a page begins with, where its `html` element is left out or comes late.
const PAGE_OPENINGS: [&str; 13] = [
    "<!doctype html",
    "<html",
    "<head",
    "<body",
    "<meta",
    "<title",
    "<div",
    "<p>",
    "<p ",
    "<h1",
    "<table",
    "<article",
    "<main",
];

/// Tells a file's format by its content, so that a wrong name does no harm.
pub fn format(bytes: &[u8]) -> Result<Format, ReadError> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0) {
        return Err(ReadError::Empty);
    }
    if find(head, b"%PDF-").is_some() {
        return Ok(Format::Pdf);
    }
    if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
        return Ok(Format::Zip);
    }
    if head.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(ReadError::OtherFormat(old_office(bytes)));
    }
    if let Some((_, name)) = OTHERS.iter().find(|(opening, _)| head.starts_with(opening)) {
        return Err(ReadError::OtherFormat(name));
    }
    marked_up(&characters(head))
}

/// A file in the container of old Office files. A Word file with a password is put into one.
fn old_office(bytes: &[u8]) -> &'static str {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    match find(bytes, &name) {
        Some(_) => "a Word file with a password",
        None => "an old Word file (.doc)",
    }
}

/// Tells pages, other XML and text apart by the characters that a file begins with.
fn marked_up(head: &str) -> Result<Format, ReadError> {
    let head = head.to_ascii_lowercase();
    let from_tag = &head[head.find('<').unwrap_or(head.len())..];
    let begins_with_tag = head.trim_start().starts_with('<');
    if head.contains("<html")
        || head.contains("<!doctype html")
        || PAGE_OPENINGS[..4].iter().any(|opening| from_tag.starts_with(opening))
    {
        return Ok(Format::Html);
    }
    if begins_with_tag && PAGE_OPENINGS.iter().any(|opening| from_tag.starts_with(opening)) {
        return Ok(Format::Html);
    }
    if from_tag.starts_with("<?xml") {
        return Err(ReadError::OtherFormat("an XML file"));
    }
    Ok(Format::PlainText)
}

/// The characters of a file's beginning. Only those of ASCII matter.
fn characters(head: &[u8]) -> String {
    match encoding_rs::Encoding::for_bom(head) {
        Some((encoding, _)) => encoding.decode_with_bom_removal(head).0.into_owned(),
        None => String::from_utf8_lossy(head).into_owned(),
    }
}

fn find(haystack: &[u8], needle: &[u8]) -> Option<usize> {
    haystack.windows(needle.len()).position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_not_the_name() {
        assert_eq!(format(b"%PDF-1.7\n..."), Ok(Format::Pdf));
        assert_eq!(format(b"\r\n<!DOCTYPE html><html>"), Ok(Format::Html));
        assert_eq!(format(b"<!-- saved -->\n<!DOCTYPE html><p>"), Ok(Format::Html));
        assert_eq!(format(b"<div><p>Dear Director</p></div>"), Ok(Format::Html));
        assert_eq!(format(b"<name and address removed>\nDear Director"), Ok(Format::PlainText));
        assert_eq!(format(b"<h1>Letter</h1>"), Ok(Format::Html));
        assert_eq!(format(b"Dear Director"), Ok(Format::PlainText));
        assert_eq!(format(b"See <p> for more"), Ok(Format::PlainText));
        assert_eq!(format(b" \n\0"), Err(ReadError::Empty));
        assert_eq!(format(b"GIF89a..."), Err(ReadError::OtherFormat("a picture")));
        assert_eq!(format(b"PK\x03\x04rest"), Ok(Format::Zip));
    }

    #[test]
    fn a_page_in_utf_16_is_a_page() {
        let bytes: Vec<u8> = "\u{feff}<html>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(format(&bytes), Ok(Format::Html));
    }

    #[test]
    fn formats_without_a_reader_are_named() {
        let named = |bytes: &[u8]| format(bytes).unwrap_err().to_string();
        assert!(named(b"{\\rtf1 Dear").contains("(.rtf)"));
        assert!(named(b"\xd0\xcf\x11\xe0rest").contains("(.doc)"));
        let mut locked = b"\xd0\xcf\x11\xe0".to_vec();
        locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert!(named(&locked).contains("password"));
        assert!(named(b"<?xml version='1.0'?><w:wordDocument>").contains("an XML file"));
    }
}
