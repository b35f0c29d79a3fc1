use super::style::{points, property};
use crate::read::marked::number::{self, Style};
use crate::read::marked::tree::Element;

/// Counts the items of an ordered list.
#[derive(Debug)]
pub struct Counter {
    next: u32,
    style: Style,
}

impl Counter {
    /// `None` for a list whose items have bullets, or nothing, before them.
    pub fn of(list: &Element) -> Option<Self> {
        let hides_numbers = |name| property(list, name).is_some_and(|value| value.starts_with("none"));
        if list.name != "ol" || hides_numbers("list-style-type") || hides_numbers("list-style") {
            return None;
        }
        let style = match list.attribute("type") {
            Some("a") => Style::LowerLetter,
            Some("A") => Style::UpperLetter,
            Some("i") => Style::LowerRoman,
            Some("I") => Style::UpperRoman,
            _ => Style::Decimal,
        };
        let next = list.attribute("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        Some(Self { next, style })
    }

    /// The number of the next item, as it stands before its words.
    pub fn number(&mut self, item: &Element) -> String {
        if let Some(value) = item.attribute("value").and_then(|value| value.trim().parse().ok()) {
            self.next = value;
        }
        let number = number::write(self.next, self.style);
        self.next = self.next.saturating_add(1);
        format!("{number}.")
    }
}

/// How far Word indents each level of a list, in points.
const WORD_STEP: f32 = 36.0;

/// The level of a paragraph that a word processor made a list item of: by its own mark, else by its indent.
pub fn word_level(paragraph: &Element) -> Option<u8> {
    let list = property(paragraph, "mso-list").filter(|list| !list.starts_with("none"));
    let is_item = paragraph.attribute("class").is_some_and(|class| class.starts_with("MsoListParagraph"));
    if let Some(list) = list {
        let level = list.split_whitespace().find_map(|part| part.strip_prefix("level")?.parse().ok());
        return Some(level.unwrap_or(1).clamp(1, 9));
    }
    let is_labelled = is_item && property(paragraph, "text-indent").is_some_and(|i| i.starts_with('-'));
    let indent = || property(paragraph, "margin-left").as_deref().and_then(points).unwrap_or(WORD_STEP);
    is_labelled.then(|| (indent() / WORD_STEP).round().clamp(1.0, 9.0) as u8)
}
