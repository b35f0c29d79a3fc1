use super::numbering::Numbering;
use super::styles::{Properties, Styles, is_on, value};
use crate::read::marked::tree::Element;
use crate::read::marked::{Kind, Look};

/// What a paragraph's properties, style and list make of it.
pub struct Setting {
    pub kind: Kind,
    /// The number before its words.
    pub number: Option<String>,
    pub indent: f32,
    /// How its runs are set where they say nothing themselves.
    base: Properties,
    /// A tracked change took its end away: the next paragraph goes on in it.
    pub end_is_deleted: bool,
    pub begins_page: bool,
}

impl Setting {
    pub fn of(paragraph: &Element, styles: &Styles, numbering: &mut Numbering) -> Self {
        let own = paragraph.child("pPr");
        let style = own.and_then(|own| own.child("pStyle")).and_then(value);
        let properties = Properties::of(own, None).over(&styles.paragraph(style));
        let mark = own.and_then(|own| own.child("rPr"));
        let level = properties.list_level.unwrap_or(0).min(8);
        let list = properties.list.as_deref().filter(|list| numbering.has(list));
        let is_item = list.is_some();
        let has_text = paragraph.elements().any(|element| element.name != "pPr");
        let number = list.filter(|_| has_text).and_then(|list| numbering.next(list, level));
        let kind = match properties.heading {
            Some(level @ 1..) => Kind::Heading(level),
            _ if is_item => Kind::Item(level + 1),
            _ => Kind::Paragraph,
        };
        Self {
            kind,
            number,
            indent: properties.indent.unwrap_or(0.0),
            end_is_deleted: mark.is_some_and(|mark| mark.child("del").is_some()),
            begins_page: own.and_then(|own| own.child("pageBreakBefore")).is_some_and(is_on),
            base: properties,
        }
    }

    /// How a run is set; `None` for hidden text.
    pub fn look(&self, run: &Element, styles: &Styles) -> Option<Look> {
        let own = run.child("rPr");
        let style = own.and_then(|own| own.child("rStyle")).and_then(value);
        let styled = style.map(|style| styles.resolve(style)).unwrap_or_default();
        let set = Properties::of(None, own).over(&styled).over(&self.base);
        let look = Look { bold: set.bold.unwrap_or(false), size: set.size };
        (!set.hidden.unwrap_or(false)).then_some(look)
    }
}
