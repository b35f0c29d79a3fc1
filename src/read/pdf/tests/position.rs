use super::maker::Maker;
use super::outline_of;

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
