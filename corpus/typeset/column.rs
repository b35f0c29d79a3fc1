//! A column of text: the page between its margins, or a table cell. It knows which elements are open.

use super::flow::Line;
use super::markup::Role;
use super::page::{Mark, Page};
use super::settings::{Cut, Settings};
use super::tags::{ElementId, Tree};

#[derive(Debug)]
pub struct Column {
    pub left: f32,
    /// The element that its texts go into.
    parent: ElementId,
    /// Text, label and body of what was placed last.
    current: Option<Open>,
    /// The body of the list item that sub-items belong to.
    item: Option<ListItem>,
    sub_item: Option<ListItem>,
    page: usize,
}

#[derive(Debug, Clone, Copy)]
struct Open {
    text: usize,
    label: Option<ElementId>,
    body: ElementId,
}

#[derive(Debug, Clone, Copy)]
struct ListItem {
    list: ElementId,
    body: ElementId,
}

impl Column {
    pub fn new(left: f32, parent: ElementId) -> Self {
        Column { left, parent, current: None, item: None, sub_item: None, page: 0 }
    }

    /// Puts a line on a page with its top at `top`.
    pub fn place(&mut self, line: &Line, page: &mut Page, top: f32, tree: &mut Tree, settings: &Settings) {
        let open = self.element_for(line, page.index, tree, settings);
        let baseline = top - line.height * 0.8;
        let words = (Mark::Element(open.body), line.runs.as_slice());
        let label = open.label.zip(line.label.as_ref());
        let label = label.map(|(element, run)| (Mark::Element(element), std::slice::from_ref(run)));
        let pieces = if settings.labels_after_words { [Some(words), label] } else { [label, Some(words)] };
        for (mark, runs) in pieces.into_iter().flatten() {
            page.show(tree, mark, runs, self.left, baseline);
        }
    }

    fn element_for(&mut self, line: &Line, page: usize, tree: &mut Tree, settings: &Settings) -> Open {
        let turned = std::mem::replace(&mut self.page, page) != page;
        let goes_on = self.current.filter(|open| open.text == line.text);
        if turned && settings.cut_items == Cut::New {
            (self.item, self.sub_item) = (None, None);
        } else if let Some(open) = goes_on {
            return open;
        }
        let open = self.open(line, tree, settings);
        self.current = Some(open);
        open
    }

    fn open(&mut self, line: &Line, tree: &mut Tree, settings: &Settings) -> Open {
        let list = match line.role {
            Role::Bullet => self.item.map(|item| item.list),
            Role::SubBullet => self.sub_item.map(|item| item.list),
            role => {
                (self.item, self.sub_item) = (None, None);
                let body = tree.add(self.parent, text_role(role, settings));
                return Open { text: line.text, label: None, body };
            }
        };
        let list = list.unwrap_or_else(|| tree.add(self.list_parent(line.role), "L"));
        let list_item = tree.add(list, "LI");
        let label = line.label.as_ref().map(|_| tree.add(list_item, "Lbl"));
        let body = tree.add(list_item, "LBody");
        self.remember(line.role, ListItem { list, body });
        Open { text: line.text, label, body }
    }

    /// Sub-items stand inside the item before them, where there is one.
    fn list_parent(&self, role: Role) -> ElementId {
        match (role, self.item) {
            (Role::SubBullet, Some(item)) => item.body,
            _ => self.parent,
        }
    }

    fn remember(&mut self, role: Role, item: ListItem) {
        if role == Role::Bullet {
            (self.item, self.sub_item) = (Some(item), None);
        } else {
            self.sub_item = Some(item);
        }
    }
}

fn text_role(role: Role, settings: &Settings) -> &'static str {
    match role {
        Role::Title | Role::Heading if settings.tagged_headings => "H1",
        Role::Subheading if settings.tagged_headings => "H2",
        _ => "P",
    }
}
