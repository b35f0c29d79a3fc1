//! Makes a web page of a letter's source, as an author of pages writes it and as a word processor saves it.

use crate::typeset::markup::{Block, Letter, Role, Row, Table, Text, Word};

/// Menus and scripts stand around the letter, as they do on councils' sites.
pub fn html(letter: &Letter) -> String {
    let body = letter.blocks.iter().fold(Body::default(), Body::block).close();
    format!(
        "<!DOCTYPE html>\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>{}</title></head>\n<body>\
         <header><nav><ul><li>Home</li><li>Schools</li></ul></nav></header>\n\
         <div role=\"dialog\">We use cookies.</div>\n<main>{body}</main>\n\
         <footer>Contact us</footer><script>track('<p>page</p>')</script></body></html>",
        letter.settings.title
    )
}

/// Items are paragraphs with typed bullets, and headings are bold paragraphs.
pub fn word_html(letter: &Letter) -> String {
    let blocks: String = letter.blocks.iter().map(word_block).collect();
    format!(
        "<html xmlns:o=\"urn:o\"><head><meta charset=utf-8></head><body><div class=WordSection1>{blocks}</div></body></html>"
    )
}

#[derive(Default)]
struct Body {
    html: String,
    /// Lists that are open.
    lists: usize,
}

impl Body {
    fn block(mut self, block: &Block) -> Self {
        match block {
            Block::Text(text) => self.text(text),
            Block::Table(table) => {
                self.lists_to(0);
                self.html.push_str(&html_table(table, |texts| {
                    texts
                        .iter()
                        .fold(Body::default(), |mut body, text| {
                            body.text(text);
                            body
                        })
                        .close()
                }));
            }
            Block::PageBreak | Block::Space => {}
        }
        self
    }

    fn text(&mut self, text: &Text) {
        let words = words(&text.words);
        let (lists, open, close) = match text.role {
            Role::Title => (0, "<h1>", "</h1>"),
            Role::Heading => (0, "<h2>", "</h2>"),
            Role::Subheading => (0, "<h3>", "</h3>"),
            Role::Paragraph | Role::Line | Role::RightLine => (0, "<p>", "</p>"),
            // End tags of items are left out, as the standard allows.
            Role::Bullet => (1, "<li>", ""),
            Role::SubBullet => (if self.lists == 0 { 1 } else { 2 }, "<li>", ""),
        };
        self.lists_to(lists);
        self.html.push_str(&format!("{open}{words}{close}\n"));
    }

    fn lists_to(&mut self, lists: usize) {
        while self.lists < lists {
            self.html.push_str("<ul>");
            self.lists += 1;
        }
        while self.lists > lists {
            self.html.push_str("</ul>");
            self.lists -= 1;
        }
    }

    fn close(mut self) -> String {
        self.lists_to(0);
        self.html
    }
}

fn html_table(table: &Table, cell: impl Fn(&[Text]) -> String) -> String {
    let row = |row: &Row| {
        let name = if row.header { "th" } else { "td" };
        let cells = row.cells.iter().map(|texts| format!("<{name}>{}</{name}>", cell(texts)));
        format!("<tr>{}</tr>\n", cells.collect::<String>())
    };
    format!("<table>{}</table>\n", table.rows.iter().map(row).collect::<String>())
}

fn word_block(block: &Block) -> String {
    match block {
        Block::Text(text) => word_paragraph(text),
        Block::Table(table) => html_table(table, |texts| texts.iter().map(word_paragraph).collect()),
        Block::PageBreak => "<br clear=all style='page-break-before:always'>".to_owned(),
        Block::Space => "<p class=MsoNormal><o:p>&nbsp;</o:p></p>".to_owned(),
    }
}

fn word_paragraph(text: &Text) -> String {
    let words = words(&text.words);
    match text.role {
        Role::Title | Role::Heading | Role::Subheading => {
            format!("<p class=MsoNormal><span style='font-weight:bold'>{words}<o:p></o:p></span></p>\n")
        }
        Role::Bullet => item(1, "·", &words),
        Role::SubBullet => item(2, "o", &words),
        Role::Paragraph | Role::Line | Role::RightLine => format!("<p class=MsoNormal>{words}</p>\n"),
    }
}

fn item(level: usize, bullet: &str, words: &str) -> String {
    format!(
        "<p class=MsoListParagraph style='margin-left:{}.0pt;text-indent:-18.0pt;mso-list:l0 level{level} lfo1'>\
         <![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>{bullet}<span>\
         &nbsp;&nbsp; </span></span></span><![endif]>{words}</p>\n",
        level * 36
    )
}

fn words(words: &[Word]) -> String {
    let word = |word: &Word| {
        let text = word.text.replace('&', "&amp;").replace('<', "&lt;");
        let text = if word.bold { format!("<b>{text}</b>") } else { text };
        if word.space_after { text + " " } else { text }
    };
    words.iter().map(word).collect()
}
