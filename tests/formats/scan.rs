//! A letter as a scanner gives it: pictures of its pages, and no text.
//!
//! Without Tesseract, or in a build that cannot draw, these tests say that they are skipped.

use std::process::{Command, Stdio};
use std::time::Duration;

use lopdf::{Object, Stream, dictionary};
use throughline::document::Document;
use throughline::draw::{self, Grey};
use throughline::read::{self, Options, ReadError, Tesseract};
use throughline::record::LetterRecord;

use crate::typeset::{self, typeset};
use crate::{erased::Json, records, rule_set, source};

/// Dots an inch that office scanners use.
const DOTS: f32 = 200.0;
/// How alike a statement and what OCR reads of it are at least, from 0 to 1.
const ALIKE: f64 = 0.97;
/// How far a box may be off, in points.
const NEAR: f32 = 4.0;

fn can_read() -> bool {
    let program = Tesseract::from_environment().program;
    let started = Command::new(program).arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    let can = cfg!(feature = "image") && started.is_ok_and(|status| status.success());
    if !can {
        eprintln!("skipped: Tesseract is not installed, or this build cannot draw pages");
    }
    can
}

fn tagged(name: &str) -> Vec<u8> {
    typeset(&source(name), &typeset::Options { tagged: true }).expect("a source can be typeset")
}

fn pictures(pdf: &[u8]) -> Vec<Grey> {
    let file = draw::File::open(pdf.to_vec(), Duration::from_secs(600)).expect("a letter can be drawn");
    (1..).map_while(|page| file.page(page, DOTS / 72.0).ok()).map(|page| page.grey()).collect()
}

/// What a cheap scanner makes of a page: black and white, a little askew, with dust on it.
fn worn(page: &Grey) -> Grey {
    let slope = 0.006;
    let mut worn = Grey { pixels: vec![255; page.pixels.len()], ..*page };
    for y in 0..page.height {
        for x in 0..page.width {
            let from_x = (x as f32 - slope * y as f32).round() as usize;
            let from_y = (y as f32 + slope * x as f32).round() as usize;
            let dust = (x * 7_919 + y * 104_729) % 40_009 == 0;
            let is_inside = from_x < page.width && from_y < page.height;
            if dust || (is_inside && page.at(from_x, from_y) < 150) {
                worn.pixels[y * page.width + x] = 0;
            }
        }
    }
    worn
}

/// A PDF of pictures, each filling its page, with what `over` draws on it.
fn pdf(pages: &[Grey], over: &str) -> Vec<u8> {
    let mut document = lopdf::Document::with_version("1.7");
    let root = document.new_object_id();
    let font = document
        .add_object(dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" });
    let mut kids: Vec<Object> = Vec::new();
    for page in pages {
        let (width, height) = (page.width as f32 / DOTS * 72.0, page.height as f32 / DOTS * 72.0);
        let mut picture = Stream::new(
            dictionary! {
                "Type" => "XObject", "Subtype" => "Image", "ColorSpace" => "DeviceGray", "BitsPerComponent" => 8,
                "Width" => page.width as i64, "Height" => page.height as i64,
            },
            page.pixels.clone(),
        );
        picture.compress().unwrap();
        let picture = document.add_object(picture);
        let drawn = format!("q {width} 0 0 {height} 0 0 cm /Scan Do Q\n{over}");
        let contents = document.add_object(Stream::new(dictionary! {}, drawn.into_bytes()));
        let page = document.add_object(dictionary! {
            "Type" => "Page", "Parent" => root, "Contents" => contents,
            "MediaBox" => vec![0.into(), 0.into(), width.into(), height.into()],
            "Resources" => dictionary! {
                "XObject" => dictionary! { "Scan" => picture }, "Font" => dictionary! { "F1" => font },
            },
        });
        kids.push(page.into());
    }
    let count = kids.len() as i64;
    document.objects.insert(root, dictionary! { "Type" => "Pages", "Count" => count, "Kids" => kids }.into());
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => root });
    document.trailer.set("Root", catalog);
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn by_ocr(scan: &[u8]) -> Document {
    let reading = read::read(scan, &Options::with_ocr()).expect("a scan can be read");
    assert!(reading.warnings.is_empty(), "{:?}", reading.warnings);
    reading.document
}

fn only(document: &Document) -> LetterRecord {
    let mut letters = records(document, &rule_set());
    assert_eq!(letters.len(), 1, "{}", document.text());
    letters.remove(0)
}

fn alike(one: &str, other: &str) -> f64 {
    rapidfuzz::fuzz::ratio(one.chars(), other.chars())
}

/// The same findings, with the same judgements, in nearly the same words, in the same places.
fn is_the_same(read: &Document, typed: &Document) {
    let (scan, letter) = (only(read), only(typed));
    let facts = |record: &LetterRecord| {
        let letter = &record.letter;
        [
            letter.kind.json(),
            letter.area.json(),
            letter.dated.json(),
            letter.visit.json(),
            letter.outcome.json(),
        ]
    };
    assert_eq!(facts(&scan), facts(&letter), "{}", read.text());
    let names = |record: &LetterRecord| -> Vec<_> {
        let name = |it: &throughline::record::Finding| {
            (it.kind.json(), it.number, it.judgement.json(), it.parts.len())
        };
        record.findings.iter().map(name).collect()
    };
    assert_eq!(names(&scan), names(&letter), "{}", read.text());
    for (scanned, typed) in scan.findings.iter().zip(&letter.findings) {
        let (scanned, typed) = (&scanned.statement, &typed.statement);
        assert!(alike(scanned, typed) >= ALIKE, "read:  {scanned}\ntyped: {typed}");
    }
    let sure =
        |record: &LetterRecord| -> Vec<_> { record.quotes().map(|it| it.span.ocr_confidence).collect() };
    assert!(sure(&scan).iter().all(|sure| sure.is_some_and(|sure| sure > 75)), "{:?}", sure(&scan));
    assert!(sure(&letter).iter().all(Option::is_none));
    assert_eq!(scan.source.ocr_pages, scan.source.pages);
}

fn is_read_from_a_scan(name: &str) {
    if !can_read() {
        return;
    }
    let tagged = tagged(name);
    let typed = crate::document(&tagged);
    is_the_same(&by_ocr(&pdf(&pictures(&tagged), "")), &typed);
}

#[test]
fn a_scanned_revisit_letter() {
    is_read_from_a_scan("elverdale/2021-07-02-revisit-letter.letter");
}

#[test]
fn a_scanned_report_with_tables() {
    is_read_from_a_scan("northmere/2024-05-24-area-send-inspection-report.letter");
}

/// The stamp is text, so that the pages hold some. Pages lie on their sides, as in a scanner with its feeder there.
#[test]
fn a_worn_scan_on_its_side_with_a_stamp_on_each_page() {
    if !can_read() {
        return;
    }
    let tagged = tagged("wexcombe/2018-09-07-dfe-notice-letter.letter");
    let pages: Vec<Grey> = pictures(&tagged).iter().map(|page| worn(page).turned(1)).collect();
    let scan = pdf(&pages, "BT /F1 9 Tf 0 -1 1 0 30 500 Tm (Agenda item 7) Tj ET");
    let found = read::read(&scan, &Options::default()).expect("the stamp is text");
    assert_eq!(found.warnings.len(), 1, "{:?}", found.warnings);
    assert!(found.warnings[0].message.contains("a picture of a page"), "{:?}", found.warnings);
    let read = by_ocr(&scan);
    let typed = crate::document(&tagged);
    is_the_same(&read, &typed);
}

#[test]
fn words_of_a_scan_lie_where_those_of_the_letter_do() {
    if !can_read() {
        return;
    }
    let tagged = tagged("elverdale/2025-02-20-stocktake-letter.letter");
    let (read, typed) = (by_ocr(&pdf(&pictures(&tagged)[..1], "")), crate::document(&tagged));
    let place = |document: &Document| {
        let start = document.text().find("Elverdale").expect("the area is named");
        let span = throughline::text::Span::new(start, start + "Elverdale".len());
        document.provenance().boxes_of(span)[0]
    };
    let (one, other) = (place(&read), place(&typed));
    assert_eq!(one.page, other.page);
    let off =
        [one.left - other.left, one.right - other.right, one.bottom - other.bottom, one.top - other.top];
    assert!(off.iter().all(|off| off.abs() < NEAR), "{one:?} {other:?}");
}

#[test]
fn a_scan_without_ocr_and_without_tesseract_says_what_to_do() {
    let blank = pdf(&[Grey { width: 400, height: 600, pixels: vec![200; 240_000] }], "");
    let error = read::read(&blank, &Options::default()).unwrap_err();
    assert_eq!(error, ReadError::Scanned { pages: 1 });
    assert!(error.help().contains("--ocr"));
    let mut inked = Grey { width: 400, height: 600, pixels: vec![255; 240_000] };
    inked.pixels[..100_000].fill(0);
    let ocr = Some(Tesseract { program: "no-such-tesseract".into() });
    let error = read::read(&pdf(&[inked], ""), &Options { ocr, ..Options::default() }).unwrap_err();
    if cfg!(feature = "image") {
        assert_eq!(error, ReadError::NoTesseract("no-such-tesseract".to_owned()));
        assert!(error.help().contains("apt install tesseract-ocr") && error.help().contains("brew"));
    } else {
        assert_eq!(error, ReadError::OcrNotBuilt);
    }
}
