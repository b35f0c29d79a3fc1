//! Writes PDF files object by object, so that anything in them may be wrong.

use std::collections::BTreeMap;

use lopdf::{Dictionary, Stream};

/// What a good page shows.
pub const TEXT: &str = "Dear Director";
/// The numbers that objects have in [`Pdf::letter`].
pub const CATALOG: u32 = 1;
pub const PAGES: u32 = 2;
pub const PAGE: u32 = 3;
pub const CONTENT: u32 = 4;
pub const FONT: u32 = 5;
/// The first number that is free.
pub const FREE: u32 = 6;

/// The objects of a file, as they are written between `obj` and `endobj`.
pub struct Pdf {
    objects: BTreeMap<u32, Vec<u8>>,
    pub trailer: String,
}

impl Pdf {
    /// A good letter of one page.
    pub fn letter() -> Self {
        let mut pdf = Self { objects: BTreeMap::new(), trailer: "/Root 1 0 R".to_owned() };
        pdf.set(CATALOG, "<</Type/Catalog/Pages 2 0 R>>");
        pdf.set(PAGES, "<</Type/Pages/Kids[3 0 R]/Count 1>>");
        pdf.set(PAGE, page("/Contents 4 0 R"));
        pdf.stream(CONTENT, "", show(TEXT).as_bytes());
        pdf.set(FONT, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        pdf
    }

    pub fn set(&mut self, number: u32, body: impl Into<Vec<u8>>) {
        self.objects.insert(number, body.into());
    }

    /// A stream with more entries in its dictionary.
    pub fn stream(&mut self, number: u32, entries: &str, bytes: &[u8]) {
        self.set(number, stream(&format!("/Length {}{entries}", bytes.len()), bytes));
    }

    /// The file, with a table of cross-references.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut places = BTreeMap::new();
        for (number, body) in &self.objects {
            places.insert(*number, bytes.len());
            bytes.extend(format!("{number} 0 obj\n").bytes());
            bytes.extend(body);
            bytes.extend(b"\nendobj\n");
        }
        let start = bytes.len();
        bytes.extend(b"xref\n0 1\n0000000000 65535 f \n");
        for (number, place) in &places {
            bytes.extend(format!("{number} 1\n{place:010} 00000 n \n").bytes());
        }
        let size = places.keys().last().map_or(1, |last| last + 1);
        bytes.extend(
            format!("trailer\n<</Size {size}{}>>\nstartxref\n{start}\n%%EOF\n", self.trailer).bytes(),
        );
        bytes
    }
}

/// A page with more entries.
pub fn page(entries: &str) -> String {
    format!("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>{entries}>>")
}

pub fn show(text: &str) -> String {
    format!("BT /F1 12 Tf 72 700 Td ({text}) Tj ET\n")
}

pub fn stream(entries: &str, bytes: &[u8]) -> Vec<u8> {
    let mut body = format!("<<{entries}>>\nstream\n").into_bytes();
    body.extend(bytes);
    body.extend(b"\nendstream");
    body
}

/// Bytes as the Flate filter has them.
pub fn deflate(bytes: &[u8]) -> Vec<u8> {
    let mut stream = Stream::new(Dictionary::new(), bytes.to_vec());
    stream.compress().unwrap();
    stream.content
}
