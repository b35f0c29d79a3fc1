use proptest::prelude::*;

use crate::document::{BlockKind, Document};
use crate::read::{Limits, ReadError, Reading};

fn read(bytes: &[u8]) -> Result<Reading, ReadError> {
    super::read(bytes, &Limits::default())
}

fn page(body: &str) -> Document {
    read(format!("<html><meta charset=utf-8><body>{body}</body></html>").as_bytes()).unwrap().document
}

/// The blocks' words, each after a sign of its kind: `#` and level, `•` and level, or `|` in a table.
fn blocks(body: &str) -> Vec<String> {
    let document = page(body);
    let sign = |kind, in_table| match kind {
        BlockKind::Heading { level } => format!("#{level} "),
        BlockKind::ListItem { level } => format!("•{level} "),
        BlockKind::Paragraph if in_table => "| ".to_owned(),
        BlockKind::Paragraph => String::new(),
    };
    let blocks = document.blocks().iter();
    blocks.map(|block| sign(block.kind, block.cell.is_some()) + document.slice(block.span)).collect()
}

#[test]
fn headings_paragraphs_and_line_breaks() {
    assert_eq!(
        blocks(
            "<h1>Joint <i>visit</i></h1><p>Dear&nbsp;Director &amp; chief<p>Ofsted<br>Store Street<br>and so on"
        ),
        ["#1 Joint visit", "Dear Director & chief", "Ofsted", "Store Street and so on"]
    );
    assert_eq!(blocks("One<div>Two</div>three<pre>four\n\nfive</pre>").len(), 5);
}

#[test]
fn lists_keep_their_levels_and_numbers() {
    assert_eq!(
        blocks("<ul><li>Plans:<ul><li>are late<li>are vague</ul><li><p>Waits</p><p>More.</p></ul>"),
        ["•1 Plans:", "•2 are late", "•2 are vague", "•1 Waits", "More."]
    );
    assert_eq!(blocks("<ol start=3 type=a><li>Three<li value=7>Seven</ol>"), ["•1 c. Three", "•1 g. Seven"]);
    assert_eq!(blocks("<p>Text:<br>• one<br>- two</p>"), ["Text:", "•1 one", "•2 two"]);
}

#[test]
fn what_the_markup_names_as_no_text_is_left_out() {
    let around = "<header>Site</header><nav>Menu</nav><div role=navigation>Menu</div><p hidden>x</p>\
        <p aria-hidden=true>x</p><div style='display: none'>x</div><script>x('<p>x</p>')</script>\
        <template><p>x</template><noscript>x</noscript><footer>Contact</footer>";
    assert_eq!(
        blocks(&format!("{around}<main><header><h1>Letter</h1></header><p>Text</p></main>")),
        ["#1 Letter", "Text"]
    );
    assert!(read(format!("<html>{around}").as_bytes()).is_err());
}

#[test]
fn tables_keep_cells_and_headers_and_layout_dissolves() {
    let document = page("<table><tr><th>Body<th>Action<tr><td rowspan=2>A<td>x<tr><td>y</table>");
    let cells: Vec<(u32, u32, bool)> = document
        .blocks()
        .iter()
        .map(|block| block.cell.map(|cell| (cell.row, cell.column, cell.header)).unwrap())
        .collect();
    assert_eq!(cells, [(0, 0, true), (0, 1, true), (1, 0, false), (1, 1, false), (2, 1, false)]);
    assert_eq!(
        blocks("<table><tr><td><h2>Findings</h2><p>Text.</p></td><td>Aside</td></tr></table>"),
        ["#2 Findings", "Text.", "Aside"]
    );
    assert_eq!(blocks("<table role=presentation><tr><td>One<td>Two</table>"), ["One", "Two"]);
    assert_eq!(blocks("<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>").len(), 4);
}

#[test]
fn what_a_word_processor_saves() {
    let item = |style: &str, label: &str| {
        format!(
            "<p class=MsoListParagraph style='text-indent:-18.0pt;{style}'><span>{label}<span>&nbsp; </span></span>Plans</p>"
        )
    };
    assert_eq!(blocks(&item("mso-list:l0 level2 lfo1", "o")), ["•2 Plans"]);
    assert_eq!(blocks(&item("margin-left:108.0pt", "§")), ["•3 Plans"]);
    assert_eq!(blocks(&item("mso-list:l0 level1 lfo1", "4.")), ["•1 4. Plans"]);
    assert_eq!(
        blocks("<p>Text<a href=#f><span class=MsoFootnoteReference>[1]</span></a>.<o:p/></p>"),
        ["Text."]
    );
}

#[test]
fn bold_by_tag_style_and_class() {
    let sheet =
        "<style>.c1 { color: red; font-weight: 700 } @media print { .c2 { font-weight: bold } }</style>";
    let set = "<p class=c1>One</p><p style='font-weight:bold'>Two</p><p><b>Three</b></p><p class=c2>Four</p>";
    assert_eq!(blocks(&format!("{sheet}{set}")), ["#1 One", "#1 Two", "#1 Three", "Four"]);
    assert_eq!(blocks("<p><b>All of it is bold.</b></p>"), ["All of it is bold."]);
}

#[test]
fn hyphens_and_marks_that_are_not_typed() {
    assert_eq!(blocks("<p>co&shy;ordin&#8203;ated self&#8209;help</p>"), ["coordinated self-help"]);
}

#[test]
fn the_encoding_is_the_declared_one() {
    let latin = read(b"<html><meta charset=\"windows-1252\"><p>The area\x92s offer").unwrap();
    assert_eq!((latin.document.text(), latin.warnings.len()), ("The area’s offer", 0));
    let undeclared = read(b"<html><p>The area\x92s offer").unwrap();
    assert_eq!(undeclared.document.text(), "The area’s offer");
    assert_eq!(undeclared.warnings[0].code, "other-encoding");
    let wide: Vec<u8> = "\u{feff}<html><p>Offer".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(&wide).unwrap().document.text(), "Offer");
}

#[test]
fn end_tags_that_are_left_out_or_misplaced() {
    assert_eq!(blocks("<p>One<p>Two</div></b>three"), ["One", "Twothree"]);
    assert_eq!(blocks("<p><b>Bold</p> plain</b><p>Next").last().unwrap(), "Next");
    assert_eq!(blocks("<table><tr><td>a</b></p><td>b").len(), 2);
}

proptest! {
    #[test]
    fn any_page_gives_text_or_a_typed_error(
        parts in proptest::collection::vec(
            "<(/)?(p|b|ul|ol|li|table|tr|td|th|h2|div|br|span|script|style|svg)( colspan=9| hidden)?>|[a-z •]{0,6}",
            0..60,
        )
    ) {
        let _ = read(parts.concat().as_bytes());
    }

    #[test]
    fn any_bytes_give_text_or_a_typed_error(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = read(&bytes);
    }

    #[test]
    fn no_word_is_lost(words in proptest::collection::vec("[a-z]{2,8}", 1..30), tags in "(p|div|li|td|b|span|h3)") {
        let body: String = words.iter().map(|word| format!("<{tags}>{word} ")).collect();
        let read: Vec<String> = page(&body).text().split_whitespace().filter(|w| *w != "•").map(str::to_owned).collect();
        prop_assert_eq!(read, words);
    }
}
