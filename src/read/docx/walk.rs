use super::numbering::Numbering;
use super::pages::Pages;
use super::paragraph::Setting;
use super::styles::{Styles, value};
use crate::read::Clock;
use crate::read::marked::tree::{Element, Node};
use crate::read::marked::{Flow, Look, Writer};

/// What a file holds, in reading order, and the number of its pages; part of it where time is over.
pub fn flow(text: &Element, styles: &Styles, numbering: Numbering, clock: &Clock) -> (Vec<Flow>, u32) {
    let pages = Pages::of(text);
    let writer = Writer::new(1, false);
    let mut walker = Walker { writer, pages, styles, numbering, boxes: Vec::new(), goes_on: false, clock };
    walker.blocks(text);
    (walker.writer.finish(), walker.pages.current)
}

pub struct Walker<'a> {
    pub writer: Writer,
    pub pages: Pages,
    styles: &'a Styles,
    numbering: Numbering,
    /// What the text boxes of the open paragraph hold; it comes after the paragraph.
    boxes: Vec<Flow>,
    /// The end of the paragraph before is deleted.
    goes_on: bool,
    clock: &'a Clock,
}

/// Whether an element only wraps what stands in the text: links, fields, insertions, content controls.
fn is_wrapper(name: &str) -> bool {
    const WRAPPERS: [&str; 15] = [
        "document",
        "body",
        "sdt",
        "sdtContent",
        "ins",
        "moveTo",
        "customXml",
        "smartTag",
        "hyperlink",
        "fldSimple",
        "dir",
        "bdo",
        "oMath",
        "oMathPara",
        "ruby",
    ];
    WRAPPERS.contains(&name)
}

/// The elements within, and those within wrappers among them.
pub fn unwrapped(element: &Element) -> Box<dyn Iterator<Item = &Element> + '_> {
    Box::new(element.elements().flat_map(|inner| -> Box<dyn Iterator<Item = &Element>> {
        match is_wrapper(&inner.name) {
            true => unwrapped(inner),
            false => Box::new(std::iter::once(inner)),
        }
    }))
}

impl Walker<'_> {
    fn blocks(&mut self, element: &Element) {
        for inner in element.elements() {
            if self.clock.is_over() {
                return;
            }
            match inner.name.as_str() {
                "p" => self.paragraph(inner),
                "tbl" => self.table(inner),
                "AlternateContent" => self.alternative(inner, &mut |walker, chosen| walker.blocks(chosen)),
                name if is_wrapper(name) => self.blocks(inner),
                _ => {}
            }
        }
    }

    /// What stands in a cell or a text box.
    pub fn within(&mut self, element: &Element, in_cell: bool) -> Vec<Flow> {
        let outer = std::mem::replace(&mut self.writer, Writer::new(self.pages.current, in_cell));
        let outer_boxes = std::mem::take(&mut self.boxes);
        self.goes_on = false;
        self.blocks(element);
        self.goes_on = false;
        self.boxes = outer_boxes;
        std::mem::replace(&mut self.writer, outer).finish()
    }

    fn paragraph(&mut self, paragraph: &Element) {
        let setting = Setting::of(paragraph, self.styles, &mut self.numbering);
        if setting.begins_page {
            self.pages.set_break();
        }
        self.writer.set_page(self.pages.current);
        if !self.goes_on {
            self.writer.begin(setting.kind, setting.indent, setting.number.clone());
        }
        self.inline(paragraph, &setting);
        self.goes_on = setting.end_is_deleted;
        if !self.goes_on {
            self.writer.end_block();
            let boxes = std::mem::take(&mut self.boxes);
            self.writer.insert(boxes);
        }
        if ends_section_and_page(paragraph) {
            self.pages.set_break();
        }
    }

    /// The runs of a paragraph, also those in links, fields and insertions. Deletions hold none that are read.
    fn inline(&mut self, element: &Element, setting: &Setting) {
        for inner in element.elements() {
            match inner.name.as_str() {
                "r" => {
                    if let Some(look) = setting.look(inner, self.styles) {
                        self.run(inner, look);
                    } else {
                        self.page_marks(inner);
                    }
                }
                "rt" => {}
                "AlternateContent" => {
                    self.alternative(inner, &mut |walker, chosen| walker.inline(chosen, setting));
                }
                name if is_wrapper(name) || is_of_formula(name) => self.inline(inner, setting),
                _ => {}
            }
        }
    }

    fn run(&mut self, run: &Element, look: Look) {
        for inner in run.elements() {
            match inner.name.as_str() {
                "t" => self.writer.text(&inner.text(), look),
                "tab" | "ptab" => self.writer.text("\t", look),
                "noBreakHyphen" => self.writer.text("-", look),
                "sym" => self.writer.text(&symbol(inner), look),
                "br" if inner.attribute("type") == Some("page") => self.set_page_break(),
                "br" | "cr" => self.writer.line_break(),
                "lastRenderedPageBreak" => self.noted_page_break(),
                "AlternateContent" => self.alternative(inner, &mut |walker, chosen| walker.run(chosen, look)),
                "drawing" | "pict" | "object" => self.text_boxes(inner),
                _ => {}
            }
        }
    }

    fn set_page_break(&mut self) {
        self.pages.set_break();
        self.writer.set_page(self.pages.current);
        self.writer.line_break();
    }

    fn noted_page_break(&mut self) {
        self.pages.noted_break();
        self.writer.set_page(self.pages.current);
    }

    /// A page may begin inside hidden text.
    fn page_marks(&mut self, run: &Element) {
        if run.child("lastRenderedPageBreak").is_some() {
            self.noted_page_break();
        }
    }

    fn text_boxes(&mut self, drawing: &Element) {
        for inner in drawing.elements() {
            match inner.name.as_str() {
                "txbxContent" => {
                    let held = self.within(inner, false);
                    self.boxes.extend(held);
                }
                "AlternateContent" => {
                    self.alternative(inner, &mut |walker, chosen| walker.text_boxes(chosen));
                }
                _ => self.text_boxes(inner),
            }
        }
    }

    /// Of the forms in which one thing is given, for newer and older programs, one is read.
    fn alternative(&mut self, forms: &Element, read: &mut dyn FnMut(&mut Self, &Element)) {
        let mut filled = forms.elements().filter(|form| holds_text(form));
        if let Some(form) = filled.next() {
            read(self, form);
        }
    }
}

fn holds_text(element: &Element) -> bool {
    element.children.iter().any(|node| match node {
        Node::Element(inner) => holds_text(inner),
        Node::Text(text) => element.name == "t" && !text.trim().is_empty(),
    })
}

/// Parts of a formula, which hold runs.
fn is_of_formula(name: &str) -> bool {
    ["e", "num", "den", "sub", "sup", "f", "d", "sSup", "sSub", "rad", "rubyBase"].contains(&name)
}

/// The character of a symbol font.
fn symbol(element: &Element) -> String {
    let code = element.attribute("char").and_then(|code| u32::from_str_radix(code, 16).ok());
    code.and_then(char::from_u32).map(String::from).unwrap_or_default()
}

fn ends_section_and_page(paragraph: &Element) -> bool {
    let section = paragraph.child("pPr").and_then(|own| own.child("sectPr"));
    let kind = |section: &Element| section.child("type").and_then(value) != Some("continuous");
    section.is_some_and(kind)
}
