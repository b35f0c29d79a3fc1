use super::limits;
use crate::read::{Limit, Limits};

/// An element with what it holds. Names are in lower case for web pages, and without their prefix for Word.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub children: Vec<Node>,
}

#[derive(Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The elements directly within.
    pub fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element directly within that has this name.
    pub fn child(&self, name: &str) -> Option<&Element> {
        self.elements().find(|element| element.name == name)
    }

    /// All words within.
    pub fn text(&self) -> String {
        self.children
            .iter()
            .map(|node| match node {
                Node::Element(element) => element.text(),
                Node::Text(text) => text.clone(),
            })
            .collect()
    }
}

/// Builds a tree from tags in order. It never nests deeper than [`Limits::nesting`], so a tree can be
/// walked by recursion.
#[derive(Debug)]
pub struct TreeBuilder {
    open: Vec<Element>,
    /// The names of elements that were opened beyond the deepest level.
    beyond: Vec<String>,
    elements: usize,
    bytes: usize,
    deepest: usize,
    most: usize,
    too_deep: bool,
}

impl TreeBuilder {
    pub fn new(limits: &Limits) -> Self {
        Self {
            open: vec![Element::default()],
            beyond: Vec::new(),
            elements: 0,
            bytes: 0,
            deepest: limits.size(Limit::Nesting),
            most: limits.size(Limit::Nodes),
            too_deep: false,
        }
    }

    /// How deep its elements nest at most.
    pub fn deepest(&self) -> usize {
        self.deepest
    }

    pub fn start(&mut self, element: Element) {
        self.elements += 1;
        self.bytes += element.name.len();
        self.bytes += element.attributes.iter().map(|(name, value)| name.len() + value.len()).sum::<usize>();
        if self.is_over_limit() {
            return;
        }
        if self.open.len() >= self.deepest {
            self.too_deep = true;
            self.beyond.push(element.name);
        } else {
            self.open.push(element);
        }
    }

    /// Ends the innermost open element.
    pub fn end(&mut self) {
        if self.beyond.pop().is_none() && self.open.len() > 1 {
            self.close();
        }
    }

    fn close(&mut self) {
        if let Some(element) = self.open.pop()
            && let Some(parent) = self.open.last_mut()
        {
            parent.children.push(Node::Element(element));
        }
    }

    pub fn text(&mut self, text: &str) {
        self.bytes += text.len();
        if self.is_over_limit() {
            return;
        }
        let Some(parent) = self.open.last_mut() else { return };
        match parent.children.last_mut() {
            Some(Node::Text(before)) => before.push_str(text),
            _ => parent.children.push(Node::Text(text.to_owned())),
        }
    }

    /// The names of the open elements, innermost first.
    pub fn open_names(&self) -> impl Iterator<Item = &str> {
        let open = self.open[1..].iter().rev().map(|element| element.name.as_str());
        self.beyond.iter().rev().map(String::as_str).chain(open)
    }

    /// Elements were left out because they nest too deep.
    pub fn is_too_deep(&self) -> bool {
        self.too_deep
    }

    /// Nothing more is taken.
    pub fn is_over_limit(&self) -> bool {
        self.elements > self.most || self.bytes > limits::TREE_BYTES
    }

    /// The root, whose name is empty. Elements that are still open end here.
    pub fn finish(mut self) -> Element {
        while self.open.len() > 1 {
            self.close();
        }
        self.open.pop().unwrap_or_default()
    }
}
