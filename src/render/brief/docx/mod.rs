//! A brief as a Word file: its few parts, put into a zip that has no dates in it.
//!
//! Citations are endnotes, so that the brief itself stays short to read. A header row repeats and is marked as
//! one, a table's first column is marked as naming its rows, and the language is British English, all of which
//! screen readers go by.

mod body;
mod runs;

use std::io::{Cursor, Write};

use quick_xml::escape::escape;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::blocks::Page;
use body::Body;

const MADE_BY: &str = concat!("throughline ", env!("CARGO_PKG_VERSION"));

/// The name of WordprocessingML.
const NAMESPACE: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// # Errors
/// When the parts do not fit in a zip.
pub fn file(page: &Page) -> zip::result::ZipResult<Vec<u8>> {
    let body = Body::of(page);
    let parts = [
        ("[Content_Types].xml", include_str!("parts/content_types.xml").to_owned()),
        ("_rels/.rels", include_str!("parts/package_relations.xml").to_owned()),
        ("docProps/app.xml", include_str!("parts/app.xml").to_owned()),
        ("docProps/core.xml", core(&page.title())),
        ("word/document.xml", body.document),
        ("word/endnotes.xml", body.endnotes),
        ("word/numbering.xml", body.numbering),
        ("word/_rels/document.xml.rels", include_str!("parts/document_relations.xml").to_owned()),
        ("word/footer1.xml", include_str!("parts/footer.xml").to_owned()),
        ("word/settings.xml", include_str!("parts/settings.xml").to_owned()),
        ("word/styles.xml", include_str!("parts/styles.xml").to_owned()),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // The day that zip counts from: a file made twice is the same file.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        zip.start_file(name, options)?;
        zip.write_all(text.as_bytes())?;
    }
    Ok(zip.finish()?.into_inner())
}

fn core(title: &str) -> String {
    format!(
        "{DECLARATION}<cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>{}</dc:title>\
         <dc:creator>{MADE_BY}</dc:creator><dc:language>en-GB</dc:language></cp:coreProperties>",
        escape(title)
    )
}
