//! Briefs in any form as lines with the numbers of their notes, so that one test reads all three.

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;

/// What is said in one paragraph, list item or table row.
#[derive(Debug)]
pub struct Line {
    pub words: String,
    pub notes: Vec<usize>,
}

/// The lines before the sources, and the notes in order.
#[derive(Debug)]
pub struct Parts {
    pub lines: Vec<Line>,
    pub notes: Vec<String>,
}

/// A part of a Word file.
pub fn part(word: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(Cursor::new(word)).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

pub fn of_markdown(brief: &str) -> Parts {
    let (body, _) = brief.split_once("## Sources").unwrap();
    let is_said = |line: &&str| {
        !line.is_empty()
            && !line.starts_with(['#', '<'])
            && !line.starts_with("Table: ")
            && !is_table_head(body, line)
    };
    let line = |line: &str| {
        let mut pieces = line.split("[^");
        let mut words = pieces.next().unwrap().to_owned();
        let mut notes = Vec::new();
        for piece in pieces {
            let (number, rest) = piece.split_once(']').unwrap();
            notes.push(number.parse().unwrap());
            words.push_str(rest);
        }
        Line { words, notes }
    };
    let notes = brief.lines().filter(|line| line.starts_with("[^"));
    let notes = notes.map(|note| without_backslashes(note.split_once("]: ").unwrap().1));
    Parts { lines: body.lines().filter(is_said).map(line).collect(), notes: notes.collect() }
}

/// Whether a table's line of dashes follows, or this is it.
fn is_table_head(body: &str, line: &str) -> bool {
    line.starts_with("| ---") || (line.starts_with('|') && body.contains(&format!("{line}\n| ---")))
}

fn without_backslashes(markdown: &str) -> String {
    let mut out = String::new();
    let mut characters = markdown.chars();
    while let Some(character) = characters.next() {
        out.extend(if character == '\\' { characters.next() } else { Some(character) });
    }
    out
}

pub fn of_html(page: &str) -> Parts {
    let (body, after) = page.split_once("<h2>Sources</h2>").unwrap();
    let (_, body) = body.split_once("</h1>").unwrap();
    let (_, list) = after.split_once("<ol class=\"notes\">").unwrap();
    let mut parts = Parts { lines: Vec::new(), notes: Vec::new() };
    for opening in ["<p>", "<li>", "<tr><th scope=\"row\">"] {
        for piece in body.split(opening).skip(1) {
            let end =
                ["</p>", "</li>", "</tr>", "<ul>"].iter().filter_map(|end| piece.find(end)).min().unwrap();
            let notes = piece[..end].split("href=\"#note-").skip(1);
            let notes = notes.map(|note| note.split('"').next().unwrap().parse().unwrap()).collect();
            parts.lines.push(Line { words: without_tags(&piece[..end]), notes });
        }
    }
    let notes = list.lines().filter(|line| line.starts_with("<li"));
    parts.notes = notes.map(|note| without_tags(note.split(" <a class=\"back\"").next().unwrap())).collect();
    parts
}

fn without_tags(html: &str) -> String {
    let words: String =
        html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect();
    words.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

pub fn of_word(word: &[u8]) -> Parts {
    let document = part(word, "word/document.xml");
    let endnotes = part(word, "word/endnotes.xml");
    let mut lines = lines_of(&document);
    let sources = lines.iter().position(|(_, line)| line.words == "Sources").unwrap();
    lines.truncate(sources);
    lines.retain(|(style, _)| !style.starts_with("Heading") && style != "Caption" && style != "head");
    let notes = endnotes.split("<w:endnote w:id=\"").skip(1).map(|note| {
        let words = lines_of(&format!(
            "<w:p{}",
            note.split_once("<w:p").unwrap().1.replace("</w:endnote>", "").replace("</w:endnotes>", "")
        ));
        words[0].1.words.trim().to_owned()
    });
    Parts { lines: lines.into_iter().map(|(_, line)| line).collect(), notes: notes.collect() }
}

/// Paragraphs with their styles, and the rows of tables as one line each, those of headers as `head`.
fn lines_of(xml: &str) -> Vec<(String, Line)> {
    let mut lines: Vec<(String, Line)> = Vec::new();
    let (mut row, mut in_text, mut in_field) = (false, false, false);
    let mut reader = Reader::from_str(xml);
    loop {
        match reader.read_event().unwrap() {
            Event::Eof => return lines,
            Event::Start(tag) | Event::Empty(tag) => {
                let value = |name: &str| {
                    let found = tag.try_get_attribute(name).unwrap();
                    found.map(|found| found.value.to_string()).unwrap_or_default()
                };
                let empty = || Line { words: String::new(), notes: Vec::new() };
                match tag.name().as_ref() {
                    "w:tr" => {
                        row = true;
                        lines.push(("row".to_owned(), empty()));
                    }
                    "w:tblHeader" => lines.last_mut().unwrap().0 = "head".to_owned(),
                    "w:p" if !row => lines.push((String::new(), empty())),
                    "w:pStyle" if !row => lines.last_mut().unwrap().0 = value("w:val"),
                    "w:t" => in_text = true,
                    "w:instrText" => in_field = true,
                    "w:endnoteReference" => {
                        lines.last_mut().unwrap().1.notes.push(value("w:id").parse().unwrap());
                    }
                    _ => {}
                }
            }
            Event::Text(text) => {
                if in_text {
                    lines.last_mut().unwrap().1.words.push_str(&text);
                }
                if in_field && let Some(note) = text.trim().strip_prefix("NOTEREF _Note") {
                    let number = note.split(' ').next().unwrap().parse().unwrap();
                    lines.last_mut().unwrap().1.notes.push(number);
                }
            }
            Event::GeneralRef(entity) => {
                let sign = quick_xml::escape::resolve_predefined_entity(&entity).unwrap();
                lines.last_mut().unwrap().1.words.push_str(sign);
            }
            Event::End(tag) => match tag.name().as_ref() {
                "w:tr" => row = false,
                "w:t" => in_text = false,
                "w:instrText" => in_field = false,
                _ => {}
            },
            _ => {}
        }
    }
}
