//! How the objects of a file are stored, and what its pages make of them.

use lopdf::{Dictionary, Document, IncrementalDocument, Object, Stream, dictionary};

use super::maker::Maker;
use super::outline_of;

fn load(maker: &Maker) -> Document {
    Document::load_mem(&maker.untagged()).unwrap()
}

fn save(mut document: Document) -> Vec<u8> {
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    bytes
}

fn page(document: &mut Document) -> &mut Dictionary {
    let id = document.get_pages()[&1];
    document.get_object_mut(id).unwrap().as_dict_mut().unwrap()
}

/// A file of one page with these content streams and this font.
fn with_contents(parts: &[&str], font: impl FnOnce(&mut Document) -> Dictionary) -> Vec<u8> {
    let mut document = load(&Maker::new(1));
    let font = font(&mut document);
    let font = document.add_object(font);
    let streams: Vec<Object> = parts
        .iter()
        .map(|part| document.add_object(Stream::new(dictionary! {}, part.as_bytes().to_vec())).into())
        .collect();
    let page = page(&mut document);
    page.set("Contents", streams);
    page.set("Resources", dictionary! { "Font" => dictionary! { "F1" => font } });
    save(document)
}

fn helvetica(_: &mut Document) -> Dictionary {
    dictionary! { "Type" => "Font", "Subtype" => "Type1", "BaseFont" => "Helvetica" }
}

#[test]
fn the_streams_of_a_page_may_be_cut_inside_a_token() {
    let parts = ["BT /F1 12 Tf 72 700 Td (Dear Dir", "ector) T", "j E", "T"];
    assert_eq!(outline_of(&with_contents(&parts, helvetica)), ["p: Dear Director"]);
}

#[test]
fn objects_may_stand_in_streams() {
    let mut maker = Maker::new(2);
    maker.text(1, 72, 700, "Dear Director");
    maker.text(2, 72, 700, "Yours sincerely");
    let mut bytes = Vec::new();
    load(&maker).save_modern(&mut bytes).unwrap();
    assert!(bytes.windows(7).any(|window| window == b"/ObjStm"));
    assert_eq!(outline_of(&bytes), ["p: Dear Director", "p: Yours sincerely"]);
}

#[test]
fn the_newest_of_an_updated_object_counts() {
    let mut maker = Maker::new(1);
    maker.text(1, 72, 700, "The plan is late.");
    let bytes = save(load(&maker));
    let mut update = IncrementalDocument::create_from(bytes.clone(), Document::load_mem(&bytes).unwrap());
    let previous = update.get_prev_documents();
    let contents = previous.get_page_contents(previous.get_pages()[&1])[0];
    let newer = b"BT /F1 12 Tf 72 700 Td (The plan is there.) Tj ET".to_vec();
    update.new_document.objects.insert(contents, Stream::new(dictionary! {}, newer).into());
    let mut updated = Vec::new();
    update.save_to(&mut updated).unwrap();
    assert!(updated.starts_with(&bytes));
    assert_eq!(outline_of(&updated), ["p: The plan is there."]);
}

#[test]
fn pages_are_read_the_way_round_that_they_are_shown() {
    // The matrix that sets a line level on the page once it is turned, and its next line below it.
    for (degrees, first, second) in [
        (90, "0 1 -1 0 200 100", "0 1 -1 0 214 100"),
        (180, "-1 0 0 -1 500 200", "-1 0 0 -1 500 214"),
        (270, "0 -1 1 0 300 700", "0 -1 1 0 286 700"),
    ] {
        let mut maker = Maker::new(1);
        maker.draw(1, &format!("BT /F1 12 Tf {second} Tm (and it is read.) Tj ET\n"));
        maker.draw(1, &format!("BT /F1 12 Tf {first} Tm (The plan is there) Tj ET\n"));
        let mut document = load(&maker);
        page(&mut document).set("Rotate", degrees);
        assert_eq!(outline_of(&save(document)), ["p: The plan is there and it is read."], "{degrees}");
    }
}

#[test]
fn the_text_that_lies_unseen_over_a_scan_is_read() {
    let mut maker = Maker::new(1);
    maker.draw(1, "BT 3 Tr /F1 12 Tf 72 700 Td (Dear Director) Tj ET\n");
    assert_eq!(outline_of(&maker.untagged()), ["p: Dear Director"]);
}

#[test]
fn the_glyphs_of_a_type_3_font_are_read_by_their_names() {
    let font = |document: &mut Document| {
        let glyph = document.add_object(Stream::new(dictionary! {}, b"500 0 0 0 500 700 d1".to_vec()));
        dictionary! {
            "Type" => "Font", "Subtype" => "Type3", "FontBBox" => vec![0.into(), 0.into(), 1000.into(), 1000.into()],
            "FontMatrix" => vec![0.001.into(), 0.into(), 0.into(), 0.001.into(), 0.into(), 0.into()],
            "CharProcs" => dictionary! { "P" => glyph, "l" => glyph, "a" => glyph, "n" => glyph },
            "Encoding" => dictionary! {
                "Differences" => vec![1.into(), Object::Name(b"P".to_vec()), Object::Name(b"l".to_vec()),
                    Object::Name(b"a".to_vec()), Object::Name(b"n".to_vec())],
            },
            "FirstChar" => 1, "LastChar" => 4, "Widths" => vec![500.into(), 500.into(), 500.into(), 500.into()],
        }
    };
    let parts = ["BT /F1 12 Tf 72 700 Td <01020304> Tj ET"];
    assert_eq!(outline_of(&with_contents(&parts, font)), ["p: Plan"]);
}

#[test]
fn the_codes_of_a_unicode_cmap_are_characters() {
    let font = |document: &mut Document| {
        let descendant = document.add_object(dictionary! {
            "Type" => "Font", "Subtype" => "CIDFontType0", "BaseFont" => "SimSun",
            "CIDSystemInfo" => dictionary! { "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("GB1"), "Supplement" => 2 },
        });
        dictionary! {
            "Type" => "Font", "Subtype" => "Type0", "BaseFont" => "SimSun", "Encoding" => "UniGB-UCS2-H",
            "DescendantFonts" => vec![descendant.into()],
        }
    };
    let parts = ["BT /F1 12 Tf 72 700 Td <0050006C0061006E002000325E74> Tj ET"];
    assert_eq!(outline_of(&with_contents(&parts, font)), ["p: Plan 2年"]);
}
