//! What Word files hold apart from plain paragraphs.

use throughline::document::{BlockKind, Document};

use crate::word::{document as text_part, of_parts};

const NUMBERING: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="7">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%2)"/></w:lvl></w:abstractNum>
<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>
</w:lvlOverride></w:num></w:numbering>"#;

const STYLES: &str = r#"<w:styles xmlns:w="w">
<w:style w:type="paragraph" w:styleId="berschrift3"><w:name w:val="heading 3"/></w:style>
<w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/><w:basedOn w:val="berschrift3"/></w:style>
<w:style w:type="paragraph" w:styleId="Loop"><w:name w:val="Loop"/><w:basedOn w:val="Loop"/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
</w:styles>"#;

fn document(body: &str) -> Document {
    let bytes = of_parts(&[
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        ("word/document.xml", &text_part(body)),
    ]);
    super::document(&bytes)
}

/// The blocks' words, each after a sign of its kind: `#` and level, `•` and level, or `|` in a table.
fn blocks(body: &str) -> Vec<String> {
    let document = document(body);
    let sign = |kind, in_table| match kind {
        BlockKind::Heading { level } => format!("#{level} "),
        BlockKind::ListItem { level } => format!("•{level} "),
        BlockKind::Paragraph if in_table => "| ".to_owned(),
        BlockKind::Paragraph => String::new(),
    };
    let blocks = document.blocks().iter();
    blocks.map(|block| sign(block.kind, block.cell.is_some()) + document.slice(block.span)).collect()
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn headings_by_style_outline_and_type() {
    let styled = |style: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"#)
    };
    assert_eq!(blocks(&styled("berschrift3")), ["#3 x"]);
    assert_eq!(blocks(&styled("Own")), ["#3 x"]);
    assert_eq!(blocks(&styled("Loop")), ["x"]);
    let outline = r#"<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"#;
    assert_eq!(blocks(outline), ["#2 x"]);
    let strong = r#"<w:p><w:r><w:rPr><w:rStyle w:val="Strong"/></w:rPr><w:t>Strengths</w:t></w:r></w:p>"#;
    assert_eq!(blocks(strong), ["#1 Strengths"]);
}

#[test]
fn numbered_items_keep_their_numbers() {
    let item = |list: u8, level: u8| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>"#
        )
    };
    let body =
        [item(3, 0), item(3, 1), item(3, 1), item(3, 0), item(3, 1), item(4, 0), item(4, 0), item(0, 0)];
    assert_eq!(
        blocks(&body.concat()),
        ["•1 1. x", "•2 1a) x", "•2 1b) x", "•1 2. x", "•2 2a) x", "•1 5. x", "•1 6. x", "x"]
    );
}

#[test]
fn tracked_changes_are_read_as_accepted() {
    let changed = r#"<w:p><w:r><w:t>Plans are </w:t></w:r><w:ins><w:r><w:t>late</w:t></w:r></w:ins><w:del><w:r>
<w:delText>early</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom></w:p>"#;
    assert_eq!(blocks(changed), ["Plans are late"]);
    let joined = r#"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>"#;
    assert_eq!(blocks(&format!("{joined}{}", p("sentence."))), ["One sentence."]);
    let row =
        |mark: &str| format!("<w:tr><w:trPr>{mark}</w:trPr><w:tc>{0}</w:tc><w:tc>{0}</w:tc></w:tr>", p("x"));
    assert_eq!(blocks(&format!("<w:tbl>{}{}</w:tbl>", row("<w:del/>"), row(""))).len(), 2);
}

#[test]
fn what_stands_inside_a_line() {
    let line = r##"<w:p><w:hyperlink><w:r><w:t>See</w:t></w:r></w:hyperlink><w:r><w:tab/><w:t>self</w:t>
<w:noBreakHyphen/><w:t>help</w:t></w:r><w:r><w:t xml:space="preserve"> co</w:t><w:softHyphen/><w:t>ordinated</w:t></w:r>
<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>
<w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve"> 7</w:t></w:r>
<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>&#163;&amp;</w:t></w:r></w:sdtContent></w:sdt></w:p>"##;
    assert_eq!(blocks(line), ["See self-help coordinated 7£&"]);
    assert_eq!(
        blocks("<w:p><w:r><w:t>Ofsted</w:t><w:br/><w:t>Store Street</w:t></w:r></w:p>"),
        ["Ofsted", "Store Street"]
    );
}

#[test]
fn a_text_box_is_read_once() {
    let held = format!("<w:txbxContent>{}</w:txbxContent>", p("Box"));
    let shape = format!(
        "<mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{held}</wps:txbx></w:drawing></mc:Choice>\
         <mc:Fallback><w:pict><v:textbox>{held}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    );
    assert_eq!(blocks(&format!("<w:p><w:r>{shape}</w:r><w:r><w:t>Text</w:t></w:r></w:p>")), ["Text", "Box"]);
}

#[test]
fn tables_with_merged_cells_and_headers() {
    let cell =
        |properties: &str, text: &str| format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p(text));
    let body = format!(
        "<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>{}{}</w:tr><w:tr>{}{}</w:tr><w:tr>{}{}</w:tr></w:tbl>",
        cell(r#"<w:gridSpan w:val="2"/>"#, "Body"),
        cell("", "Action"),
        cell(r#"<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>"#, "Council"),
        cell("", "one"),
        cell(r#"<w:gridSpan w:val="2"/><w:vMerge/>"#, ""),
        cell("", "two"),
    );
    let document = document(&body);
    let cells: Vec<(u32, u32, bool)> = document
        .blocks()
        .iter()
        .map(|block| block.cell.map(|cell| (cell.row, cell.column, cell.header)).unwrap())
        .collect();
    assert_eq!(cells, [(0, 0, true), (0, 2, true), (1, 0, false), (1, 2, false), (2, 2, false)]);
}

#[test]
fn pages_are_those_that_word_noted() {
    let noted = r#"<w:p><w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>Two, </w:t>
<w:lastRenderedPageBreak/><w:t>three.</w:t></w:r></w:p>"#;
    let document = document(&(p("One.") + noted));
    let last = document.blocks().last().unwrap().span;
    assert_eq!(document.provenance().pages_of(last), Some((2, 3)));
    assert_eq!(document.provenance().pages(), 3);
}
