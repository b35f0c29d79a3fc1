//! Tables and columns that no rules frame.

use super::maker::Maker;
use super::outline_of;

/// Sets lines of two columns; an empty text sets nothing.
fn columns(lines: &[(i32, &str, &str)]) -> Vec<String> {
    let mut maker = Maker::new(1);
    maker.text(
        1,
        72,
        740,
        "The area is asked to act on what follows, and to say in six months how it has done.",
    );
    for (y, left, right) in lines {
        for (x, text) in [(72, left), (260, right)].into_iter().filter(|(_, text)| !text.is_empty()) {
            maker.text(1, x, *y, text);
        }
    }
    maker.text(
        1,
        72,
        560,
        "This report is sent to all who have a part in the work that it tells of, with thanks.",
    );
    let outline = outline_of(&maker.untagged());
    let within =
        outline.iter().filter(|block| !block.contains("The area is asked") && !block.contains("This report"));
    within.cloned().collect()
}

#[test]
fn rows_that_stand_apart_keep_their_cells_whole() {
    let read = columns(&[
        (710, "The local authority and", "Leaders should improve how soon plans come,"),
        (696, "the board", "so that children get the help they need."),
        (674, "The local authority", "Leaders should act on what parents say about"),
        (660, "", "their plans."),
        (638, "The board", "Leaders should make waits shorter."),
    ]);
    assert_eq!(
        read,
        [
            "p 0.0.0: The local authority and the board",
            "p 0.0.1: Leaders should improve how soon plans come, so that children get the help they need.",
            "p 0.1.0: The local authority",
            "p 0.1.1: Leaders should act on what parents say about their plans.",
            "p 0.2.0: The board",
            "p 0.2.1: Leaders should make waits shorter.",
        ]
    );
}

#[test]
fn names_beside_each_other_are_read_row_by_row() {
    let read = columns(&[
        (710, "Ann Able, HMI", "Cy Cole, lead inspector"),
        (696, "Bea Best, HMI", "Di Dean, inspector"),
        (682, "Eve East, inspector", "Flo Fern, inspector"),
    ]);
    assert_eq!(read.len(), 6);
    assert!(
        read[1].ends_with(": Cy Cole, lead inspector") && read[2].ends_with(": Bea Best, HMI"),
        "{read:?}"
    );
}

#[test]
fn a_cell_of_several_paragraphs_is_one() {
    let read = columns(&[
        (710, "The local authority and", "Leaders should improve how soon plans come,"),
        (696, "the board", "so that children get the help they need."),
        (674, "", "They should tell parents what they do and"),
        (660, "", "why."),
        (638, "The board", "Leaders should make waits shorter."),
    ]);
    assert_eq!(
        read[1..4],
        [
            "p 0.0.1: Leaders should improve how soon plans come, so that children get the help they need.",
            "p 0.0.1: They should tell parents what they do and why.",
            "p 0.1.0: The board",
        ]
    );
}

#[test]
fn two_columns_of_prose_are_read_one_after_the_other() {
    let read = columns(&[
        (710, "The area has a plan that all", "Parents say that they are heard and"),
        (696, "who must act on it read,", "that they know what will come, and"),
        (682, "and act on what it says,", "when it will, and whom they can go"),
        (668, "and do so soon.", "to."),
    ]);
    assert_eq!(
        read.iter().map(|block| block.split_once(": ").unwrap().1).collect::<Vec<_>>(),
        [
            "The area has a plan that all who must act on it read, and act on what it says, and do so soon.",
            "Parents say that they are heard and that they know what will come, and when it will, and whom they can go to.",
        ]
    );
}

#[test]
fn numbered_paragraphs_are_no_columns() {
    let mut maker = Maker::new(1);
    for (y, number, text) in [
        (700, "1.", "Leaders know the area, and they act on what they"),
        (686, "", "know."),
        (672, "2.", "Leaders plan with parents, and they act on what they"),
        (658, "", "hear."),
        (644, "3.", "Leaders learn."),
    ] {
        maker.text(1, 72, y, number);
        maker.text(1, 108, y, text);
    }
    assert_eq!(
        outline_of(&maker.untagged()),
        [
            "li1: 1. Leaders know the area, and they act on what they know.",
            "li1: 2. Leaders plan with parents, and they act on what they hear.",
            "li1: 3. Leaders learn.",
        ]
    );
}
