//! Web pages and Word files made to break their reader give text or a typed error, and soon.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use throughline::read::{self, Limit, Limits, Options, ReadError, Reading};

use crate::word::{document, of_parts};

fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    read::read(bytes, &Options::default())
}

fn soon(bytes: &[u8]) -> Result<Reading, ReadError> {
    let begun = Instant::now();
    let reading = read(bytes);
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
    reading
}

fn over(what: &'static str, limit: Limit) -> ReadError {
    ReadError::OverLimit(what, Limits::default().exceeded(limit))
}

fn word(text: &str) -> Vec<u8> {
    of_parts(&[("word/document.xml", text)])
}

#[test]
fn pages_that_nest_deeply() {
    for tag in ["<div>", "<b>", "<ul><li>", "<p><font color=1>", "</p><a>"] {
        let page = format!("<html>{}Text", tag.repeat(20_000 / tag.matches('<').count()));
        assert!(soon(page.as_bytes()).unwrap().document.text().contains("Text"), "{tag}");
    }
    let many = "<i>".repeat(1_100_000);
    assert_eq!(soon(format!("<html>{many}").as_bytes()).unwrap_err(), over("web page", Limit::Nodes));
}

#[test]
fn tables_that_claim_to_be_wide() {
    let cell = "<tr><td colspan=999999999 rowspan=999999999>x".repeat(5_000);
    assert!(soon(format!("<html><table>{cell}").as_bytes()).is_ok());
}

#[test]
fn word_files_that_nest_deeply() {
    for (open, close) in [("<w:sdt>", "</w:sdt>"), ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>")] {
        let body =
            format!("{}<w:p><w:r><w:t>Text</w:t></w:r></w:p>{}", open.repeat(50_000), close.repeat(50_000));
        // What is nested deeper than any letter nests is not read.
        assert_eq!(soon(&word(&document(&body))).unwrap_err(), over("Word file", Limit::Nesting), "{open}");
    }
}

#[test]
fn a_zip_bomb() {
    let bomb = format!("<w:t>{}</w:t>", " ".repeat(60 << 20));
    assert_eq!(soon(&word(&bomb)).unwrap_err(), over("Word file", Limit::StreamBytes));
}

#[test]
fn entities_are_not_expanded() {
    let text = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>\
        <w:document><w:body><w:p><w:r><w:t>Text&b;&amp;&unknown;</w:t></w:r></w:p></w:body></w:document>";
    assert_eq!(soon(&word(text)).unwrap().document.text(), "Text&");
}

#[test]
fn broken_xml_gives_what_stands_before_the_fault() {
    let whole = document("<w:p><w:r><w:t>Before.</w:t></w:r></w:p><w:p><w:r><w:t>After.</w:t></w:r></w:p>");
    let cut = whole.find("After").unwrap();
    let reading = soon(&word(&whole[..cut])).unwrap();
    assert_eq!(reading.document.text(), "Before.");
    assert_eq!(reading.warnings[0].code, "damaged-word-file");
    assert_eq!(soon(&word("no XML <")).unwrap_err(), ReadError::DamagedWord("its text is no XML"));
    assert_eq!(soon(&word(&document(""))).unwrap_err(), ReadError::NoText("Word file"));
    let styles = of_parts(&[("word/document.xml", &whole), ("word/styles.xml", "<w:styles><w:style")]);
    assert_eq!(soon(&styles).unwrap().warnings.len(), 1);
}

#[test]
fn zips_that_hold_other_things_are_named() {
    let named = |parts: &[(&str, &str)]| soon(&of_parts(parts)).unwrap_err().to_string();
    assert!(named(&[("notes.txt", "text")]).contains("a zip file that is no Word file"));
    assert!(named(&[("mimetype", "x"), ("content.xml", "<x/>")]).contains("(.odt)"));
    let relations =
        r#"<Relationships><Relationship Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    assert!(named(&[("_rels/.rels", relations), ("xl/workbook.xml", "<x/>")]).contains("Excel"));
    let whole = word(&document(""));
    assert!(matches!(soon(&whole[..whole.len() / 2]), Err(ReadError::DamagedWord(_))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_damage_to_a_word_file_gives_text_or_a_typed_error(at in 0_usize..10_000, byte in any::<u8>()) {
        let mut bytes = of_parts(&[
            ("word/document.xml", &document("<w:p><w:r><w:t>Text</w:t></w:r></w:p>")),
            ("word/styles.xml", "<w:styles/>"),
        ]);
        let place = at % bytes.len();
        bytes[place] = byte;
        let _ = read(&bytes);
    }

    #[test]
    fn any_markup_in_a_word_file_gives_text_or_a_typed_error(
        parts in proptest::collection::vec(
            "<(/)?w:(p|r|t|tbl|tr|tc|tcPr|gridSpan|vMerge|br|txbxContent|pict|sdt|ins|numPr)( w:val=\"9\")?(/)?>|[a-z•]{0,4}|&[a-z#0]{0,3};",
            0..50,
        )
    ) {
        let _ = read(&word(&parts.concat()));
    }
}
