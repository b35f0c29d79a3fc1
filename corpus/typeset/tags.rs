//! The structure tree: what each mark on a page belongs to.

/// An element of the tree, by its place in [`Tree::elements`].
pub type ElementId = usize;

#[derive(Debug)]
pub struct Element {
    pub role: &'static str,
    pub parent: Option<ElementId>,
    pub kids: Vec<Kid>,
}

#[derive(Debug, Clone, Copy)]
pub enum Kid {
    Element(ElementId),
    /// Marked content, by its number on its page.
    Content {
        page: usize,
        mark: usize,
    },
}

#[derive(Debug)]
pub struct Tree {
    pub elements: Vec<Element>,
}

impl Tree {
    /// The element that holds the whole letter.
    pub const DOCUMENT: ElementId = 0;

    pub fn new() -> Self {
        Tree { elements: vec![Element { role: "Document", parent: None, kids: Vec::new() }] }
    }

    pub fn add(&mut self, parent: ElementId, role: &'static str) -> ElementId {
        let id = self.elements.len();
        self.elements.push(Element { role, parent: Some(parent), kids: Vec::new() });
        self.elements[parent].kids.push(Kid::Element(id));
        id
    }

    pub fn mark(&mut self, element: ElementId, page: usize, mark: usize) {
        self.elements[element].kids.push(Kid::Content { page, mark });
    }
}
