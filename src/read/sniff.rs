use super::ReadError;

/// The formats that have a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Pdf,
    PlainText,
}

/// How far into a file its format shows. PDF readers look for the header in the first 1,024 bytes.
const HEAD: usize = 1024;

/// How pictures open: PNG, JPEG, GIF, TIFF in either byte order, and WebP among others.
const PICTURES: [&[u8]; 6] = [b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"RIFF"];

/// Tells a file's format by its content, so that a wrong name does no harm.
pub fn format(bytes: &[u8]) -> Result<Format, ReadError> {
    let head = &bytes[..bytes.len().min(HEAD)];
    if bytes.iter().all(|byte| byte.is_ascii_whitespace() || *byte == 0) {
        return Err(ReadError::Empty);
    }
    if find(head, b"%PDF-").is_some() {
        return Ok(Format::Pdf);
    }
    if head.starts_with(b"PK\x03\x04") {
        return Err(ReadError::OtherFormat("a Word, OpenDocument or zip file"));
    }
    if head.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]) {
        return Err(ReadError::OtherFormat("an old Word file (.doc)"));
    }
    if head.starts_with(b"{\\rtf") {
        return Err(ReadError::OtherFormat("a rich text file"));
    }
    if PICTURES.iter().any(|opening| head.starts_with(opening)) {
        return Err(ReadError::OtherFormat("a picture"));
    }
    if looks_like_html(head) {
        return Err(ReadError::WebPage);
    }
    Ok(Format::PlainText)
}

/// A page names itself near its top, or begins with a tag and closes one.
fn looks_like_html(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).to_ascii_lowercase();
    let named = [&b"<!doctype html"[..], b"<html"].iter().any(|name| find(&head, name).is_some());
    let opening = head.trim_ascii_start();
    let begins = opening.first() == Some(&b'<')
        && opening.get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || b"!?".contains(byte));
    named || begins && (find(&head, b"</").is_some() || opening.starts_with(b"<?xml"))
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
        assert_eq!(format(b"\r\n<!DOCTYPE html><html>"), Err(ReadError::WebPage));
        assert_eq!(format(b"<!-- saved -->\n<!DOCTYPE html><p>"), Err(ReadError::WebPage));
        assert_eq!(format(b"<div><p>Dear Director</p></div>"), Err(ReadError::WebPage));
        assert_eq!(format(b"<name and address removed>\nDear Director"), Ok(Format::PlainText));
        assert_eq!(format(b"Dear Director"), Ok(Format::PlainText));
        assert_eq!(format(b" \n\0"), Err(ReadError::Empty));
        assert!(matches!(format(b"PK\x03\x04rest"), Err(ReadError::OtherFormat(_))));
        assert_eq!(format(b"GIF89a..."), Err(ReadError::OtherFormat("a picture")));
    }
}
