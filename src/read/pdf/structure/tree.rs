use std::collections::HashSet;

use lopdf::{Dictionary, Object, ObjectId};

use super::{ContentKey, Element, Node, Role};
use crate::read::pdf::limits;
use crate::read::pdf::objects::{File, as_dict};
use crate::read::pdf::pages::Pages;

/// Reads the structure tree; `None` where the file has none.
pub fn read(file: &File, pages: &Pages) -> Option<Element> {
    let root = file.dict(file.catalog()?, b"StructTreeRoot")?;
    let mut walk = Walk {
        file,
        pages,
        role_map: file.dict(root, b"RoleMap"),
        seen: HashSet::new(),
        nodes_left: limits::TREE_NODES,
    };
    let mut kids = Vec::new();
    walk.kids(root, None, &mut kids, 0);
    (!kids.is_empty()).then_some(Element { role: Role::Group, covers: (1, 1), kids })
}

struct Walk<'a> {
    file: &'a File,
    pages: &'a Pages<'a>,
    role_map: Option<&'a Dictionary>,
    /// The elements met: each is read once, so that a cycle ends.
    seen: HashSet<ObjectId>,
    nodes_left: usize,
}

impl Walk<'_> {
    /// Reads what stands under `K`: a number, a dictionary, or an array of these.
    fn kids(&mut self, dict: &Dictionary, page: Option<u32>, kids: &mut Vec<Node>, depth: usize) {
        let Ok(entry) = dict.get(b"K") else { return };
        match self.file.resolve(entry) {
            Object::Array(entries) => {
                kids.reserve(entries.len().min(self.nodes_left));
                for entry in entries {
                    self.kid(entry, page, kids, depth);
                }
            }
            _ => self.kid(entry, page, kids, depth),
        }
    }

    fn kid(&mut self, entry: &Object, page: Option<u32>, kids: &mut Vec<Node>, depth: usize) {
        if self.nodes_left == 0 || depth > limits::TREE_DEPTH {
            return;
        }
        self.nodes_left -= 1;
        let object = self.file.resolve(entry);
        if let Object::Integer(id) = object {
            kids.extend(content(page, 0, *id));
            return;
        }
        let Some(dict) = as_dict(object) else { return };
        let page = self.page_of(dict).or(page);
        match self.file.name(dict, b"Type") {
            Some(b"MCR") => {
                let form = dict.get(b"Stm").and_then(Object::as_reference).map_or(0, |id| id.0);
                kids.extend(self.file.integer(dict, b"MCID").and_then(|id| content(page, form, id)));
            }
            // Annotations: the text they stand on is content of its own.
            Some(b"OBJR") => {}
            _ => {
                if entry.as_reference().is_ok_and(|id| !self.seen.insert(id)) {
                    return;
                }
                kids.push(Node::Element(self.element(dict, page, depth)));
            }
        }
    }

    fn element(&mut self, dict: &Dictionary, page: Option<u32>, depth: usize) -> Element {
        let name = self.file.name(dict, b"S").unwrap_or_default();
        let role = Role::of(self.file, name, self.role_map);
        let mut kids = Vec::new();
        self.kids(dict, page, &mut kids, depth + 1);
        let role = if role == Role::Transparent { transparent(&kids) } else { role };
        let is_cell = matches!(role, Role::HeaderCell | Role::DataCell);
        let covers = if is_cell { self.covers(dict) } else { (1, 1) };
        Element { role, covers, kids }
    }

    /// How many rows and columns a cell covers, by its attributes.
    fn covers(&self, dict: &Dictionary) -> (usize, usize) {
        let attributes = match self.file.get(dict, b"A") {
            Some(Object::Array(several)) => several.as_slice(),
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        let number = |key: &[u8]| {
            let of = |attribute| self.file.integer(as_dict(self.file.resolve(attribute))?, key);
            attributes.iter().find_map(of).map_or(1, |number| number.clamp(1, limits::CELL_SPAN)) as usize
        };
        (number(b"RowSpan"), number(b"ColSpan"))
    }

    fn page_of(&self, dict: &Dictionary) -> Option<u32> {
        self.pages.number(dict.get(b"Pg").ok()?.as_reference().ok()?)
    }
}

fn transparent(kids: &[Node]) -> Role {
    let is_inline = |kid: &Node| match kid {
        Node::Content(_) => true,
        Node::Element(element) => element.role == Role::Inline,
    };
    if kids.iter().all(is_inline) { Role::Inline } else { Role::Group }
}

fn content(page: Option<u32>, form: u32, id: i64) -> Option<Node> {
    Some(Node::Content(ContentKey { page: page?, form, id: id.try_into().ok()? }))
}
