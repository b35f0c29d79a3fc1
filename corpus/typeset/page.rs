//! One page: its content stream as it grows.

use std::fmt::Write;

use super::encoding;
use super::flow::Run;
use super::metrics::Face;
use super::tags::{ElementId, Tree};

/// What a piece of content is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    Element(ElementId),
    /// Rules and shading.
    Artifact,
    Footer,
}

#[derive(Debug)]
pub struct Page {
    pub index: usize,
    tagged: bool,
    content: Vec<u8>,
    open: Option<Mark>,
    /// The element of each mark, by its number: what the parent tree lists.
    pub marks: Vec<ElementId>,
}

impl Page {
    pub fn new(index: usize, tagged: bool) -> Self {
        Page { index, tagged, content: Vec::new(), open: None, marks: Vec::new() }
    }

    pub fn show(&mut self, tree: &mut Tree, mark: Mark, runs: &[Run], left: f32, baseline: f32) {
        self.open(tree, mark);
        for run in runs {
            self.put(&format!("BT /{} {:.2} Tf ", resource_name(run.face), run.size));
            self.put(&format!("1 0 0 1 {:.2} {:.2} Tm (", left + run.x, baseline));
            self.content.extend(escaped(&encoding::encode(&run.text)));
            self.put(") Tj ET\n");
        }
    }

    pub fn fill(&mut self, tree: &mut Tree, mark: Mark, rectangle: [f32; 4], grey: f32) {
        self.open(tree, mark);
        let [x, y, width, height] = rectangle;
        self.put(&format!("q {grey:.2} g {x:.2} {y:.2} {width:.2} {height:.2} re f Q\n"));
    }

    /// The content stream, complete.
    pub fn content(&self) -> Vec<u8> {
        let mut content = self.content.clone();
        if self.open.is_some() {
            content.extend(b"EMC\n");
        }
        content
    }

    fn open(&mut self, tree: &mut Tree, mark: Mark) {
        if !self.tagged || self.open == Some(mark) {
            return;
        }
        if self.open.is_some() {
            self.put("EMC\n");
        }
        self.open = Some(mark);
        match mark {
            Mark::Element(element) => {
                let number = self.marks.len();
                self.put(&format!("/{} <</MCID {number}>> BDC\n", tree.elements[element].role));
                tree.mark(element, self.index, number);
                self.marks.push(element);
            }
            Mark::Artifact => self.put("/Artifact BMC\n"),
            Mark::Footer => {
                self.put("/Artifact <</Attached [/Bottom]/Type/Pagination/Subtype/Footer>> BDC\n");
            }
        }
    }

    fn put(&mut self, operators: &str) {
        self.content.extend(operators.as_bytes());
    }
}

pub fn resource_name(face: Face) -> &'static str {
    match face {
        Face::Regular => "F1",
        Face::Bold => "F2",
        Face::Bullet => "F3",
        Face::SubBullet => "F4",
    }
}

/// The inside of a PDF string, in ASCII whatever the codes.
fn escaped(codes: &[u8]) -> Vec<u8> {
    let mut out = String::new();
    for &code in codes {
        // Writing to a String cannot fail.
        let _ = match code {
            b'(' | b')' | b'\\' => write!(out, "\\{}", char::from(code)),
            b' '..=b'~' => write!(out, "{}", char::from(code)),
            _ => write!(out, "\\{code:03o}"),
        };
    }
    out.into_bytes()
}
