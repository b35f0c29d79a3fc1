//! The Word file: what Word and a screen reader go by, and that it can be read again.

use std::collections::BTreeSet;

use quick_xml::Reader;
use quick_xml::events::Event;

use super::parts::part;
use crate::bench::{Bench, stdout};

fn made() -> (Bench, Vec<u8>) {
    let bench = Bench::holding("northmere");
    bench.run(&["brief", "--area", "Northmere", "-o", "brief.docx"]).success();
    let word = std::fs::read(bench.path("brief.docx")).unwrap();
    (bench, word)
}

fn values(xml: &str, opening: &str) -> BTreeSet<String> {
    xml.split(opening).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[test]
fn every_part_is_well_formed_and_every_style_and_note_is_there() {
    let (_, word) = made();
    let zip = zip::ZipArchive::new(std::io::Cursor::new(&word)).unwrap();
    let names: Vec<String> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    for name in &names {
        let text = part(&word, name);
        let mut reader = Reader::from_str(&text);
        while !matches!(reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")), Event::Eof) {}
    }
    let types = part(&word, "[Content_Types].xml");
    for named in values(&types, "PartName=\"/") {
        assert!(names.contains(&named), "{named} is declared and not there");
    }
    let (document, styles) = (part(&word, "word/document.xml"), part(&word, "word/styles.xml"));
    let known = values(&styles, "w:styleId=\"");
    for used in ["<w:pStyle w:val=\"", "<w:rStyle w:val=\"", "<w:tblStyle w:val=\""] {
        assert!(values(&document, used).is_subset(&known), "{:?}", values(&document, used));
    }
    let notes = values(&part(&word, "word/endnotes.xml"), "<w:endnote w:id=\"");
    assert!(notes.len() > 40);
    assert_eq!(values(&document, "<w:endnoteReference w:id=\""), notes);
    assert_eq!(document.matches("<w:endnoteReference").count(), notes.len(), "Word allows one mark a note");
}

#[test]
fn headings_table_headers_language_title_and_page_numbers_are_marked() {
    let (_, word) = made();
    let document = part(&word, "word/document.xml");
    for style in ["Heading1", "Heading2", "Heading3", "ListBullet", "Caption"] {
        assert!(document.contains(&format!("<w:pStyle w:val=\"{style}\"/>")), "{style}");
    }
    let tables = document.matches("<w:tbl>").count();
    assert_eq!(tables, 3);
    for mark in ["<w:tblHeader/>", "w:firstRow=\"1\"", "w:firstColumn=\"1\"", "<w:tblCaption "] {
        assert_eq!(document.matches(mark).count(), tables, "{mark}");
    }
    assert!(part(&word, "word/styles.xml").contains("<w:lang w:val=\"en-GB\""));
    let core = part(&word, "docProps/core.xml");
    assert!(core.contains("<dc:title>SEND in Northmere: briefing for scrutiny</dc:title>"), "{core}");
    assert!(core.contains("<dc:language>en-GB</dc:language>"));
    let footer = part(&word, "word/footer1.xml");
    assert!(footer.contains(" PAGE ") && footer.contains(" NUMPAGES "));
}

#[test]
fn our_own_reader_reads_its_headings_and_tables() {
    let (bench, _) = made();
    let text = stdout(&bench.run(&["text", "brief.docx"]).success());
    for part in [
        "SEND in Northmere: briefing for scrutiny",
        "Where it stands now",
        "Inspection letter of 8 June 2018",
        "not sufficient progress",
        "Not carried forward:",
        "Sources",
    ] {
        assert!(text.contains(part), "{part} is not in:\n{text}");
    }
}
