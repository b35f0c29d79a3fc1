//! The structure tree of a tagged PDF: what its content is, as the program that wrote it saw it.

mod roles;
mod tree;

pub use roles::Role;
pub use tree::read;

use super::content::{Mark, Run};

/// An element of the structure tree.
#[derive(Debug, PartialEq)]
pub struct Element {
    pub role: Role,
    /// How many rows and columns a table cell covers; 1 and 1 for anything else.
    pub covers: (usize, usize),
    pub kids: Vec<Node>,
}

#[derive(Debug, PartialEq)]
pub enum Node {
    Element(Element),
    Content(ContentKey),
}

/// Names a marked-content sequence of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct ContentKey {
    /// From 1.
    page: u32,
    /// The number of the form object that holds the sequence; 0 for the page itself.
    form: u32,
    id: u32,
}

impl ContentKey {
    /// The sequence that a run stands in.
    pub fn of(run: &Run) -> Option<Self> {
        match run.mark {
            Mark::Id(id) => Some(Self { page: run.page, form: run.form, id }),
            Mark::Outside | Mark::Artifact => None,
        }
    }
}
