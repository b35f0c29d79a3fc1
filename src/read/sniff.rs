use super::ReadError;

/// The formats that have a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    Pdf,
    PlainText,
}

/// How far into a file its format shows. PDF readers look for the header in the first 1,024 bytes.
const HEAD: usize = 1024;

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
    if head.starts_with(b"\x89PNG") || head.starts_with(&[0xff, 0xd8, 0xff]) || head.starts_with(b"II*\0") {
        return Err(ReadError::OtherFormat("a picture"));
    }
    if looks_like_html(head) {
        return Err(ReadError::WebPage);
    }
    Ok(Format::PlainText)
}

fn looks_like_html(head: &[u8]) -> bool {
    let head = head.to_ascii_lowercase();
    let start = head.iter().position(|byte| *byte == b'<').unwrap_or(head.len());
    let opens = [&b"<!doctype html"[..], b"<html", b"<head", b"<body", b"<?xml"];
    opens.iter().any(|tag| head[start..].starts_with(tag)) || find(&head, b"<html").is_some()
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
        assert_eq!(format(b"Dear Director"), Ok(Format::PlainText));
        assert_eq!(format(b" \n\0"), Err(ReadError::Empty));
        assert!(matches!(format(b"PK\x03\x04rest"), Err(ReadError::OtherFormat(_))));
    }
}
