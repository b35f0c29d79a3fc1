//! The little of CSS that reading goes by: inline styles, and the weight that rules for one class give.

use std::collections::HashMap;

use crate::read::marked::tree::{Element, Node};

/// The value of a property of the element's own style, in lower case.
pub fn property(element: &Element, name: &str) -> Option<String> {
    declared(element.attribute("style")?, name)
}

fn declared(declarations: &str, name: &str) -> Option<String> {
    // The last of several counts.
    declarations.rsplit(';').find_map(|declaration| {
        let (known, value) = declaration.split_once(':')?;
        let value = value.trim().to_lowercase();
        known
            .trim()
            .eq_ignore_ascii_case(name)
            .then(|| value.trim_end_matches("!important").trim().to_owned())
    })
}

/// A length in points; `None` for lengths that depend on the window.
pub fn points(length: &str) -> Option<f32> {
    const UNITS: [(&str, f32); 5] = [("pt", 1.0), ("px", 0.75), ("in", 72.0), ("cm", 28.35), ("mm", 2.835)];
    UNITS.iter().find_map(|(unit, size)| {
        let number: f32 = length.trim().strip_suffix(unit)?.trim().parse().ok()?;
        Some(number * size)
    })
}

/// Which classes make text bold, and which make it plain.
#[derive(Debug, Default)]
pub struct Weights(HashMap<String, bool>);

impl Weights {
    /// Reads the style elements of a page.
    pub fn of(page: &Element) -> Self {
        let mut weights = Self::default();
        weights.gather(page);
        weights
    }

    fn gather(&mut self, element: &Element) {
        if element.name == "style" {
            return self.sheet(&element.text());
        }
        for node in &element.children {
            if let Node::Element(inner) = node {
                self.gather(inner);
            }
        }
    }

    /// Takes the rules that stand for themselves; those for a medium or a width stand within another.
    fn sheet(&mut self, sheet: &str) {
        let (mut depth, mut from, mut selectors) = (0_usize, 0, "");
        for (at, brace) in sheet.match_indices(['{', '}']) {
            match (brace, depth) {
                ("{", 0) => selectors = &sheet[from..at],
                ("}", 1) => self.rule(selectors, &sheet[from..at]),
                _ => {}
            }
            depth = if brace == "{" { depth + 1 } else { depth.saturating_sub(1) };
            from = at + 1;
        }
    }

    fn rule(&mut self, selectors: &str, declarations: &str) {
        let Some(bold) = declared(declarations, "font-weight").as_deref().and_then(is_bold) else { return };
        for selector in selectors.split(',') {
            let is_plain =
                |class: &&str| !class.is_empty() && !class.contains(['.', ':', ' ', '>', '#', '[']);
            if let Some(class) = selector.trim().split_once('.').map(|(_, class)| class).filter(is_plain) {
                self.0.insert(class.to_owned(), bold);
            }
        }
    }

    /// Whether an element is set bold or plain; `None` where it says nothing.
    pub fn bold(&self, element: &Element) -> Option<bool> {
        let own = || property(element, "font-weight").as_deref().and_then(is_bold);
        let by_class = || {
            element.attribute("class")?.split_whitespace().rev().find_map(|class| self.0.get(class).copied())
        };
        let by_name = || {
            matches!(element.name.as_str(), "b" | "strong" | "th" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
        };
        own().or_else(by_class).or_else(|| by_name().then_some(true))
    }
}

fn is_bold(weight: &str) -> Option<bool> {
    match weight {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        number => number.parse::<u32>().ok().map(|weight| weight >= 600),
    }
}
