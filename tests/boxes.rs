//! Boxes of quotations: the words of the corpus's PDFs lie where the typesetter put them.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use lopdf::content::Content;
use throughline::document::{Document, PageBox};
use throughline::read;
use throughline::text::Span;

/// How far a box may be off, in points.
const NEAR: f32 = 0.5;

fn pdfs() -> Vec<PathBuf> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let folders = std::fs::read_dir(corpus).unwrap().flatten().filter(|entry| entry.path().is_dir());
    let files = folders.flat_map(|folder| std::fs::read_dir(folder.path()).unwrap().flatten());
    let mut pdfs: Vec<PathBuf> = files.map(|file| file.path()).collect();
    pdfs.retain(|path| path.extension().is_some_and(|ending| ending == "pdf"));
    pdfs.sort();
    assert!(!pdfs.is_empty());
    pdfs
}

fn document(path: &Path) -> Document {
    read::read(&std::fs::read(path).unwrap(), &read::Options::default()).unwrap().document
}

/// A line as the file's own operators show it.
struct Shown {
    page: u32,
    left: f32,
    baseline: f32,
    size: f32,
    text: String,
}

/// The typesetter writes each line as `Tf Tm Tj`, in the page's own coordinates.
fn shown_lines(path: &Path) -> Vec<Shown> {
    let file = lopdf::Document::load(path).unwrap();
    let mut shown = Vec::new();
    for (page, id) in file.get_pages() {
        let content = Content::decode(&file.get_page_content(id)).unwrap();
        let (mut left, mut baseline, mut size) = (0.0, 0.0, 0.0);
        for operation in content.operations {
            let number = |index: usize| operation.operands[index].as_float().unwrap();
            match operation.operator.as_str() {
                "Tf" => size = number(1),
                "Tm" => (left, baseline) = (number(4), number(5)),
                "Tj" => {
                    let bytes = operation.operands[0].as_str().unwrap();
                    let text = String::from_utf8_lossy(bytes).trim().to_owned();
                    shown.push(Shown { page, left, baseline, size, text });
                }
                _ => {}
            }
        }
    }
    shown
}

/// The only place of a text in a document.
fn only(document: &Document, text: &str) -> Option<Span> {
    let mut found = document.text().match_indices(text);
    let (start, _) = found.next()?;
    found.next().is_none().then(|| Span::new(start, start + text.len()))
}

#[test]
fn each_line_is_boxed_where_the_typesetter_put_it() {
    for path in pdfs() {
        let document = document(&path);
        let mut compared = 0;
        for line in shown_lines(&path).iter().filter(|line| line.text.len() > 30 && line.text.is_ascii()) {
            let Some(span) = only(&document, &line.text) else { continue };
            let boxes = document.provenance().boxes_of(span);
            let [found] = boxes[..] else { panic!("{}: {}: {boxes:?}", path.display(), line.text) };
            assert_eq!(found.page, line.page, "{}", line.text);
            assert!((found.left - line.left).abs() < NEAR, "{}: {found:?}", line.text);
            assert!(found.bottom < line.baseline && line.baseline < found.top, "{}: {found:?}", line.text);
            assert!((found.height() - line.size).abs() < NEAR, "{}: {found:?}", line.text);
            compared += 1;
        }
        assert!(compared > 10, "{}: only {compared} lines compared", path.display());
    }
}

#[test]
fn words_in_mid_line_are_boxed_apart_from_those_around_them() {
    for path in pdfs() {
        let document = document(&path);
        for line in shown_lines(&path).iter().filter(|line| line.text.len() > 30 && line.text.is_ascii()) {
            let Some(span) = only(&document, &line.text) else { continue };
            let words = line.text.match_indices(' ').map(|(at, _)| span.start + at);
            for blank in words {
                let box_of = |span| document.provenance().boxes_of(span)[0];
                let before: PageBox = box_of(Span::new(span.start, blank));
                let after: PageBox = box_of(Span::new(blank + 1, span.end));
                assert!(before.right < after.left, "{}: {before:?} {after:?}", line.text);
            }
        }
    }
}

#[test]
fn what_goes_on_over_a_page_end_has_boxes_on_both_pages() {
    let mut over_page_ends = 0;
    for path in pdfs() {
        let document = document(&path);
        let provenance = document.provenance();
        for block in document.blocks() {
            let (first, last) = provenance.pages_of(block.span).unwrap();
            let boxed: BTreeSet<u32> = provenance.boxes_of(block.span).iter().map(|it| it.page).collect();
            assert_eq!(boxed, (first..=last).collect(), "{}", document.slice(block.span));
            over_page_ends += usize::from(first < last);
        }
    }
    assert!(over_page_ends > 0, "no block of the corpus goes on over a page end");
}

#[test]
fn every_character_lies_in_a_box_on_its_page() {
    for path in pdfs() {
        let document = document(&path);
        let provenance = document.provenance();
        let characters = document.text().char_indices().filter(|(_, character)| !character.is_whitespace());
        for (start, character) in characters {
            let boxes = provenance.boxes_of(Span::new(start, start + character.len_utf8()));
            let [found] = boxes[..] else { panic!("{}: byte {start}: {boxes:?}", path.display()) };
            assert_eq!(Some(found.page), provenance.page_at(start));
            assert!(found.width() > 0.0 && found.height() > 0.0, "{found:?}");
            assert!(found.left > 0.0 && found.bottom > 0.0 && found.right < 596.0 && found.top < 843.0);
        }
    }
}

#[test]
fn a_text_file_has_no_boxes() {
    let document = read::read(b"Dear Director", &read::Options::default()).unwrap().document;
    assert_eq!(document.provenance().boxes_of(Span::new(0, 13)), []);
}
