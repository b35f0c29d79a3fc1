use super::maker::{Maker, Tag, element};
use super::{outline_of, read};

fn paragraph(content: Tag) -> Tag {
    element("P", [content])
}

fn cell(content: Tag) -> Tag {
    element("TD", [paragraph(content)])
}

#[test]
fn an_item_cut_by_a_page_end_is_one_though_it_goes_on_in_a_new_table() {
    let mut maker = Maker::new(2);
    let bullet = maker.marked(1, 72, 100, "\\225");
    let start = maker.marked(1, 90, 100, "Leaders know the area.");
    let rest = maker.marked(2, 90, 750, "They act on it.");
    let next = maker.marked(2, 72, 720, "\\225 Another.");
    let first = element("L", [element("LI", [element("Lbl", [bullet]), element("LBody", [start])])]);
    let item = |body| element("LI", [element("LBody", [body])]);
    let over = element("Table", [element("TR", [element("TD", [element("L", [item(rest), item(next)])])])]);
    let bytes = maker.tagged(vec![first, over]);
    assert_eq!(outline_of(&bytes), ["li1: Leaders know the area. They act on it.", "li1: Another."]);
    let document = read(&bytes).unwrap().document;
    assert_eq!(document.provenance().pages_of(document.blocks()[0].span), Some((1, 2)));
}

#[test]
fn a_row_cut_by_a_page_end_is_one_row_and_the_table_goes_on() {
    let mut maker = Maker::new(2);
    let head = [maker.marked(1, 72, 200, "Responsible body"), maker.marked(1, 200, 200, "Areas for action")];
    let left = maker.marked(1, 72, 180, "The council and");
    let right = maker.marked(1, 200, 180, "Leaders should plan, and they should");
    let left_rest = maker.marked(2, 72, 750, "the board");
    let right_rest = maker.marked(2, 200, 750, "act on it.");
    let second = [maker.marked(2, 72, 700, "The council"), maker.marked(2, 200, 700, "Leaders should act.")];
    let header = element("TR", head.map(|content| element("TH", [paragraph(content)])));
    let bytes = maker.tagged(vec![
        element("Table", [header, element("TR", [cell(left), cell(right)])]),
        element(
            "Table",
            [element("TR", [cell(left_rest), cell(right_rest)]), element("TR", second.map(cell))],
        ),
    ]);
    assert_eq!(
        outline_of(&bytes),
        [
            "p 0.0.0 header: Responsible body",
            "p 0.0.1 header: Areas for action",
            "p 0.1.0: The council and the board",
            "p 0.1.1: Leaders should plan, and they should act on it.",
            "p 0.2.0: The council",
            "p 0.2.1: Leaders should act.",
        ]
    );
}

#[test]
fn a_header_stranded_on_the_page_before_and_a_list_cut_in_a_row() {
    let mut maker = Maker::new(3);
    let header = maker.marked(1, 72, 100, "Areas for improvement");
    let lead_in = maker.marked(2, 72, 100, "Leaders should improve:");
    let part = maker.marked(3, 72, 750, "- the plans.");
    let next = maker.marked(3, 72, 700, "Leaders should go on.");
    let list = element("L", [element("LI", [element("LBody", [part])])]);
    let row = |content| element("TR", [cell(content)]);
    let bytes = maker.tagged(vec![
        element("Table", [element("TR", [element("TH", [paragraph(header)])])]),
        element("Table", [row(lead_in)]),
        element("Table", [element("TR", [element("TD", [list])]), row(next)]),
    ]);
    assert_eq!(
        outline_of(&bytes),
        [
            "p 0.0.0 header: Areas for improvement",
            "p 0.1.0: Leaders should improve:",
            "li1 0.1.0: the plans.",
            "p 0.2.0: Leaders should go on.",
        ]
    );
}

#[test]
fn a_table_around_the_whole_page_leaves_what_it_holds() {
    let mut maker = Maker::new(1);
    let heading = element("H2", [maker.marked(1, 72, 700, "Main findings")]);
    let item = maker.marked(1, 72, 680, "\\225 Leaders act.");
    let sub = maker.marked(1, 90, 660, "- swiftly");
    let text = maker.marked(1, 72, 640, "The end.");
    let nested = element("L", [element("LI", [element("LBody", [sub])])]);
    let list = element("L", [element("LI", [element("LBody", [item, nested])])]);
    let outer = element("TR", [element("TD", [heading, list, paragraph(text)])]);
    let bytes = maker.tagged(vec![element("Table", [outer])]);
    assert_eq!(outline_of(&bytes), ["h1: Main findings", "li1: Leaders act.", "li2: swiftly", "p: The end."]);
}

#[test]
fn artifacts_go_and_text_without_a_tag_stays() {
    let mut maker = Maker::new(1);
    maker.draw(1, "/Artifact <</Type /Pagination>> BDC\n");
    maker.text(1, 72, 820, "Running header");
    maker.draw(1, "EMC\n");
    let tagged = maker.marked(1, 72, 700, "Dear Director");
    maker.text(1, 72, 650, "Said outside.");
    let bytes = maker.tagged(vec![element("Standard", [tagged])]);
    assert_eq!(outline_of(&bytes), ["p: Dear Director", "p: Said outside."]);
}

#[test]
fn a_note_in_mid_sentence_comes_after_it() {
    let mut maker = Maker::new(1);
    let start = maker.marked(1, 72, 700, "The plan");
    let note = maker.marked(1, 72, 90, "1 Written in May.");
    let end = maker.marked(1, 130, 700, "is late.");
    let bytes = maker.tagged(vec![element("P", [start, element("Note", [paragraph(note)]), end])]);
    assert_eq!(outline_of(&bytes), ["p: The plan is late.", "p: 1 Written in May."]);
}

#[test]
fn a_tree_that_leads_back_to_itself_ends() {
    let mut maker = Maker::new(1);
    let content = maker.marked(1, 72, 700, "Once only.");
    let mut tree = content;
    for _ in 0..500 {
        tree = element("Div", [tree]);
    }
    // Deeper than the limit: the text is read by its position.
    assert_eq!(outline_of(&maker.tagged(vec![tree])), ["p: Once only."]);
}

#[test]
fn a_cell_that_covers_two_rows_leaves_the_second_row_its_column() {
    let mut maker = Maker::new(2);
    let body = maker.marked(1, 72, 700, "The council");
    let first = maker.marked(1, 200, 700, "Leaders should plan.");
    let second = maker.marked(2, 200, 750, "Leaders should act.");
    let bytes = maker.tagged(vec![element(
        "Table",
        [element("TR", [Tag::Tall(Box::new(cell(body))), cell(first)]), element("TR", [cell(second)])],
    )]);
    assert_eq!(
        outline_of(&bytes),
        ["p 0.0.0: The council", "p 0.0.1: Leaders should plan.", "p 0.1.1: Leaders should act."]
    );
}

#[test]
fn a_row_whose_sentence_ended_at_the_page_end_goes_on_where_its_first_cell_does() {
    let mut maker = Maker::new(2);
    let mut row = |page, y, left: &str, right: &str| {
        let cells = [maker.marked(page, 72, y, left), maker.marked(page, 200, y, right)];
        element("TR", cells.map(cell))
    };
    let table = [
        row(1, 300, "The council and Northshire Board", "Leaders should plan."),
        row(1, 100, "The council and Northshire", "Leaders should act."),
    ];
    let over = [
        row(2, 750, "Board", "This includes the schools."),
        row(2, 700, "The council", "Leaders should go on."),
    ];
    let bytes = maker.tagged(vec![element("Table", table), element("Table", over)]);
    assert_eq!(
        outline_of(&bytes),
        [
            "p 0.0.0: The council and Northshire Board",
            "p 0.0.1: Leaders should plan.",
            "p 0.1.0: The council and Northshire",
            "p 0.1.0: Board",
            "p 0.1.1: Leaders should act.",
            "p 0.1.1: This includes the schools.",
            "p 0.2.0: The council",
            "p 0.2.1: Leaders should go on.",
        ]
    );
}

#[test]
fn rows_that_are_items_stay_apart_over_a_page_end() {
    let mut maker = Maker::new(2);
    let mut row = |page, text: &str| {
        let item = maker.marked(page, 72, 400, text);
        element("TR", [element("TD", [element("L", [element("LI", [element("LBody", [item])])])])])
    };
    let (first, second) = (row(1, "\\225 Leaders should plan."), row(2, "\\225 Leaders should act."));
    let heading = element("H2", [maker.marked(1, 72, 700, "Areas for improvement")]);
    let bytes = maker.tagged(vec![heading, element("Table", [first]), element("Table", [second])]);
    assert_eq!(
        outline_of(&bytes),
        ["h1: Areas for improvement", "li1 0.0.0: Leaders should plan.", "li1 0.1.0: Leaders should act."]
    );
}

#[test]
fn a_bullet_drawn_after_words_stands_in_none_of_them() {
    let mut maker = Maker::new(1);
    let mut item = |y, start: &str, rest: &str| {
        let words = maker.marked(1, 90, y, start);
        let bullet = maker.marked(1, 72, y, "\\225");
        let more = maker.marked(1, 90, y - 14, rest);
        element("LI", [element("Lbl", [bullet]), element("LBody", [words, more])])
    };
    let items = [item(700, "Plans are", "late;"), item(670, "waits are", "long.")];
    let bytes = maker.tagged(vec![element("L", items)]);
    assert_eq!(outline_of(&bytes), ["li1: Plans are late;", "li1: waits are long."]);
}

#[test]
fn words_tagged_as_the_label_of_their_item_keep_their_place() {
    let mut maker = Maker::new(1);
    let bullet = maker.marked(1, 72, 700, "- ");
    let words = [maker.marked(1, 90, 700, "Post"), maker.marked(1, 113, 700, "-")];
    let rest = maker.marked(1, 117, 700, "16 provision");
    let item = element("LI", [element("Lbl", words), element("LBody", [bullet, rest])]);
    assert_eq!(outline_of(&maker.tagged(vec![element("L", [item])])), ["li1: Post-16 provision"]);
}

#[test]
fn a_cut_row_goes_on_where_its_left_cell_is_missing() {
    let mut maker = Maker::new(2);
    let first = [maker.marked(1, 72, 100, "The council"), maker.marked(1, 200, 100, "Leaders should plan.")];
    let rest = maker.marked(2, 200, 750, "This includes schools.");
    let second = [maker.marked(2, 72, 700, "The board"), maker.marked(2, 200, 700, "Leaders should act.")];
    let row = |cells: [Tag; 2]| element("TR", cells.map(cell));
    let bytes = maker.tagged(vec![
        element("Table", [row(first)]),
        element("Table", [element("TR", [cell(rest)]), row(second)]),
    ]);
    assert_eq!(
        outline_of(&bytes),
        [
            "p 0.0.0: The council",
            "p 0.0.1: Leaders should plan.",
            "p 0.0.1: This includes schools.",
            "p 0.1.0: The board",
            "p 0.1.1: Leaders should act.",
        ]
    );
}

#[test]
fn items_whose_bullets_are_drawn_as_shapes_stay_apart() {
    let mut maker = Maker::new(1);
    let mut item = |y, text: &str| {
        // Marked content that shows no text.
        let bullet = maker.marked(1, 72, y, "");
        let words = element("NonStruct", [maker.marked(1, 90, y, text)]);
        element("LI", [element("Lbl", [bullet]), words])
    };
    let items = [item(700, "plans are late and"), item(686, "waits are long.")];
    let bytes = maker.tagged(vec![element("L", items)]);
    assert_eq!(outline_of(&bytes), ["li1: plans are late and", "li1: waits are long."]);
}

#[test]
fn a_table_that_begins_on_a_new_page_does_not_go_on_with_the_one_before() {
    let mut maker = Maker::new(2);
    let mut head = |page, y| {
        let cells =
            [maker.marked(page, 72, y, "Responsible body"), maker.marked(page, 200, y, "Areas for action")];
        element("TR", cells.map(|content| element("TH", [paragraph(content)])))
    };
    let heads = [head(1, 200), head(2, 720)];
    let first = [maker.marked(1, 72, 180, "The council"), maker.marked(1, 200, 180, "Leaders should plan.")];
    let heading = element("H2", [maker.marked(2, 72, 760, "Areas for improvement")]);
    let second = [maker.marked(2, 72, 700, "The board"), maker.marked(2, 200, 700, "Leaders should act.")];
    let [one, other] = heads;
    let bytes = maker.tagged(vec![
        element("Table", [one, element("TR", first.map(cell))]),
        heading,
        element("Table", [other, element("TR", second.map(cell))]),
    ]);
    assert_eq!(
        outline_of(&bytes),
        [
            "p 0.0.0 header: Responsible body",
            "p 0.0.1 header: Areas for action",
            "p 0.1.0: The council",
            "p 0.1.1: Leaders should plan.",
            "h1: Areas for improvement",
            "p 1.0.0 header: Responsible body",
            "p 1.0.1 header: Areas for action",
            "p 1.1.0: The board",
            "p 1.1.1: Leaders should act.",
        ]
    );
}

#[test]
fn a_list_that_begins_on_a_new_page_does_not_go_on_with_the_one_before() {
    let mut maker = Maker::new(2);
    let mut list = |page, y, text: &str| {
        let bullet = maker.marked(page, 72, y, "\\225");
        let words = maker.marked(page, 90, y, text);
        element("L", [element("LI", [element("Lbl", [bullet]), element("LBody", [words])])])
    };
    let (one, other) = (list(1, 100, "the plans and"), list(2, 750, "the waits."));
    assert_eq!(outline_of(&maker.tagged(vec![one, other])), ["li1: the plans and", "li1: the waits."]);
}

#[test]
fn a_row_cut_in_both_columns_goes_on_where_its_left_cell_has_ended() {
    let mut maker = Maker::new(2);
    let first =
        [maker.marked(1, 72, 100, "The council"), maker.marked(1, 200, 100, "Leaders should plan and")];
    let empty = element("TD", [element("P", [])]);
    let rest = cell(maker.marked(2, 200, 750, "act on it."));
    let second = [maker.marked(2, 72, 700, "The board"), maker.marked(2, 200, 700, "Leaders should go on.")];
    let bytes = maker.tagged(vec![
        element("Table", [element("TR", first.map(cell))]),
        element("Table", [element("TR", [empty, rest]), element("TR", second.map(cell))]),
    ]);
    assert_eq!(
        outline_of(&bytes),
        [
            "p 0.0.0: The council",
            "p 0.0.1: Leaders should plan and act on it.",
            "p 0.1.0: The board",
            "p 0.1.1: Leaders should go on.",
        ]
    );
}
