//! Files that are no PDF.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::Case;
use super::pdf::TEXT;

pub fn cases() -> Vec<Case> {
    [word(), pages(), texts()].into_iter().flatten().collect()
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn word() -> Vec<Case> {
    let of = |body: &str| {
        let text = format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>");
        zip(&[("word/document.xml", text.as_bytes())])
    };
    let paragraph = format!("<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>");
    let styles: String = (0..5_000)
        .map(|id| {
            format!("<w:style w:styleId=\"s{id}\"><w:basedOn w:val=\"s{}\"/></w:style>", (id + 1) % 5_000)
        })
        .collect();
    let styled = zip(&[
        ("word/document.xml", format!("<w:document><w:body>{paragraph}</w:body></w:document>").as_bytes()),
        ("word/styles.xml", format!("<w:styles>{styles}</w:styles>").as_bytes()),
    ]);
    let whole = of(&paragraph);
    let mut cases = vec![
        Case::new("a zip bomb", of(&" ".repeat(200 << 20))),
        Case::new("a Word file of many elements", of(&"<w:r/>".repeat(3_000_000))),
        Case::new("a Word file nested deep", of(&"<w:tbl><w:tr><w:tc>".repeat(50_000))),
        Case::holding("a Word file of many paragraphs", of(&paragraph.repeat(20_000))),
        Case::holding("styles in a circle", styled),
        Case::holding(
            "cells that claim to be wide",
            of(&format!(
                "<w:tbl>{}</w:tbl>",
                format!(
                    "<w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"99999999\"/></w:tcPr>{paragraph}</w:tc></w:tr>"
                )
                .repeat(3_000)
            )),
        ),
        Case::new("a zip of many parts", zip(&[("a", &b""[..])])),
    ];
    cases.extend((1..12).map(|part| {
        Case::new(format!("a Word file cut at {part}"), whole[..whole.len() * part / 12].to_vec())
    }));
    cases
}

fn pages() -> Vec<Case> {
    let page = |body: &str| format!("<!DOCTYPE html><html><body>{body}</body></html>").into_bytes();
    let attributes: String = (0..20_000).map(|number| format!(" a{number}=x")).collect();
    vec![
        Case::holding("a page nested deep", page(&format!("{}{TEXT}", "<div>".repeat(100_000)))),
        Case::holding("emphasis nested deep", page(&format!("{}{TEXT}", "<p><b><i><font>".repeat(25_000)))),
        Case::holding("lists nested deep", page(&format!("{}{TEXT}", "<ul><li>".repeat(50_000)))),
        Case::holding("tables nested deep", page(&format!("{}{TEXT}", "<table><tr><td>".repeat(30_000)))),
        Case::holding("many attributes", page(&format!("<p{attributes}>{TEXT}</p>"))),
        Case::holding(
            "many classes",
            page(&format!(
                "<style>{}</style><p class='{}'>{TEXT}",
                ".a{font-weight:bold}".repeat(20_000),
                "a ".repeat(20_000)
            )),
        ),
        Case::holding(
            "end tags of nothing",
            page(&format!("{}{TEXT}", "</div></p></li></td>".repeat(50_000))),
        ),
        Case::holding(
            "open paragraphs and end tags",
            page(&format!("{}{}{TEXT}", "<p><span>".repeat(20_000), "</b>".repeat(50_000))),
        ),
        Case::new("entities without end", page(&"&#x41;&amp;&lt;&nosuch;&".repeat(200_000))),
        Case::new("a comment without end", page(&format!("{TEXT}<!--{}", "-".repeat(2_000_000)))),
        Case::new("tags without end", page(&"<a <b <c ".repeat(200_000))),
        Case::holding(
            "cells that claim to be many",
            page(&format!("<table>{}<td>{TEXT}", "<tr><td colspan=99999 rowspan=99999>x".repeat(3_000))),
        ),
        Case::new("a large page", page(&"<p>word word</p>".repeat(1_500_000))),
    ]
}

fn texts() -> Vec<Case> {
    let letter = format!("{TEXT}\n\nThe area has made good progress.\n");
    let wide = |order: fn(u16) -> [u8; 2]| letter.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let titles = "Joint local area SEND revisit in Northmere\nJoint area SEND inspection of Northmere\n";
    vec![
        Case::holding("a text of one line", format!("{TEXT} {}", "word ".repeat(4 << 20)).into_bytes()),
        Case::holding("a text of one word", format!("{TEXT} {}", "w".repeat(20 << 20)).into_bytes()),
        Case::holding(
            "a text of bullets",
            format!("{TEXT}\n\n{}", "- item\n  - inner\n".repeat(100_000)).into_bytes(),
        ),
        Case::holding("a text of page ends", format!("{TEXT}\n{}", "\u{c}".repeat(200_000)).into_bytes()),
        Case::holding(
            "a text of short lines",
            format!("{TEXT}\n{}", "word\n".repeat(2_000_000)).into_bytes(),
        ),
        Case::holding(
            "a text of short blocks",
            format!("{TEXT}\n\n{}", "Word.\n\n".repeat(1_000_000)).into_bytes(),
        ),
        Case::holding("UTF-16, little end first", wide(u16::to_le_bytes)),
        Case::holding("UTF-16, big end first", wide(u16::to_be_bytes)),
        Case::new("UTF-16 cut in a character", [&[0xff, 0xfe][..], &wide(u16::to_le_bytes)[..31]].concat()),
        Case::holding("text that is no UTF-8", [letter.as_bytes(), b"\xff\xfe\x80\xc0\xaf"].concat()),
        Case::new("text with zeros", [letter.as_bytes(), &[0; 64]].concat()),
        Case::new("zeros", vec![0; 1 << 20]),
        Case::new("white space", vec![b' '; 20 << 20]),
        Case::holding("a text of titles", format!("{TEXT}\n\n{}", titles.repeat(20_000)).into_bytes()),
    ]
}
