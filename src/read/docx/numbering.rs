use std::collections::HashMap;

use super::styles::{Styles, number, value};
use crate::read::marked::number::{self, Style};
use crate::read::marked::tree::Element;

/// Levels that a list has.
const LEVELS: usize = 9;

/// The lists of a file, and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    /// Lists by their numbers, which paragraphs name.
    lists: HashMap<String, List>,
    /// How each level of an abstract list is numbered.
    levels: HashMap<String, Vec<Level>>,
    /// How far an abstract list has counted; lists over the same one go on from each other.
    counts: HashMap<String, [Option<u32>; LEVELS]>,
}

#[derive(Debug)]
struct List {
    of: String,
    /// Where it counts anew, by level, until it has begun to.
    restarts: Vec<(usize, u32)>,
    own_levels: Vec<(usize, Level)>,
}

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    /// `None` for bullets.
    style: Option<Style>,
    /// The number's form: `%1.%2` stands for the numbers of the first two levels.
    form: String,
}

impl Numbering {
    /// Reads the numbering part.
    pub fn of(part: &Element, styles: &Styles) -> Self {
        let mut numbering = Self::default();
        let Some(part) = part.child("numbering") else { return numbering };
        let mut linked = Vec::new();
        for element in part.elements() {
            match element.name.as_str() {
                "abstractNum" => {
                    let Some(id) = element.attribute("abstractNumId") else { continue };
                    numbering.levels.insert(id.to_owned(), levels(element));
                    let link = element.child("numStyleLink").and_then(value);
                    linked.extend(link.map(|style| (id.to_owned(), style.to_owned())));
                }
                "num" => {
                    let Some(id) = element.attribute("numId") else { continue };
                    numbering.lists.extend(List::of(element).map(|list| (id.to_owned(), list)));
                }
                _ => {}
            }
        }
        linked.iter().for_each(|(id, style)| numbering.link(id, style, styles));
        numbering
    }

    /// Gives an abstract list that only names a style the levels of that style's list.
    fn link(&mut self, id: &str, style: &str, styles: &Styles) {
        let list = styles.resolve(style).list;
        let real = list.and_then(|list| self.lists.get(&list)).map(|list| list.of.clone());
        if let Some(levels) = real.and_then(|real| self.levels.get(&real)).cloned() {
            self.levels.insert(id.to_owned(), levels);
        }
    }

    /// Whether paragraphs may be items of this list. List 0 is none.
    pub fn has(&self, list: &str) -> bool {
        self.lists.contains_key(list)
    }

    /// Counts one more item, `level` from 0; the number as it stands before the item's words, if it has one.
    pub fn next(&mut self, list: &str, level: u8) -> Option<String> {
        let level = usize::from(level).min(LEVELS - 1);
        let list = self.lists.get_mut(list)?;
        let mut levels = self.levels.get(&list.of).cloned().unwrap_or_default();
        for (at, own) in &list.own_levels {
            if let Some(place) = levels.get_mut(*at) {
                *place = own.clone();
            }
        }
        let counts = self.counts.entry(list.of.clone()).or_default();
        let restart = list.restarts.iter().position(|(at, _)| *at == level);
        let start = |at: usize| levels.get(at).map_or(1, |level| level.start);
        let next = match restart.map(|place| list.restarts.swap_remove(place)) {
            Some((_, start)) => start,
            None => counts[level].map_or(start(level), |count| count.saturating_add(1)),
        };
        counts[level] = Some(next);
        counts[level + 1..].fill(None);
        let shown = levels.get(level).filter(|level| level.style.is_some())?;
        let number =
            shown.write(|at| (counts[at].unwrap_or(start(at)), levels.get(at).and_then(|l| l.style)));
        (!number.trim().is_empty()).then_some(number)
    }
}

impl List {
    fn of(element: &Element) -> Option<Self> {
        let of = element.child("abstractNumId").and_then(value)?.to_owned();
        let mut list = List { of, restarts: Vec::new(), own_levels: Vec::new() };
        for own in element.elements().filter(|element| element.name == "lvlOverride").take(LEVELS) {
            let Some(at) = own.attribute("ilvl").and_then(|at| at.parse().ok()) else { continue };
            let restart = own.child("startOverride").and_then(number::<u32>);
            list.restarts.extend(restart.map(|start| (at, start)));
            list.own_levels.extend(own.child("lvl").map(|level| (at, Level::of(level))));
        }
        Some(list)
    }
}

fn levels(list: &Element) -> Vec<Level> {
    let levels = list.elements().filter(|element| element.name == "lvl");
    levels.take(LEVELS).map(Level::of).collect()
}

impl Level {
    fn of(element: &Element) -> Self {
        let style = match element.child("numFmt").and_then(value) {
            Some("bullet" | "none") => None,
            Some("lowerLetter") => Some(Style::LowerLetter),
            Some("upperLetter") => Some(Style::UpperLetter),
            Some("lowerRoman") => Some(Style::LowerRoman),
            Some("upperRoman") => Some(Style::UpperRoman),
            _ => Some(Style::Decimal),
        };
        let start = element.child("start").and_then(number).unwrap_or(1);
        let form = element.child("lvlText").and_then(value).unwrap_or_default().to_owned();
        Self { start, style, form }
    }

    /// The number in its form; `count` gives how far a level has counted, and its style.
    fn write(&self, count: impl Fn(usize) -> (u32, Option<Style>)) -> String {
        let mut written = String::new();
        let mut rest = self.form.as_str();
        while let Some(at) = rest.find('%') {
            written.push_str(&rest[..at]);
            rest = &rest[at + 1..];
            let digit = rest.chars().next().and_then(|digit| digit.to_digit(10));
            let Some(level @ 1..=9) = digit else { continue };
            rest = &rest[1..];
            let (number, style) = count(level as usize - 1);
            written.push_str(&number::write(number, style.unwrap_or(Style::Decimal)));
        }
        written + rest
    }
}
