//! Makes a Word file of a letter's source.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::typeset::markup::{Block, Letter, Role, Table, Text, Word};

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
Target="word/document.xml"/></Relationships>"#;

const STYLES: &str = r#"<w:styles xmlns:w="w"><w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr>
</w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>
<w:rPr><w:b/></w:rPr></w:style></w:styles>"#;

const NUMBERING: &str = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0B7;"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;

pub fn docx(letter: &Letter) -> Vec<u8> {
    let body: String = letter.blocks.iter().map(block).collect();
    of_parts(&[
        ("_rels/.rels", RELATIONS),
        ("word/styles.xml", STYLES),
        ("word/numbering.xml", NUMBERING),
        ("word/document.xml", &document(&body)),
    ])
}

/// A text part with this body.
pub fn document(body: &str) -> String {
    format!(r#"<?xml version="1.0"?><w:document xmlns:w="w"><w:body>{body}</w:body></w:document>"#)
}

pub fn of_parts(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).expect("a zip in memory can be written");
        zip.write_all(text.as_bytes()).expect("a zip in memory can be written");
    }
    zip.finish().expect("a zip in memory can be written").into_inner()
}

fn block(block: &Block) -> String {
    match block {
        Block::Text(text) => paragraph(text),
        Block::Table(table) => self::table(table),
        Block::PageBreak => r#"<w:p><w:r><w:br w:type="page"/></w:r></w:p>"#.to_owned(),
        Block::Space => "<w:p/>".to_owned(),
    }
}

fn paragraph(text: &Text) -> String {
    let properties = match text.role {
        Role::Title => r#"<w:pStyle w:val="Titel"/>"#,
        Role::Heading => r#"<w:pStyle w:val="Heading2"/>"#,
        Role::Subheading => r#"<w:rPr><w:b/></w:rPr>"#,
        Role::Bullet => r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#,
        Role::SubBullet => r#"<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>"#,
        Role::Paragraph | Role::Line | Role::RightLine => "",
    };
    let is_bold = text.role == Role::Subheading;
    let runs: String = text.words.iter().map(|word| run(word, is_bold)).collect();
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>\n")
}

fn run(word: &Word, is_bold: bool) -> String {
    let text = word.text.replace('&', "&amp;").replace('<', "&lt;");
    let space = if word.space_after { " " } else { "" };
    let properties = if word.bold || is_bold { "<w:rPr><w:b/></w:rPr>" } else { "" };
    format!(r#"<w:r>{properties}<w:t xml:space="preserve">{text}{space}</w:t></w:r>"#)
}

fn table(table: &Table) -> String {
    let rows = table.rows.iter().map(|row| {
        let header = if row.header { "<w:trPr><w:tblHeader/></w:trPr>" } else { "" };
        let cells = row.cells.iter().map(|texts| {
            let held: String = texts.iter().map(paragraph).collect();
            // A cell of Word's always holds a paragraph.
            format!("<w:tc>{held}<w:p/></w:tc>")
        });
        format!("<w:tr>{header}{}</w:tr>", cells.collect::<String>())
    });
    format!("<w:tbl>{}</w:tbl>", rows.collect::<String>())
}
