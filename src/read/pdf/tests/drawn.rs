//! What is drawn around the words, and above their line.

use super::maker::{Maker, element};
use super::outline_of;

/// A filled circle, in the four curves that browsers draw one in.
fn circle(x: f32, y: f32) -> String {
    let (r, k) = (2.0, 1.1);
    let points = [
        (x + r, y),
        (x + r, y + k),
        (x + k, y + r),
        (x, y + r),
        (x - k, y + r),
        (x - r, y + k),
        (x - r, y),
        (x - r, y - k),
        (x - k, y - r),
        (x, y - r),
        (x + k, y - r),
        (x + r, y - k),
        (x + r, y),
    ];
    let curves = points[1..].chunks(3).map(|curve| {
        let numbers: Vec<String> = curve.iter().map(|(x, y)| format!("{x} {y}")).collect();
        format!("{} c\n", numbers.join(" "))
    });
    format!("{} {} m\n{}h f\n", points[0].0, points[0].1, curves.collect::<String>())
}

#[test]
fn bullets_drawn_as_circles_and_squares_make_a_list() {
    let mut maker = Maker::new(1);
    maker.text(1, 72, 714, "Leaders should improve:");
    maker.draw(1, &circle(80.0, 694.0));
    maker.text(1, 90, 690, "the quality of plans, which do not say what each");
    maker.text(1, 90, 676, "child needs");
    maker.draw(1, &circle(100.0, 666.0));
    maker.text(1, 110, 662, "of all ages");
    maker.draw(1, "78 650 4 4 re f\n");
    maker.text(1, 90, 648, "waits.");
    maker.text(1, 72, 620, "The area writes a plan.");
    assert_eq!(
        outline_of(&maker.untagged()),
        [
            "p: Leaders should improve:",
            "li1: the quality of plans, which do not say what each child needs",
            "li2: of all ages",
            "li1: waits.",
            "p: The area writes a plan.",
        ]
    );
}

#[test]
fn shapes_away_from_a_line_are_no_bullets() {
    let mut maker = Maker::new(1);
    maker.draw(1, &circle(20.0, 694.0));
    maker.draw(1, &circle(300.0, 694.0));
    maker.text(1, 72, 690, "Dear Director");
    assert_eq!(outline_of(&maker.untagged()), ["p: Dear Director"]);
}

#[test]
fn the_mark_of_a_note_is_no_part_of_its_sentence_and_an_exponent_stays() {
    let mut maker = Maker::new(1);
    maker.text(1, 72, 700, "These are weaknesses.");
    maker.draw(1, "BT /F1 8 Tf 198 704 Td (1) Tj ET\n");
    maker.text(1, 206, 700, "They are old. The hall has 90 m");
    maker.draw(1, "BT /F1 8 Tf 392 704 Td (2) Tj ET\n");
    maker.text(1, 400, 700, "in all.");
    maker.draw(1, "BT /F1 8 Tf 72 104 Td (1) Tj ET BT /F1 9 Tf 80 100 Td (Written in May.) Tj ET\n");
    assert_eq!(
        outline_of(&maker.untagged()),
        ["p: These are weaknesses. They are old. The hall has 90 m² in all.", "p: 1 Written in May."]
    );
}

#[test]
fn runs_that_a_browser_tags_apart_are_one_paragraph() {
    let mut maker = Maker::new(1);
    let run = |content| element("NonStruct", [content]);
    let before = run(maker.marked(1, 72, 700, "The area has 12"));
    let inner = run(maker.marked(1, 168, 700, "strong"));
    let after = run(maker.marked(1, 210, 700, "schools."));
    let paragraph = element("P", [before, element("NonStruct", [inner]), after]);
    assert_eq!(outline_of(&maker.tagged(vec![paragraph])), ["p: The area has 12 strong schools."]);
}

#[test]
fn small_capitals_are_words_of_their_line() {
    let mut maker = Maker::new(1);
    maker.draw(
        1,
        "BT /F1 12 Tf 72 700 Td (Y) Tj /F1 9 Tf (OURS ) Tj /F1 12 Tf (S) Tj /F1 9 Tf (INCERELY) Tj ET\n",
    );
    assert_eq!(outline_of(&maker.untagged()), ["p: YOURS SINCERELY"]);
}
