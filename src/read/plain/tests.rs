use super::*;
use proptest::prelude::*;

fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    super::read(bytes, &Limits::default())
}

fn blocks(text: &str) -> Vec<String> {
    let document = read(text.as_bytes()).unwrap().document;
    document.blocks().iter().map(|block| document.slice(block.span).to_owned()).collect()
}

#[test]
fn a_sentence_cut_by_a_page_end_is_joined() {
    let read = blocks(
        "- Few parents knew of it or had success when they tried to\n\nuse it. Leaders have begun.\n\n- Next item.",
    );
    assert_eq!(
        read,
        [
            "Few parents knew of it or had success when they tried to use it. Leaders have begun.",
            "Next item."
        ]
    );
}

#[test]
fn a_line_that_had_room_for_the_next_word_ends_its_paragraph() {
    let text = "Dear colleagues\nVisit to the area\nBetween the first and the third of the month we came to see whether the area had\nmade progress. It has made some progress in most of the matters that we had named\nand less in others.\nMain findings\n◼ The systems let leaders see where every child is taught, and they use them to act\nquickly.\nThe area has not made sufficient progress to improve this area of\nweakness.\n◼ Another.";
    let read = blocks(text);
    assert_eq!(read[1], "Visit to the area");
    assert!(read[2].starts_with("Between") && read[2].ends_with("less in others."));
    assert_eq!(read[3], "Main findings");
    assert_eq!(read[5], "The area has not made sufficient progress to improve this area of weakness.");
    assert_eq!(read[6], "Another.");
}

#[test]
fn emphasis_over_two_lines_is_one_heading_without_its_marks() {
    assert_eq!(
        blocks("Dear all,\n\n**SIX-MONTHLY MEETING:\nREVIEW OF PLANS**\n\nThank you."),
        ["Dear all,", "SIX-MONTHLY MEETING: REVIEW OF PLANS", "Thank you."]
    );
}

#[test]
fn form_feeds_begin_pages_and_lines_are_kept() {
    let document = read("One.\n\u{c}Two.".as_bytes()).unwrap().document;
    let second = document.blocks()[1].span;
    assert_eq!(document.provenance().page_at(second.start), Some(2));
    assert_eq!(document.provenance().line_at(second.start), Some(2));
    assert_eq!(document.provenance().pages(), 2);
}

#[test]
fn windows_1252_and_utf_16_are_read_and_said() {
    let latin = read(b"The area\x92s offer").unwrap();
    assert_eq!(latin.document.text(), "The area’s offer");
    assert_eq!(latin.warnings[0].code, "other-encoding");
    let wide: Vec<u8> = "\u{feff}Offer".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&wide).unwrap().document.text(), "Offer");
}

proptest! {
    #[test]
    fn no_word_is_lost(text in "(?s)([A-Za-z]{2}[A-Za-z’.,;:]{0,7}[ \n]{1,2}){0,40}") {
        let document = read(text.as_bytes()).unwrap().document;
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        prop_assert_eq!(letters(document.text()), letters(&text));
    }

    #[test]
    fn any_bytes_give_text_or_a_typed_error(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&bytes);
    }
}
