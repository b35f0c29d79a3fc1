use std::collections::{HashMap, HashSet};

use super::limits;
use super::objects::{Dictionary, File, Object, ObjectId, Stream};
use crate::read::Limit;

/// The pages of a file, in order.
pub struct Pages<'a> {
    pub list: Vec<Page<'a>>,
    numbers: HashMap<ObjectId, u32>,
    /// Whether there were more pages than the limit.
    pub cut: bool,
}

pub struct Page<'a> {
    pub dict: &'a Dictionary,
    pub resources: Option<&'a Dictionary>,
    /// How many quarter turns clockwise the page is shown at.
    pub turns: u8,
    /// Its area in square points; 0 where it does not say.
    pub area: f32,
}

/// What a page takes from the nodes above it.
#[derive(Clone, Copy, Default)]
struct Inherited<'a> {
    resources: Option<&'a Dictionary>,
    turns: u8,
    area: f32,
}

impl<'a> Inherited<'a> {
    /// What the entries of a node make of it.
    fn and(self, file: &'a File<'a>, dict: &'a Dictionary) -> Self {
        let turns = file.integer(dict, b"Rotate").map(|degrees| (degrees.rem_euclid(360) / 90) as u8);
        Self {
            resources: file.dict(dict, b"Resources").or(self.resources),
            turns: turns.unwrap_or(self.turns),
            area: file.numbers(dict, b"MediaBox").and_then(area).unwrap_or(self.area),
        }
    }

    fn page(self, dict: &'a Dictionary) -> Page<'a> {
        Page { dict, resources: self.resources, turns: self.turns, area: self.area }
    }
}

impl<'a> Pages<'a> {
    /// Walks the page tree; where there is none to walk, takes every page object of the file.
    pub fn of(file: &'a File<'a>) -> Self {
        let mut pages = Self { list: Vec::new(), numbers: HashMap::new(), cut: false };
        let mut seen = HashSet::new();
        if let Some(root) = file.catalog().and_then(|catalog| catalog.get(b"Pages")) {
            pages.walk(file, root, Inherited::default(), &mut seen, 0);
        }
        if pages.list.is_empty() {
            for (id, object) in file.objects() {
                if let Some(dict) = object.as_dict().filter(|dict| dict.has_type(b"Page")) {
                    pages.add(file, Some(id), Inherited::default().and(file, dict).page(dict));
                }
            }
        }
        pages
    }

    fn walk(
        &mut self,
        file: &'a File<'a>,
        node: &'a Object,
        inherited: Inherited<'a>,
        seen: &mut HashSet<ObjectId>,
        depth: usize,
    ) {
        let id = node.as_reference();
        if depth > limits::PAGE_TREE_DEPTH || id.is_some_and(|id| !seen.insert(id)) {
            return;
        }
        let Some(dict) = file.resolve(node).as_dict() else { return };
        let inherited = inherited.and(file, dict);
        match file.array(dict, b"Kids") {
            Some(kids) if !dict.has_type(b"Page") => {
                for kid in kids {
                    self.walk(file, kid, inherited, seen, depth + 1);
                }
            }
            _ => self.add(file, id, inherited.page(dict)),
        }
    }

    fn add(&mut self, file: &File, id: Option<ObjectId>, page: Page<'a>) {
        if self.list.len() >= file.limits.size(Limit::Pages) {
            self.cut = true;
            return;
        }
        self.list.push(page);
        if let Some(id) = id {
            self.numbers.insert(id, self.list.len() as u32);
        }
    }

    /// The number, from 1, of the page that an object is.
    pub fn number(&self, id: ObjectId) -> Option<u32> {
        self.numbers.get(&id).copied()
    }
}

/// The area of a box given by two of its corners.
fn area(corners: Vec<f32>) -> Option<f32> {
    let [left, bottom, right, top] = corners[..] else { return None };
    Some((right - left).abs() * (top - bottom).abs())
}

impl<'a> Page<'a> {
    /// The streams that make up the page's content.
    pub fn contents(&self, file: &'a File<'a>) -> Vec<&'a Stream> {
        match file.get(self.dict, b"Contents") {
            Some(Object::Stream(stream)) => vec![stream],
            Some(Object::Array(parts)) => {
                parts.iter().filter_map(|part| file.resolve(part).as_stream()).collect()
            }
            _ => Vec::new(),
        }
    }
}
