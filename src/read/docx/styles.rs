use std::collections::HashMap;

use crate::read::marked::limits;
use crate::read::marked::tree::Element;

/// What a style, or a paragraph or run itself, says of how it is set.
#[derive(Debug, Clone, Default)]
pub struct Properties {
    /// The level of a heading; 0 for none.
    pub heading: Option<u8>,
    pub bold: Option<bool>,
    /// In points.
    pub size: Option<f32>,
    pub hidden: Option<bool>,
    /// The list, and the level in it from 0. Each may come from another style.
    pub list: Option<String>,
    pub list_level: Option<u8>,
    /// In points.
    pub indent: Option<f32>,
}

impl Properties {
    /// Reads a `pPr` and an `rPr`, either of which may be missing.
    pub fn of(paragraph: Option<&Element>, run: Option<&Element>) -> Self {
        let mut properties = Self::default();
        if let Some(paragraph) = paragraph {
            let numbering = paragraph.child("numPr");
            let outline = paragraph.child("outlineLvl").and_then(number::<u8>);
            properties.heading = outline.map(|level| if level < 9 { level + 1 } else { 0 });
            let list = numbering.and_then(|numbering| numbering.child("numId")).and_then(value);
            properties.list = list.map(str::to_owned);
            properties.list_level = numbering.and_then(|n| n.child("ilvl")).and_then(number);
            properties.indent = paragraph.child("ind").and_then(indent);
        }
        if let Some(run) = run {
            properties.bold = run.child("b").map(is_on);
            properties.hidden = run.child("vanish").map(is_on);
            properties.size = run.child("sz").and_then(number::<f32>).map(|halves| halves / 2.0);
        }
        properties
    }

    /// These properties, and those of `base` where these say nothing.
    pub fn over(self, base: &Properties) -> Self {
        Self {
            heading: self.heading.or(base.heading),
            bold: self.bold.or(base.bold),
            size: self.size.or(base.size),
            hidden: self.hidden.or(base.hidden),
            list: self.list.or_else(|| base.list.clone()),
            list_level: self.list_level.or(base.list_level),
            indent: self.indent.or(base.indent),
        }
    }
}

/// The value of an element that holds one.
pub fn value(element: &Element) -> Option<&str> {
    element.attribute("val")
}

pub fn number<T: std::str::FromStr>(element: &Element) -> Option<T> {
    value(element)?.trim().parse().ok()
}

/// Whether a switch is on: it is where it stands without a value.
pub fn is_on(element: &Element) -> bool {
    !matches!(value(element), Some("0" | "false" | "off" | "none"))
}

fn indent(element: &Element) -> Option<f32> {
    let twentieths: f32 = element.attribute("left").or_else(|| element.attribute("start"))?.parse().ok()?;
    Some(twentieths / 20.0)
}

/// The styles of a file, by their identifiers.
#[derive(Debug, Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    defaults: Properties,
    /// The style of paragraphs that name none.
    default_paragraph: Option<String>,
}

#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    own: Properties,
}

impl Styles {
    /// Reads the styles part.
    pub fn of(part: &Element) -> Self {
        let mut styles = Self::default();
        let Some(list) = part.child("styles") else { return styles };
        let defaults = list.child("docDefaults").and_then(|defaults| defaults.child("rPrDefault"));
        styles.defaults = Properties::of(None, defaults.and_then(|defaults| defaults.child("rPr")));
        for element in list.elements().filter(|element| element.name == "style") {
            let Some(id) = element.attribute("styleId") else { continue };
            let is_default = matches!(element.attribute("default"), Some("1" | "true" | "on"));
            if is_default && element.attribute("type") == Some("paragraph") {
                styles.default_paragraph = Some(id.to_owned());
            }
            styles.styles.insert(id.to_owned(), Style::of(id, element));
        }
        styles
    }

    /// What a paragraph's style says, with all it is based on.
    pub fn paragraph(&self, id: Option<&str>) -> Properties {
        let id = id.filter(|id| self.styles.contains_key(*id)).or(self.default_paragraph.as_deref());
        id.map(|id| self.resolve(id)).unwrap_or_default().over(&self.defaults)
    }

    /// What a style says, with all it is based on.
    pub fn resolve(&self, id: &str) -> Properties {
        let mut properties = Properties::default();
        let mut next = Some(id);
        for _ in 0..limits::STYLE_STEPS {
            let Some(style) = next.and_then(|id| self.styles.get(id)) else { break };
            properties = properties.over(&style.own);
            next = style.based_on.as_deref();
        }
        properties
    }
}

impl Style {
    fn of(id: &str, element: &Element) -> Self {
        let mut own = Properties::of(element.child("pPr"), element.child("rPr"));
        let name = element.child("name").and_then(value).unwrap_or(id);
        own.heading = heading_level(name).or_else(|| heading_level(id)).or(own.heading);
        let based_on = element.child("basedOn").and_then(value).map(str::to_owned);
        Self { based_on, own }
    }
}

/// The level of a heading style, by its name or identifier.
fn heading_level(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if name == "title" {
        return Some(1);
    }
    let level: u8 = name.strip_prefix("heading")?.trim().parse().ok()?;
    (1..=9).contains(&level).then_some(level)
}
