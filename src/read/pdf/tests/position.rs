use super::maker::Maker;
use super::{outline_of, read};

#[test]
fn lines_make_paragraphs_and_items_and_running_lines_go() {
    let mut maker = Maker::new(4);
    for (page, who) in (1..).zip(["Leaders", "Schools", "Nurses", "Parents"]) {
        maker.text(page, 72, 800, "Inspection of an area");
        maker.text(page, 300, 40, &page.to_string());
        maker.text(page, 72, 700, &format!("{who} know the area well and do not stop at what"));
        maker.text(page, 72, 686, &format!("{who} know."));
        maker.text(page, 72, 660, "\\225");
        maker.text(page, 90, 660, &format!("{who} are clear and they are read by all of those who must"));
        maker.text(page, 90, 646, &format!("act on {who}."));
    }
    let read = outline_of(&maker.untagged());
    assert_eq!(read.len(), 8, "{read:#?}");
    assert_eq!(read[0], "p: Leaders know the area well and do not stop at what Leaders know.");
    assert_eq!(read[1], "li1: Leaders are clear and they are read by all of those who must act on Leaders.");
}

#[test]
fn an_item_goes_on_at_the_top_of_the_next_page() {
    let mut maker = Maker::new(2);
    maker.text(1, 72, 100, "\\225");
    maker.text(1, 90, 100, "Plans are clear.");
    maker.text(2, 90, 750, "They are read by all.");
    maker.text(2, 72, 700, "Leaders act.");
    assert_eq!(
        outline_of(&maker.untagged()),
        ["li1: Plans are clear. They are read by all.", "p: Leaders act."]
    );
}

#[test]
fn words_are_parted_by_place_where_no_space_is_drawn() {
    let mut maker = Maker::new(1);
    maker.draw(1, "BT /F1 12 Tf 72 700 Td [(Dear) -300 (Di) 20 (rector)] TJ ET\n");
    maker.text(1, 150, 700, "Smith");
    assert_eq!(outline_of(&maker.untagged()), ["p: Dear Director Smith"]);
}

#[test]
fn lines_of_an_address_stay_apart_and_bold_items_whole() {
    let mut maker = Maker::new(1);
    let lines = [
        "Inspection dates: 2 to 6 May 2023",
        "Date of previous inspection: 4 May 2017",
        "The area has a plan that is read by all of those who must act on it and by their",
        "families.",
    ];
    for (y, line) in [700, 686, 660, 646].into_iter().zip(lines) {
        maker.text(1, 72, y, line);
    }
    maker.text(1, 72, 620, "\\225");
    maker.draw(1, "BT /F1 12 Tf 2 Tr 90 620 Td (Leaders do not know how long the children of this) Tj ET\n");
    maker.draw(1, "BT /F1 12 Tf 2 Tr 90 606 Td (area wait.) Tj ET\n");
    assert_eq!(
        outline_of(&maker.untagged()),
        [
            "p: Inspection dates: 2 to 6 May 2023",
            "p: Date of previous inspection: 4 May 2017",
            "p: The area has a plan that is read by all of those who must act on it and by their families.",
            "li1: Leaders do not know how long the children of this area wait.",
        ]
    );
}

#[test]
fn a_footer_of_two_pages_goes_and_a_sentence_said_twice_stays() {
    let mut maker = Maker::new(3);
    for (page, y) in [(1, 300), (2, 250), (3, 400)] {
        maker.text(page, 72, y, "The area has made progress.");
    }
    for page in [2, 3] {
        maker.text(page, 72, 40, &format!("A letter to an area {page}"));
    }
    assert_eq!(outline_of(&maker.untagged()), ["p: The area has made progress."; 3]);
}

#[test]
fn the_untagged_twins_of_letters_hold_the_same_words() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus");
    for name in
        ["elverdale/2021-07-02-revisit-letter.pdf", "northmere/2024-05-24-area-send-inspection-report.pdf"]
    {
        let tagged = std::fs::read(format!("{folder}/{name}")).unwrap();
        let mut untagged = lopdf::Document::load_mem(&tagged).unwrap();
        untagged.catalog_mut().unwrap().remove(b"StructTreeRoot");
        let mut bytes = Vec::new();
        untagged.save_to(&mut bytes).unwrap();
        let words = |bytes: &[u8]| -> Vec<String> {
            let document = read(bytes).unwrap().document;
            document.text().split_whitespace().map(str::to_owned).collect()
        };
        assert_eq!(words(&bytes), words(&tagged), "{name}");
    }
}

#[test]
fn boxes_are_told_in_the_coordinates_of_the_page_before_it_is_turned() {
    let boxes = |turned: Option<i64>| {
        let mut maker = Maker::new(1);
        // Set upwards, so that the line is level once the page is shown a quarter turn clockwise.
        maker.draw(1, "BT /F1 12 Tf 0 1 -1 0 300 100 Tm (Leaders act.) Tj ET\n");
        let mut document = lopdf::Document::load_mem(&maker.untagged()).unwrap();
        if let Some(degrees) = turned {
            let page = document.get_pages()[&1];
            document.get_object_mut(page).unwrap().as_dict_mut().unwrap().set("Rotate", degrees);
        }
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).unwrap();
        let document = read(&bytes).unwrap().document;
        document.provenance().boxes_of(document.blocks()[0].span)
    };
    let turned = boxes(Some(90));
    let [whole] = turned[..] else { panic!("{turned:?}") };
    assert!(whole.left < 300.0 && 300.0 < whole.right, "{whole:?}");
    assert!((whole.bottom - 100.0).abs() < 0.1 && whole.top > 150.0, "{whole:?}");
    assert_eq!(boxes(Some(450)), turned);
}

#[test]
fn the_header_that_a_browser_prints_on_two_pages_goes() {
    let mut maker = Maker::new(2);
    for page in [1, 2] {
        let header =
            "BT /F1 8 Tf 24 815 Td (11/25/26, 12:39 AM) Tj ET BT /F1 8 Tf 250 815 Td (A letter) Tj ET\n";
        maker.draw(page, header);
        maker.text(page, 72, 700, "Department for Education");
        let said = if page == 1 { "was planned" } else { "was done" };
        for (y, what) in [600, 570, 540, 510, 480].into_iter().zip(["One", "Two", "Three", "Four", "Five"]) {
            maker.text(page, 72, y, &format!("{what} {said}."));
        }
    }
    let outline = outline_of(&maker.untagged());
    let letterheads = outline.iter().filter(|block| *block == "p: Department for Education");
    assert_eq!((outline.len(), letterheads.count()), (12, 2), "{outline:?}");
}
