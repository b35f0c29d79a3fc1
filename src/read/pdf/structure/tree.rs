use std::collections::HashSet;

use super::{ContentKey, Element, Node, Role};
use crate::read::Limit;
use crate::read::pdf::limits;
use crate::read::pdf::objects::{Dictionary, File, Object, ObjectId};
use crate::read::pdf::pages::Pages;

/// The structure tree; `None` where the file has none. The limit that part of it is beyond.
pub type Read = (Option<Element>, Option<Limit>);

/// Reads the structure tree.
pub fn read(file: &File, pages: &Pages) -> Read {
    let root = file.catalog().and_then(|catalog| file.dict(catalog, b"StructTreeRoot"));
    root.map_or((None, None), |root| read_root(file, pages, root))
}

fn read_root(file: &File, pages: &Pages, root: &Dictionary) -> Read {
    let mut walk = Walk {
        file,
        pages,
        role_map: file.dict(root, b"RoleMap"),
        seen: HashSet::new(),
        nodes_left: file.limits.size(Limit::Nodes),
        deepest: file.limits.size(Limit::Nesting),
        exhausted: None,
    };
    let mut kids = Vec::new();
    walk.kids(root, None, &mut kids, 0);
    let tree = (!kids.is_empty()).then_some(Element { role: Role::Group, covers: (1, 1), kids });
    (tree, walk.exhausted)
}

struct Walk<'a> {
    file: &'a File<'a>,
    pages: &'a Pages<'a>,
    role_map: Option<&'a Dictionary>,
    /// The elements met: each is read once, so that a cycle ends.
    seen: HashSet<ObjectId>,
    nodes_left: usize,
    deepest: usize,
    /// The first limit met.
    exhausted: Option<Limit>,
}

impl Walk<'_> {
    /// Reads what stands under `K`: a number, a dictionary, or an array of these.
    fn kids(&mut self, dict: &Dictionary, page: Option<u32>, kids: &mut Vec<Node>, depth: usize) {
        let Some(entry) = dict.get(b"K") else { return };
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
        if !self.may_go_on(depth) {
            return;
        }
        let object = self.file.resolve(entry);
        if let Object::Integer(id) = object {
            kids.extend(content(page, 0, *id));
            return;
        }
        let Some(dict) = object.as_dict() else { return };
        let page = self.page_of(dict).or(page);
        match self.file.name(dict, b"Type") {
            Some(b"MCR") => {
                let form = dict.get(b"Stm").and_then(Object::as_reference).map_or(0, |id| id.0);
                kids.extend(self.file.integer(dict, b"MCID").and_then(|id| content(page, form, id)));
            }
            // Annotations: the text they stand on is content of its own.
            Some(b"OBJR") => {}
            _ => {
                if entry.as_reference().is_some_and(|id| !self.seen.insert(id)) {
                    return;
                }
                kids.push(Node::Element(self.element(dict, page, depth)));
            }
        }
    }

    /// Counts a node against the limits.
    fn may_go_on(&mut self, depth: usize) -> bool {
        let is_time = self.nodes_left.is_multiple_of(limits::OPERATORS_A_LOOK);
        let met = if self.nodes_left == 0 {
            Limit::Nodes
        } else if depth > self.deepest {
            Limit::Nesting
        } else if is_time && self.file.clock.is_over() {
            self.nodes_left = 0;
            Limit::Seconds
        } else {
            self.nodes_left -= 1;
            return true;
        };
        self.exhausted.get_or_insert(met);
        false
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
            Some(Object::Array(several)) => several,
            Some(one) => std::slice::from_ref(one),
            None => &[],
        };
        let number = |key: &[u8]| {
            let of = |attribute| self.file.integer(self.file.resolve(attribute).as_dict()?, key);
            attributes.iter().find_map(of).map_or(1, |number| number.clamp(1, limits::CELL_SPAN)) as usize
        };
        (number(b"RowSpan"), number(b"ColSpan"))
    }

    fn page_of(&self, dict: &Dictionary) -> Option<u32> {
        self.pages.number(dict.get(b"Pg")?.as_reference()?)
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
