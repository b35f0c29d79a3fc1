use crate::read::marked::tree::{Element, Node};

/// Counts pages by the marks that a file has of them.
///
/// Word notes where each page began when it last laid the file out, and notes it also after the page breaks
/// that the writer set: only where it noted nothing do these count.
#[derive(Debug)]
pub struct Pages {
    are_noted: bool,
    pub current: u32,
}

impl Pages {
    pub fn of(text: &Element) -> Self {
        Self { are_noted: has_notes(text), current: 1 }
    }

    /// The writer set a page break.
    pub fn set_break(&mut self) {
        if !self.are_noted {
            self.current = self.current.saturating_add(1);
        }
    }

    /// Word noted that a page begins.
    pub fn noted_break(&mut self) {
        self.current = self.current.saturating_add(1);
    }
}

fn has_notes(element: &Element) -> bool {
    element.name == "lastRenderedPageBreak"
        || element.children.iter().any(|node| matches!(node, Node::Element(inner) if has_notes(inner)))
}
