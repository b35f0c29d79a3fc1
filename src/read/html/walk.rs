use super::left_out::is_left_out;
use super::lists::{self, Counter};
use super::style::{self, Weights};
use crate::read::Clock;
use crate::read::marked::tree::{Element, Node};
use crate::read::marked::{Flow, Kind, Look, Writer};

/// What a page holds, in reading order; part of it where time is over.
pub fn flow(page: &Element, clock: &Clock) -> Vec<Flow> {
    let weights = Weights::of(page);
    let mut walker = Walker { writer: Writer::new(1, false), weights: &weights, clock };
    walker.children(page, &Place::default());
    walker.writer.finish()
}

pub struct Walker<'a> {
    pub writer: Writer,
    weights: &'a Weights,
    clock: &'a Clock,
}

/// What the elements around a place make of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place {
    look: Look,
    /// Lists around it, inside the table cell that it stands in.
    lists: u8,
    /// Line ends in the file are line breaks.
    keeps_lines: bool,
    pub in_article: bool,
}

impl Walker<'_> {
    pub fn children(&mut self, element: &Element, place: &Place) {
        for node in &element.children {
            match node {
                Node::Element(inner) => self.element(inner, place),
                Node::Text(text) => self.text(text, place),
            }
        }
    }

    pub fn text(&mut self, text: &str, place: &Place) {
        if !place.keeps_lines {
            return self.writer.text(text, place.look);
        }
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.writer.line_break();
            }
            self.writer.text(line, place.look);
        }
    }

    pub fn element(&mut self, element: &Element, place: &Place) {
        if is_left_out(element, place.in_article) || self.clock.is_over() {
            return;
        }
        let within = self.within(element, place);
        match element.name.as_str() {
            "br" => self.writer.line_break(),
            "ul" | "ol" | "menu" | "dir" => self.list(element, &within),
            "li" => self.item(element, &within, None),
            "table" => {
                self.writer.begin_paragraph();
                self.table(element, &within);
            }
            name => match heading_level(element) {
                Some(level) => self.block(element, &within, Kind::Heading(level)),
                None if name == "p" => self.paragraph(element, &within),
                None if is_block(name) => {
                    self.writer.begin_paragraph();
                    self.children(element, &within);
                    self.writer.begin_paragraph();
                }
                None => self.children(element, &within),
            },
        }
    }

    fn within(&self, element: &Element, place: &Place) -> Place {
        let name = element.name.as_str();
        let bold = self.weights.bold(element).unwrap_or(place.look.bold);
        let keeps_lines =
            || style::property(element, "white-space").is_some_and(|space| space.starts_with("pre"));
        Place {
            look: Look { bold, size: None },
            keeps_lines: place.keeps_lines || name == "pre" || keeps_lines(),
            in_article: place.in_article || matches!(name, "article" | "main" | "section"),
            ..*place
        }
    }

    fn block(&mut self, element: &Element, place: &Place, kind: Kind) {
        self.writer.begin(kind, 0.0, None);
        self.children(element, place);
        self.writer.end_block();
    }

    fn paragraph(&mut self, paragraph: &Element, place: &Place) {
        if let Some(level) = lists::word_level(paragraph) {
            return self.block(paragraph, place, Kind::Item(level));
        }
        self.writer.begin_paragraph();
        let indent = style::property(paragraph, "margin-left").as_deref().and_then(style::points);
        self.writer.indent(indent.unwrap_or(0.0));
        self.children(paragraph, place);
        self.writer.begin_paragraph();
    }

    fn list(&mut self, list: &Element, place: &Place) {
        let place = Place { lists: (place.lists + 1).min(9), ..*place };
        let mut counter = Counter::of(list);
        self.writer.begin_paragraph();
        for node in &list.children {
            match node {
                Node::Element(item) if item.name == "li" => {
                    if !is_left_out(item, place.in_article) {
                        let within = self.within(item, &place);
                        let number = counter.as_mut().map(|counter| counter.number(item));
                        self.item(item, &within, number);
                    }
                }
                Node::Element(element) => self.element(element, &place),
                Node::Text(text) => self.text(text, &place),
            }
        }
        self.writer.begin_paragraph();
    }

    fn item(&mut self, item: &Element, place: &Place, number: Option<String>) {
        self.writer.begin(Kind::Item(place.lists.max(1)), 0.0, number);
        self.children(item, place);
        self.writer.end_block();
    }

    pub fn cell(&mut self, cell: &Element, place: &Place) -> Vec<Flow> {
        let place = Place { lists: 0, ..self.within(cell, place) };
        let outer = std::mem::replace(&mut self.writer, Writer::new(1, true));
        self.children(cell, &place);
        std::mem::replace(&mut self.writer, outer).finish()
    }
}

fn heading_level(element: &Element) -> Option<u8> {
    if element.attribute("role") == Some("heading") {
        let level = element.attribute("aria-level").and_then(|level| level.trim().parse().ok());
        return Some(level.unwrap_or(2).clamp(1, 9));
    }
    match element.name.as_bytes() {
        [b'h', level @ b'1'..=b'6'] => Some(level - b'0'),
        _ => None,
    }
}

/// Elements whose words stand on lines of their own.
fn is_block(name: &str) -> bool {
    const BLOCKS: [&str; 36] = [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "td",
        "th",
        "tr",
    ];
    BLOCKS.contains(&name)
}
