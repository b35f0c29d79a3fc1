//! Each limit, lowered below what a file needs, is named by a message; what was read before it is kept.

use throughline::read::{self, Limit, Limits, Options, ReadError, Reading};

use crate::word::{document, of_parts};
use crate::{source, typeset};

const LETTER: &str = "northmere/2024-05-24-area-send-inspection-report.letter";

fn pdf() -> Vec<u8> {
    typeset::typeset(&source(LETTER), &typeset::Options { tagged: true }).expect("a source can be typeset")
}

fn read(bytes: &[u8], limit: Limit, value: u64) -> Result<Reading, ReadError> {
    let mut options = Options::default();
    options.limits.set(limit, value);
    read::read(bytes, &options)
}

fn over(limit: Limit, value: u64) -> String {
    let mut limits = Limits::default();
    limits.set(limit, value);
    limits.exceeded(limit).to_string()
}

#[track_caller]
fn fails(bytes: &[u8], limit: Limit, value: u64) {
    let error = read(bytes, limit, value).unwrap_err();
    assert!(error.to_string().ends_with(&over(limit, value)), "{error}");
    assert!(
        error.help().starts_with(&format!("raise it with `--read-limit {}=", limit.name())),
        "{}",
        error.help()
    );
}

#[track_caller]
fn warns(bytes: &[u8], limit: Limit, value: u64) -> Reading {
    let reading = read(bytes, limit, value).unwrap();
    let told = reading.warnings.iter().any(|warning| warning.message.ends_with(&over(limit, value)));
    assert!(told, "{:?}", reading.warnings);
    reading
}

#[test]
fn a_pdf_beyond_a_limit_is_an_error_or_a_warning_that_names_it() {
    let pdf = pdf();
    let whole = read::read(&pdf, &Options::default()).unwrap();
    assert_eq!(whole.warnings, []);
    fails(&pdf, Limit::FileBytes, 1_000);
    fails(&pdf, Limit::TotalBytes, 10);
    fails(&pdf, Limit::StreamBytes, 10);
    let first_page = warns(&pdf, Limit::Pages, 1);
    let text = whole.document.text();
    assert!(text.starts_with(&first_page.document.text()[..100]), "{}", first_page.document.text());
    assert!(first_page.document.text().len() < text.len());
    let beginning = warns(&pdf, Limit::Operators, 200);
    assert!(beginning.document.text().len() < text.len());
    warns(&pdf, Limit::Nodes, 20);
    warns(&pdf, Limit::Nesting, 2);
}

#[test]
fn a_file_that_takes_too_long_is_given_up() {
    fails(&pdf(), Limit::Seconds, 0);
    fails(b"<html><p>Text", Limit::Seconds, 0);
    fails(b"Dear Director", Limit::Seconds, 0);
    fails(&of_parts(&[("word/document.xml", &document("<w:p/>"))]), Limit::Seconds, 0);
}

#[test]
fn a_page_or_word_file_beyond_a_limit_is_an_error_that_names_it() {
    let page = b"<html><p>One<p>Two<p>Three";
    fails(page, Limit::StreamBytes, 10);
    fails(page, Limit::Nodes, 2);
    let word = of_parts(&[("word/document.xml", &document("<w:p><w:r><w:t>Text</w:t></w:r></w:p>"))]);
    fails(&word, Limit::StreamBytes, 20);
    fails(&word, Limit::Nodes, 2);
    fails(&word, Limit::Nesting, 3);
}

#[test]
fn a_limit_raised_lets_a_file_through() {
    let cells = format!("{}x{}", "<w:sdt>".repeat(180), "</w:sdt>".repeat(180));
    let deep = cells.replace('x', "<w:p><w:r><w:t>Text</w:t></w:r></w:p>");
    let word = of_parts(&[("word/document.xml", &document(&deep))]);
    fails(&word, Limit::Nesting, Limits::default().nesting);
    assert_eq!(read(&word, Limit::Nesting, 250).unwrap().document.text(), "Text");
    let large = format!("<html><p>Text{}", " ".repeat(33 << 20));
    fails(large.as_bytes(), Limit::StreamBytes, Limits::default().stream_bytes);
    assert_eq!(read(large.as_bytes(), Limit::StreamBytes, 64 << 20).unwrap().document.text(), "Text");
}
